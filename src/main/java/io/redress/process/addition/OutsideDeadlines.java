package io.redress.process.addition;

import io.redress.calendar.Target;
import io.redress.casefile.deadline.CaseClock;
import io.redress.casefile.deadline.Clocks;
import io.redress.casefile.deadline.Policy;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Service;

/** Deadlines that an outside authority sets: they stand beside the policy's and wait for nobody. */
@Service
class OutsideDeadlines {

    private static final int WARN_PERCENT = 75;
    private static final String FIRST_RUNG = "customer-service-manager";
    private static final String WHO = "redress";

    private final Clocks clocks;
    private final Clock clock;

    OutsideDeadlines(Clocks clocks, Clock clock) {
        this.clocks = clocks;
        this.clock = clock;
    }

    void add(long complaintId, String name, Target target, Instant start) {
        Policy policy = new Policy(CaseClock.OUTSIDE, target, WARN_PERCENT, FIRST_RUNG, false);
        clocks.startOutside(complaintId, name, policy, start, clock.instant(), WHO);
    }
}
