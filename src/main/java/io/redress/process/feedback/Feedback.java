package io.redress.process.feedback;

import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.complaint.State;
import io.redress.casefile.deadline.Clocks;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The result is told to the customer until it is accepted, one rung higher each time it is not (processes §12; 004 part 5,
 * 4.2).
 */
@Service
public class Feedback {

    private static final String WHO = "redress";
    private static final int TRIES = 3;

    private final Clocks clocks;
    private final Complaints complaints;

    Feedback(Clocks clocks, Complaints complaints) {
        this.clocks = clocks;
        this.complaints = complaints;
    }

    /** The route is over; nothing is owed any more to whom nobody can reach. */
    @Transactional
    public void begin(long complaintId, boolean settled, boolean reachable, Instant now) {
        if (settled || !reachable) {
            clocks.meet(complaintId, "UNRESOLVED", now, WHO);
        }
        if (!reachable) {
            complaints.move(complaintId, State.ANSWERED);
            clocks.meet(complaintId, "RESOLUTION", now, WHO);
            complaints.end(complaintId, "no-contact");
        }
    }

    /**
     * The customer was told and has said what they think of it.
     *
     * @param place on which rung the answer was found
     */
    @Transactional
    public Told told(long complaintId, Place place, Reaction reaction, Instant now) {
        clocks.meet(complaintId, "FIRST_RESPONSE", now, WHO);
        clocks.meet(complaintId, "PROMISED", now, WHO);
        if (reaction.dissatisfied() && !reaction.finalDecision()) {
            return new Told(place.next(), Optional.empty(), false);
        }
        boolean plan = place.aboveTheHandler() && reaction.plan();
        end(complaintId, plan, now);
        return new Told(place, Optional.of(reaction.finalDecision() ? Outcome.FINAL_DECISION : Outcome.AGREED), plan);
    }

    /**
     * The customer was not reached: tried again on another day.
     *
     * @param tries how many have failed, this one too
     * @return {@link Outcome#NO_ANSWER} when that was the last
     */
    @Transactional
    public Optional<Outcome> notReached(long complaintId, int tries, Instant now) {
        if (tries < TRIES) {
            clocks.startAnew(complaintId, "failed-try", now, now, WHO);
            return Optional.empty();
        }
        // The answer is there, and more than trying on three days can't be asked of anybody.
        clocks.meet(complaintId, "FIRST_RESPONSE", now, WHO);
        clocks.meet(complaintId, "PROMISED", now, WHO);
        end(complaintId, false, now);
        return Optional.of(Outcome.NO_ANSWER);
    }

    /** With a plan to carry out, the result is yet to be told. */
    private void end(long complaintId, boolean plan, Instant now) {
        clocks.meet(complaintId, "UNRESOLVED", now, WHO);
        if (!plan) {
            clocks.meet(complaintId, "RESOLUTION", now, WHO);
            complaints.move(complaintId, State.ANSWERED);
        }
    }
}
