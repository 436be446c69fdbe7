package io.redress.engine.people;

import io.redress.engine.variable.CaseVariables;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.CachedDbEntity;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.DbEntityState;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.task.Task;

/**
 * What people may do with what is their own: the engine's defaults would let them delete it. And with the tasks of those
 * who work for them: look, hand over and take over.
 */
class PersonalGrants extends DefaultAuthorizationProvider {

    private static final Permission[] OF_A_SUPERIOR = {Permissions.READ, Permissions.TASK_WORK, Permissions.TASK_ASSIGN
    };

    private final Superiors superiors;

    PersonalGrants(Superiors superiors) {
        this.superiors = superiors;
    }

    /** Profile and password, but not the account: tasks and entries name it. */
    @Override
    public AuthorizationEntity[] newUser(User user) {
        AuthorizationEntity grant = new AuthorizationEntity(Authorization.AUTH_TYPE_GRANT);
        grant.setUserId(user.getId());
        grant.setResource(Resources.USER);
        grant.setResourceId(user.getId());
        grant.addPermission(Permissions.READ);
        grant.addPermission(Permissions.UPDATE);
        return new AuthorizationEntity[] {grant};
    }

    @Override
    public AuthorizationEntity[] newTaskGroupIdentityLink(Task task, String groupId, String type) {
        Optional<String> site = CaseVariables.SITE.find((DelegateTask) task);
        return Stream.concat(
                        Arrays.stream(super.newTaskGroupIdentityLink(task, groupId, type)),
                        site.stream()
                                .flatMap(id -> superiors.of(id, groupId).stream())
                                .map(above -> over(task, above)))
                .toArray(AuthorizationEntity[]::new);
    }

    private AuthorizationEntity over(Task task, String group) {
        AuthorizationEntity grant =
                createOrUpdateAuthorization(task, null, group, Resources.TASK, false, OF_A_SUPERIOR);
        // Who may do the task as well has a grant already, and the engine takes that over as it was.
        addPermissions(grant, OF_A_SUPERIOR);
        return grant;
    }

    /** A task that is being made has no grants yet but those of this very command, which need not be asked for. */
    @Override
    protected AuthorizationEntity getGrantAuthorization(
            String taskId, String userId, String groupId, Resource resource) {
        CachedDbEntity task = Context.getCommandContext()
                .getDbEntityManager()
                .getDbEntityCache()
                .getCachedEntity(TaskEntity.class, taskId);
        return task != null && task.getEntityState() == DbEntityState.TRANSIENT
                ? null
                : super.getGrantAuthorization(taskId, userId, groupId, resource);
    }

    /** Nothing: who deletes a deployment deletes the cases that run on it. */
    @Override
    public AuthorizationEntity[] newDeployment(Deployment deployment) {
        return new AuthorizationEntity[0];
    }
}
