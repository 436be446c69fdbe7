package io.redress.process.settlement;

import io.redress.casefile.entry.FormField;
import io.redress.engine.variable.CaseVariables;
import io.redress.engine.variable.Variable;

/** The contract of {@code settlement}: the sum is agreed, the papers are there, and our money is approved. */
final class SettlementProcess {

    static final String KEY = "settlement";

    static final Variable<Long> CASE_ID = CaseVariables.CASE_ID;
    /** The group that agrees the sum with the customer. */
    static final Variable<String> SETTLER = new Variable<>("settler", String.class);
    /** {@code mall} or {@code merchant}. */
    static final Variable<String> PAYER = new Variable<>("payer", String.class);
    /** {@code agreed}, {@code refused}, {@code not-agreed} or {@code no-papers}. */
    static final Variable<String> SETTLEMENT_RESULT = new Variable<>("settlementResult", String.class);
    /** Whether the customer is to bring papers. */
    static final Variable<Boolean> PAPERS_NEEDED = new Variable<>("papersNeeded", Boolean.class);
    /** {@code known}, {@code waited-for} or {@code none}. */
    static final Variable<String> INSURERS_ANSWER = new Variable<>("insurersAnswer", String.class);
    /** {@code yes} or {@code no}. */
    static final Variable<String> PAPERS_COMPLETE = new Variable<>("papersComplete", String.class);
    /** {@code go-on} or {@code close}. */
    static final Variable<String> WITHOUT_PAPERS = new Variable<>("withoutPapers", String.class);

    static final Variable<String> COMPENSATION_DECISION = new Variable<>("compensationDecision", String.class);

    static final FormField<String> COMPLETE = new FormField<>("papersComplete", String.class);
    /** What is missing, as the customer is told. */
    static final FormField<String> MISSING = new FormField<>("papersMissing", String.class);

    private SettlementProcess() {}
}
