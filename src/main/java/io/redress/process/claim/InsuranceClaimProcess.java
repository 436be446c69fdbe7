package io.redress.process.claim;

import io.redress.casefile.insurance.InsuranceClaims;
import io.redress.engine.variable.CaseVariables;
import io.redress.engine.variable.Variable;

/** The contract of {@code insurance-claim}: what a case claims from an insurer, a part of the case of its own. */
final class InsuranceClaimProcess {

    static final String KEY = InsuranceClaims.PART;

    static final Variable<Long> CASE_ID = CaseVariables.CASE_ID;
    /** The group that speaks to the insurer. */
    static final Variable<String> REPORTER = new Variable<>(InsuranceClaims.REPORTER, String.class);
    /** The group that has judged whether it is the mall’s to answer for. */
    static final Variable<String> DECIDER = new Variable<>(InsuranceClaims.DECIDER, String.class);
    /** {@code covered}, {@code not-covered} or {@code not-yet}. */
    static final Variable<String> INSURERS_OPINION = new Variable<>("insurersOpinion", String.class);
    /** {@code go-on}, {@code wait} or {@code give-up}. */
    static final Variable<String> CLAIM_DECISION = new Variable<>("claimDecision", String.class);
    /** {@code there}, {@code waited-for} or {@code given-up}. */
    static final Variable<String> PAPERS_STATE = new Variable<>("papersState", String.class);
    /** Whether somebody is to decide who bears what the insurer has not paid. */
    static final Variable<Boolean> SHORTFALL_OPEN = new Variable<>("shortfallOpen", Boolean.class);

    private InsuranceClaimProcess() {}
}
