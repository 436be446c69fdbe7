package io.redress.engine.people;

import java.util.Arrays;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.AuthorizationQuery;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;

/** Grants what is not yet granted and writes nothing otherwise; what an administrator granted besides stays. */
class Grants {

    private final AuthorizationService authorizations;

    Grants(AuthorizationService authorizations) {
        this.authorizations = authorizations;
    }

    void toGroup(String group, Resource resource, String resourceId, Permission... permissions) {
        Authorization present = query(Authorization.AUTH_TYPE_GRANT, resource, resourceId)
                .groupIdIn(group)
                .singleResult();
        if (present == null) {
            present = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            present.setGroupId(group);
        }
        complete(present, resource, resourceId, permissions);
    }

    void toEverybody(Resource resource, String resourceId, Permission... permissions) {
        Authorization present =
                query(Authorization.AUTH_TYPE_GLOBAL, resource, resourceId).singleResult();
        if (present == null) {
            present = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GLOBAL);
        }
        complete(present, resource, resourceId, permissions);
    }

    private AuthorizationQuery query(int type, Resource resource, String resourceId) {
        return authorizations
                .createAuthorizationQuery()
                .authorizationType(type)
                .resourceType(resource)
                .resourceId(resourceId);
    }

    private void complete(Authorization grant, Resource resource, String resourceId, Permission... permissions) {
        if (grant.getId() == null) {
            grant.setResource(resource);
            grant.setResourceId(resourceId);
        } else if (Arrays.stream(permissions).allMatch(grant::isPermissionGranted)) {
            return;
        }
        Arrays.stream(permissions).forEach(grant::addPermission);
        authorizations.saveAuthorization(grant);
    }
}
