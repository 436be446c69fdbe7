package io.redress.process.injury;

import io.redress.casefile.injury.Injuries;
import io.redress.engine.variable.CaseVariables;
import io.redress.engine.variable.RouteVariables;
import io.redress.engine.variable.Variable;

/** The contract of {@code customer-injury}: a customer is hurt on the premises or by goods. */
final class InjuryProcess {

    static final String KEY = Injuries.ROUTE;

    static final Variable<Long> CASE_ID = CaseVariables.CASE_ID;
    static final Variable<String> OWNER_GROUP = CaseVariables.OWNER_GROUP;
    static final Variable<Boolean> PLAN_AGREED = RouteVariables.PLAN_AGREED;

    /** The group that decides on company and advance. */
    static final Variable<String> DUTY_MANAGER = new Variable<>("dutyManager", String.class);
    /** The group that secures the evidence. */
    static final Variable<String> SCENE_GROUP = new Variable<>("sceneGroup", String.class);
    /** The group that concludes on liability. */
    static final Variable<String> CONCLUDER = new Variable<>("concluder", String.class);
    /** The group that decides what becomes of an advance. */
    static final Variable<String> ADVANCE_DECIDER = new Variable<>("advanceDecider", String.class);
    /** {@code premises} or {@code goods-at-home}. */
    static final Variable<String> INJURY_PLACE = new Variable<>("injuryPlace", String.class);
    /** {@code told}, {@code waited-for} or {@code none}. */
    static final Variable<String> INSURER_STATE = new Variable<>("insurerState", String.class);
    /** {@code ours}, {@code not-ours} or {@code disputed}. */
    static final Variable<String> INJURY_LIABILITY = new Variable<>("injuryLiability", String.class);
    /** {@code settlement}, {@code judgment-against-us}, {@code advance-enough}, {@code judgment-for-us} or {@code claim-withdrawn}. */
    static final Variable<String> LEGAL_RESULT = new Variable<>("legalResult", String.class);
    /** Whether somebody is to decide what becomes of an advance. */
    static final Variable<Boolean> ADVANCE_OPEN = new Variable<>("advanceOpen", Boolean.class);
    /** {@code yes} or {@code no}. */
    static final Variable<String> FINDING_ACCEPTED = new Variable<>("findingAccepted", String.class);

    private InjuryProcess() {}
}
