package io.redress.process;

import io.redress.clock.CaseClock;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** A clock whose due instant can't be computed does not stop the case (rule 8): it becomes an incident for an admin. */
public final class NotComputable {

    private static final String INCIDENT = "clock-not-computable";

    private NotComputable() {}

    public static void raise(DelegateExecution execution, List<CaseClock> clocks) {
        clocks.stream()
                .filter(clock -> clock.notComputable() != null)
                .forEach(clock -> execution.createIncident(INCIDENT, clock.kind(), clock.notComputable()));
    }
}
