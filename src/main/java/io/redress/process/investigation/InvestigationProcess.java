package io.redress.process.investigation;

import io.redress.casefile.entry.FormField;
import io.redress.engine.variable.CaseVariables;
import io.redress.engine.variable.Variable;
import java.util.Collection;

/** The contract of {@code investigation}: what has happened, and who answers for it. */
final class InvestigationProcess {

    static final String KEY = "investigation";

    static final Variable<Long> CASE_ID = CaseVariables.CASE_ID;
    static final Variable<String> OWNER_GROUP = CaseVariables.OWNER_GROUP;

    /** The departments that have a work order each. */
    @SuppressWarnings("rawtypes")
    static final Variable<Collection> WORK_ORDERS = new Variable<>("workOrders", Collection.class);

    /** One of them; whoever decides on a work order may give it to another. */
    static final Variable<String> DEPARTMENT = new Variable<>("department", String.class);
    /** {@code finding} or {@code sent-back}. */
    static final Variable<String> ORDER_ANSWER = new Variable<>("orderAnswer", String.class);

    static final Variable<Long> TIMES_SENT_BACK = new Variable<>("timesSentBack", Long.class);
    static final Variable<String> DECIDER = new Variable<>("decider", String.class);

    /** By when the customer was told to hear again, in ISO-8601; absent when no day was named. */
    static final Variable<String> PROMISED_ON = new Variable<>("promisedOn", String.class);
    /** Out: {@code valid} or {@code not-valid}; {@code facts-missing} until the customer has been asked. */
    static final Variable<String> CONCLUSION = new Variable<>("conclusion", String.class);

    /** The login of whoever investigates. */
    static final FormField<String> INVESTIGATOR = new FormField<>("investigator", String.class);

    private InvestigationProcess() {}
}
