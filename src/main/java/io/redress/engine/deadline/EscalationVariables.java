package io.redress.engine.deadline;

import io.redress.engine.variable.Variable;

/** What a step that asks a level of the ladder says of its wait. */
public final class EscalationVariables {

    /** When the next level is asked, in ISO-8601; null where nobody stands above: then this one is reminded. */
    public static final Variable<String> ANSWER_BY = new Variable<>("answerBy", String.class);

    private EscalationVariables() {}
}
