package io.redress.process.recovery;

import io.redress.casefile.settlement.Recoveries;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Whoever in the case waits for it hears that nothing is owed any more. */
@Component
class ReportRecoveryDelegate implements JavaDelegate {

    private final Recoveries recoveries;

    ReportRecoveryDelegate(Recoveries recoveries) {
        this.recoveries = recoveries;
    }

    @Override
    public void execute(DelegateExecution execution) {
        recoveries.finish(RecoveryProcess.CASE_ID.in(execution), RecoveryProcess.RECOVERY_ID.in(execution));
    }
}
