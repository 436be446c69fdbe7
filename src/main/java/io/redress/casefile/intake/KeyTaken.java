package io.redress.casefile.intake;

/** An idempotency key came a second time with something else; the message is a sentence for whoever posted it. */
public class KeyTaken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    KeyTaken(String sentence) {
        super(sentence);
    }
}
