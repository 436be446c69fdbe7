package io.redress.casefile.complaint;

/**
 * Two cases that belong together.
 *
 * @param complaintId the case that was linked, as a rule the later one
 * @param linkedId the case it was linked to
 */
public record Link(long complaintId, long linkedId, Kind kind) {

    /** Why they belong together. */
    public enum Kind {
        /** The same matter told twice: the case ends in the other. */
        JOINED,
        /** Another matter of the same complaint. */
        OTHER_MATTER,
        /** It came after the other was closed. */
        FOLLOW_ON
    }
}
