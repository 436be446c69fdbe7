package io.redress.process.recovery;

import io.redress.casefile.settlement.Recoveries;
import io.redress.casefile.settlement.Recovery;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Looks whether anything is still owed, and whether it can be got. */
@Component
class CheckRecoveryDelegate implements JavaDelegate {

    private final Recoveries recoveries;

    CheckRecoveryDelegate(Recoveries recoveries) {
        this.recoveries = recoveries;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Recovery owed = recoveries.of(RecoveryProcess.CASE_ID.in(execution), RecoveryProcess.RECOVERY_ID.in(execution));
        RecoveryProcess.RECOVERY_STATE.set(
                execution, owed.open().signum() == 0 ? "recovered" : owed.doubt() == null ? "open" : "doubtful");
    }
}
