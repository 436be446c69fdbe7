package io.redress.process.addition;

import io.redress.casefile.entry.FormField;
import io.redress.engine.variable.CaseVariables;
import io.redress.engine.variable.Variable;

/** The contract of {@code case-addition}: something is added to a running case. */
final class AdditionProcess {

    static final String KEY = "case-addition";

    static final Variable<Long> CASE_ID = CaseVariables.CASE_ID;
    static final Variable<String> NUMBER = CaseVariables.NUMBER;
    /** What is added: one of the words below, or what is passed on to the running case. */
    static final Variable<String> ADDITION = new Variable<>("addition", String.class);
    /** What an authority's deadline is called. */
    static final Variable<String> DEADLINE_NAME = new Variable<>("deadlineName", String.class);
    /** From when it counts, in ISO-8601 with offset. */
    static final Variable<String> DEADLINE_STARTS_AT = new Variable<>("deadlineStartsAt", String.class);
    /** How long it is: a whole number from 1. */
    static final Variable<Long> DEADLINE_AMOUNT = new Variable<>("deadlineAmount", Long.class);
    /** In what it is counted: {@code minutes}, {@code hours}, {@code days}, {@code working-days}, {@code business-hours}. */
    static final Variable<String> DEADLINE_UNIT = new Variable<>("deadlineUnit", String.class);

    static final FormField<String> ADDED = new FormField<>(ADDITION.name(), String.class);
    static final FormField<String> CALL_SAID = new FormField<>("callSaid", String.class);
    /** The login of whoever gets the case. */
    static final FormField<String> NEW_OWNER = new FormField<>("handOverTo", String.class);

    static final FormField<String> OTHER_CATEGORY = new FormField<>("otherCategory", String.class);
    static final FormField<String> OTHER_DESCRIPTION = new FormField<>("otherDescription", String.class);
    static final FormField<String> OTHER_PRODUCT = new FormField<>("otherProduct", String.class);
    static final FormField<String> OTHER_ORDER_NUMBER = new FormField<>("otherOrderNumber", String.class);

    static final String CUSTOMER_CALLS_AGAIN = "customer-calls-again";
    static final String CORRECT_THE_REGISTRATION = "correct-the-registration";
    static final String HAND_OVER_TO = "hand-over-to";

    /** What arrives is a part of the case until somebody has looked at it: the key of its process. */
    static final String MORE_EVIDENCE = "more-evidence";
    /** What that process knows it by: the addition's process instance. */
    static final Variable<String> ADDITION_ID = new Variable<>("additionId", String.class);

    static final String COMPLAINT_WITHDRAWN = "complaint.withdrawn";
    static final String LEGAL_OR_MEDIA_DECLARED = "legal-or-media.declared";

    private AdditionProcess() {}
}
