package io.redress.casefile.paper;

/** A paper can't be printed as its template stands; the message names file, line and mistake. */
public class InvalidPaper extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidPaper(String sentence) {
        super(sentence);
    }
}
