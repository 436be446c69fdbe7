package io.redress.web;

/** A question about deadlines that can't be answered; the message is a sentence for whoever asked. */
class RefusedQuestion extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RefusedQuestion(String sentence) {
        super(sentence);
    }
}
