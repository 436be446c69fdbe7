package io.redress.casefile.complaint;

import java.time.Instant;

/**
 * A complaint as it stands in the case file.
 *
 * @param number what the customer quotes, and the business key: {@code C-20261121-0007}
 * @param site the id of the site it is about
 * @param category null while nobody has classified it
 * @param severity {@code low}, {@code normal}, {@code high} or {@code critical}
 * @param complexity {@code simple} or {@code complex}
 * @param route the process that handles it
 * @param receivedAt when it reached the organisation; deadlines count from here
 * @param registeredBy the login of whoever wrote it down
 * @param ending how it ended, by the word that the list of endings has for it; null until then
 * @param closedAt null until archived
 * @param health whether it has health data, which is kept apart
 */
public record Complaint(
        long id,
        String number,
        State state,
        String site,
        String category,
        boolean injury,
        boolean media,
        String severity,
        String complexity,
        String route,
        Instant receivedAt,
        Instant registeredAt,
        String registeredBy,
        String ending,
        Instant closedAt,
        boolean health) {

    /** The customer has taken it back; what was agreed may still be going on. */
    public static final String WITHDRAWN = "withdrawn";

    /** It goes on in another case. */
    public static final String JOINED = "joined";

    /** Whether it is still being handled: another complaint of the same matter can go on in it. */
    public boolean inHand() {
        return state != State.SETTLED && state != State.CLOSED && ending == null;
    }

    public boolean closed() {
        return state == State.CLOSED;
    }
}
