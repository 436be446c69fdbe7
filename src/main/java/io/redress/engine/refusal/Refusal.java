package io.redress.engine.refusal;

import org.camunda.bpm.engine.ProcessEngineException;

/**
 * Marks refusals whose message is a sentence for people. The mark is the exception's code, which REST answers with: only
 * so marked messages reach people as they are, the engine's own name classes, statements and ids.
 */
public final class Refusal {

    /** The engine leaves 20000 to 39999 to its users. */
    public static final int CODE = 20_001;

    private Refusal() {}

    public static <E extends ProcessEngineException> E inWords(E refusal) {
        refusal.setCode(CODE);
        return refusal;
    }
}
