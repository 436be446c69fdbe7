package io.redress.casefile.message;

/** The mail server did not take a message, though it may next time. Says nothing of what stands in it or who gets it. */
public class MailNotSent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MailNotSent(String sentence) {
        super(sentence);
    }
}
