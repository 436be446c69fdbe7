package io.redress.form;

/** A value is not what its field asks for; said in the sentence of that name, whose first argument is the label. */
final class Refused extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Object[] arguments;

    Refused(String sentence, Object... arguments) {
        super(sentence, null, false, false);
        this.arguments = arguments;
    }

    Object[] arguments() {
        return arguments;
    }
}
