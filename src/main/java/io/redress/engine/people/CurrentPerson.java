package io.redress.engine.people;

import io.redress.people.Groups;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;

/** Who is acting right now, as the engine knows it. Nobody is logged in in timers and at the start. */
@Component
public class CurrentPerson {

    private final IdentityService identities;

    public CurrentPerson(IdentityService identities) {
        this.identities = identities;
    }

    public Optional<String> login() {
        return authentication().map(Authentication::getUserId);
    }

    public boolean isMemberOf(String group) {
        return authentication()
                .map(Authentication::getGroupIds)
                .filter(groups -> groups.contains(group))
                .isPresent();
    }

    public boolean isAdministrator() {
        return isMemberOf(Groups.ADMINISTRATORS);
    }

    private Optional<Authentication> authentication() {
        return Optional.ofNullable(identities.getCurrentAuthentication());
    }
}
