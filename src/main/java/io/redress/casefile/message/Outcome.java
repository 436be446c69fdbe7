package io.redress.casefile.message;

import java.util.Arrays;
import java.util.Locale;

/** What came of a message. */
public enum Outcome {
    /** The mail server took it. */
    SENT(Message.State.DELIVERED),
    /** The mail server refuses the address for good, or it is no address. */
    ADDRESS_REFUSED(Message.State.UNDELIVERABLE),
    TOLD(Message.State.DELIVERED),
    NOT_REACHED(Message.State.UNDELIVERABLE),
    WRONG_NUMBER(Message.State.UNDELIVERABLE),
    /** A colleague has read it. */
    READ(Message.State.DELIVERED);

    private final Message.State state;

    Outcome(Message.State state) {
        this.state = state;
    }

    Message.State state() {
        return state;
    }

    /** As it stands in the table, in forms and in diagrams: {@code told}, {@code not-reached}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Outcome of(String code) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.code().equals(code))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("no message ends as " + code));
    }
}
