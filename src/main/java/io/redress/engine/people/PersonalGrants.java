package io.redress.engine.people;

import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.repository.Deployment;

/** What people may do with what is their own. The engine's defaults would let them delete it. */
class PersonalGrants extends DefaultAuthorizationProvider {

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

    /** Nothing: who deletes a deployment deletes the cases that run on it. */
    @Override
    public AuthorizationEntity[] newDeployment(Deployment deployment) {
        return new AuthorizationEntity[0];
    }
}
