package io.redress.process.recovery;

import io.redress.casefile.entry.FormField;
import io.redress.casefile.settlement.Recoveries;
import io.redress.engine.variable.CaseVariables;
import io.redress.engine.variable.Variable;
import java.math.BigDecimal;

/** The contract of {@code recovery}: what somebody owes the mall is fetched back, a part of the case of its own. */
final class RecoveryProcess {

    static final String KEY = Recoveries.PART;

    static final Variable<Long> CASE_ID = CaseVariables.CASE_ID;
    static final Variable<Long> RECOVERY_ID = new Variable<>(Recoveries.RECOVERY_ID, Long.class);
    /** {@code recovered}, {@code doubtful} or {@code open}. */
    static final Variable<String> RECOVERY_STATE = new Variable<>("recoveryState", String.class);
    /** {@code write-off} or {@code go-on}. */
    static final Variable<String> LOSS_DECISION = new Variable<>("lossDecision", String.class);

    /** What is fetched back: its id. */
    static final FormField<BigDecimal> RECOVERY = new FormField<>(Recoveries.RECOVERY_ID, BigDecimal.class);
    /** {@code received} or {@code doubtful}. */
    static final FormField<String> NEWS = new FormField<>("recoveryNews", String.class);
    /** In CNY. */
    static final FormField<BigDecimal> AMOUNT = new FormField<>("recoveredAmount", BigDecimal.class);
    /** One of {@link Recoveries#SOURCES}. */
    static final FormField<String> FROM = new FormField<>("recoveredFrom", String.class);

    static final FormField<String> PROOF = new FormField<>("recoveryProof", String.class);
    static final FormField<String> DOUBT = new FormField<>("recoveryDoubt", String.class);
    static final FormField<String> LOSS = new FormField<>("lossDecision", String.class);
    static final FormField<String> LOSS_REASON = new FormField<>("lossReason", String.class);

    private RecoveryProcess() {}
}
