package io.redress.casefile;

/** Something was to be added to a case that is not there, or closed and locked; the message is a sentence for whoever tried. */
public class RefusedCase extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RefusedCase(String sentence) {
        super(sentence);
    }
}
