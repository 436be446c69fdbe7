package io.redress.process.addition;

import io.redress.calendar.Target;
import io.redress.casefile.deadline.Deadline;
import io.redress.casefile.deadline.Deadlines;
import io.redress.casefile.deadline.Policy;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Service;

/** Deadlines that an outside authority sets: they stand beside the policy's and wait for nobody. */
@Service
class OutsideDeadlines {

    private static final int WARN_PERCENT = 75;
    private static final String FIRST_LEVEL = "customer-service-manager";
    private static final String WHO = "redress";

    private final Deadlines deadlines;
    private final Clock clock;

    OutsideDeadlines(Deadlines deadlines, Clock clock) {
        this.deadlines = deadlines;
        this.clock = clock;
    }

    void add(long complaintId, String name, Target target, Instant start) {
        Policy policy = new Policy(Deadline.OUTSIDE, target, WARN_PERCENT, FIRST_LEVEL, false);
        deadlines.startOutside(complaintId, name, policy, start, clock.instant(), WHO);
    }
}
