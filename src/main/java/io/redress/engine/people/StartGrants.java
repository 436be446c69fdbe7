package io.redress.engine.people;

import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.CREATE_INSTANCE;

import java.util.Set;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.springframework.stereotype.Component;

/** Which groups may start a process: those that its diagram names, and no others. */
@Component
public class StartGrants {

    private final AuthorizationService authorizations;
    private final Grants grants;

    public StartGrants(AuthorizationService authorizations) {
        this.authorizations = authorizations;
        this.grants = new Grants(authorizations);
    }

    /** Lets exactly these groups start the process; what a single person was granted stays. */
    public void allow(String processKey, Set<String> groups) {
        authorizations
                .createAuthorizationQuery()
                .authorizationType(Authorization.AUTH_TYPE_GRANT)
                .resourceType(Resources.PROCESS_DEFINITION)
                .resourceId(processKey)
                .list()
                .stream()
                .filter(grant -> grant.getGroupId() != null && !groups.contains(grant.getGroupId()))
                .filter(grant -> grant.isPermissionGranted(CREATE_INSTANCE))
                .forEach(this::withdraw);
        groups.forEach(group -> grants.toGroup(group, Resources.PROCESS_DEFINITION, processKey, CREATE_INSTANCE));
    }

    private void withdraw(Authorization grant) {
        grant.removePermission(CREATE_INSTANCE);
        if (((AuthorizationEntity) grant).getPermissions() == 0) {
            authorizations.deleteAuthorization(grant.getId());
        } else {
            authorizations.saveAuthorization(grant);
        }
    }
}
