package io.redress.process.feedback;

/** How the feedback to a customer ends. */
public enum Outcome {
    AGREED("agreed"),
    FINAL_DECISION("final-decision"),
    /** Tried on three days, and not reached. */
    NO_ANSWER("no-answer");

    private final String text;

    Outcome(String text) {
        this.text = text;
    }

    /** As processes pass it on. */
    public String text() {
        return text;
    }
}
