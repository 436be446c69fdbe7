package io.redress.casefile.measure;

import java.time.Instant;

/**
 * A measure of a case.
 *
 * @param revision which plan of the case it belongs to, the first is 1
 * @param planned what was drawn up; its start is never null
 * @param overdueNotified how often it was told to be overdue
 * @param evidence what shows that it is done; null until then, as are {@code doneBy} and {@code doneAt}
 */
public record Measure(
        long id,
        long complaintId,
        int revision,
        PlannedMeasure planned,
        State state,
        int overdueNotified,
        String plannedBy,
        Instant plannedAt,
        String evidence,
        String doneBy,
        Instant doneAt) {

    /** How far it has come. */
    public enum State {
        /** Drawn up, not agreed with the customer. */
        PLANNED,
        /** Never agreed: another plan took its place. */
        REPLACED,
        /** Agreed, to be carried out. */
        OPEN,
        DONE,
        /** Agreed, and not carried out: something else was decided in its place. */
        DROPPED
    }
}
