package io.redress.process.accidentscene;

import io.redress.engine.variable.CaseVariables;
import io.redress.engine.variable.Variable;

/** The contract of {@code accident-scene}: what shows how it happened is kept. */
final class AccidentSceneProcess {

    static final String KEY = "accident-scene";

    static final Variable<Long> CASE_ID = CaseVariables.CASE_ID;
    /** The group that secures it. */
    static final Variable<String> SCENE_GROUP = new Variable<>("sceneGroup", String.class);
    /** {@code premises} or {@code goods-at-home}. */
    static final Variable<String> INJURY_PLACE = new Variable<>("injuryPlace", String.class);
    /** {@code yes} or {@code no}. */
    static final Variable<String> STOP_OF_SALE = new Variable<>("stopOfSale", String.class);

    private AccidentSceneProcess() {}
}
