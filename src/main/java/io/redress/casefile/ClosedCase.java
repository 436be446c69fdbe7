package io.redress.casefile;

/** Something was to be added to a case that is closed and locked; the message is a sentence for whoever tried. */
public class ClosedCase extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ClosedCase(String sentence) {
        super(sentence);
    }
}
