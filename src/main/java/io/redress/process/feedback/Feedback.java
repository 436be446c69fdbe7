package io.redress.process.feedback;

import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.complaint.State;
import io.redress.casefile.deadline.Deadlines;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The result is told to the customer until it is accepted, one level higher each time it is not.
 */
@Service
public class Feedback {

    private static final String WHO = "redress";
    private static final int TRIES = 3;

    private final Deadlines deadlines;
    private final Complaints complaints;

    Feedback(Deadlines deadlines, Complaints complaints) {
        this.deadlines = deadlines;
        this.complaints = complaints;
    }

    /** The route is over; nothing is owed any more to whom nobody can reach. */
    @Transactional
    public void begin(long complaintId, boolean settled, boolean reachable, Instant now) {
        if (settled || !reachable) {
            deadlines.meet(complaintId, "UNRESOLVED", now, WHO);
        }
        if (!reachable) {
            complaints.move(complaintId, State.ANSWERED);
            deadlines.meet(complaintId, "RESOLUTION", now, WHO);
            complaints.end(complaintId, "no-contact");
        }
    }

    /**
     * The customer was told and has said what they think of it.
     *
     * @param place on which level the answer was found
     */
    @Transactional
    public FeedbackResult told(long complaintId, Place place, Reaction reaction, Instant now) {
        deadlines.meet(complaintId, "FIRST_RESPONSE", now, WHO);
        deadlines.meet(complaintId, "PROMISED", now, WHO);
        if (reaction.dissatisfied() && !reaction.finalDecision()) {
            return new FeedbackResult(place.next(), Optional.empty(), false);
        }
        boolean plan = place.aboveTheHandler() && reaction.plan();
        end(complaintId, plan, now);
        return new FeedbackResult(
                place, Optional.of(reaction.finalDecision() ? Outcome.FINAL_DECISION : Outcome.AGREED), plan);
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
            deadlines.startAnew(complaintId, "failed-try", now, now, WHO);
            return Optional.empty();
        }
        // The answer is there, and more than trying on three days can't be asked of anybody.
        deadlines.meet(complaintId, "FIRST_RESPONSE", now, WHO);
        deadlines.meet(complaintId, "PROMISED", now, WHO);
        end(complaintId, false, now);
        return Optional.of(Outcome.NO_ANSWER);
    }

    /** With a plan to carry out, the result is yet to be told. */
    private void end(long complaintId, boolean plan, Instant now) {
        deadlines.meet(complaintId, "UNRESOLVED", now, WHO);
        if (!plan) {
            deadlines.meet(complaintId, "RESOLUTION", now, WHO);
            complaints.move(complaintId, State.ANSWERED);
        }
    }
}
