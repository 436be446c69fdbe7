package io.redress.engine.deadline;

import io.redress.engine.variable.Variable;

/** What a step that asks a rung of the ladder says of its wait. */
public final class RungVariables {

    /** When the next rung is asked, in ISO-8601; null where nobody stands above: then this one is reminded. */
    public static final Variable<String> ANSWER_BY = new Variable<>("answerBy", String.class);

    private RungVariables() {}
}
