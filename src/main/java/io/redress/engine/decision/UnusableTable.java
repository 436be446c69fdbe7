package io.redress.engine.decision;

/** A decision table is gone or says something that can't be carried out; the message says which cell and what to do. */
public final class UnusableTable extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnusableTable(String sentence) {
        super(sentence);
    }

    UnusableTable(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
