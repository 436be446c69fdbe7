package io.redress.complaint;

/** A registration that can't become a case; the message is a sentence for whoever registers it. */
public class RefusedRegistration extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RefusedRegistration(String sentence) {
        super(sentence);
    }
}
