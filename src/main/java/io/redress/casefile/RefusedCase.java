package io.redress.casefile;

/** Something can’t be added to a case as it is; the message is a sentence for whoever tried. */
public class RefusedCase extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RefusedCase(String sentence) {
        super(sentence);
    }
}
