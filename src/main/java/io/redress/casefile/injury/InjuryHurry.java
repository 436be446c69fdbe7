package io.redress.casefile.injury;

import io.redress.casefile.deadline.TaskRoute;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Minutes count until it is concluded who is liable; what follows has as much time as any claim. */
@Component
class InjuryHurry implements TaskRoute {

    private static final String CLAIM = "responsibility-decision";

    private final InjuryStore store;

    InjuryHurry(InjuryStore store) {
        this.store = store;
    }

    @Override
    public Optional<String> find(long complaintId, String route) {
        return Injuries.ROUTE.equals(route)
                ? store.find(complaintId)
                        .filter(injury -> injury.conclusion() != null)
                        .map(injury -> CLAIM)
                : Optional.empty();
    }
}
