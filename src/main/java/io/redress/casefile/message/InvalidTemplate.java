package io.redress.casefile.message;

/** The text of a message can't be written, because its file is missing or wrong; the message names file and mistake. */
public class InvalidTemplate extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidTemplate(String sentence) {
        super(sentence);
    }
}
