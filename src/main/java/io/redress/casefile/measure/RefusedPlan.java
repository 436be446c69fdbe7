package io.redress.casefile.measure;

import io.redress.casefile.RefusedCase;

/** A plan or a measure that can't be as it was said; the message is a sentence for whoever said it. */
public class RefusedPlan extends RefusedCase {

    private static final long serialVersionUID = 1L;

    RefusedPlan(String sentence) {
        super(sentence);
    }
}
