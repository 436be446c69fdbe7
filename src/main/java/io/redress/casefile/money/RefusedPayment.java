package io.redress.casefile.money;

import io.redress.casefile.RefusedCase;

/** Money that can't be offered, approved, paid or recovered so; the message is a sentence for whoever tried. */
public class RefusedPayment extends RefusedCase {

    private static final long serialVersionUID = 1L;

    RefusedPayment(String sentence) {
        super(sentence);
    }
}
