package io.redress.process.lostreceipt;

import io.redress.casefile.receipt.LossDeclarations;
import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The customer hears that they may come. */
@Component
class ReportHoldOverDelegate implements JavaDelegate {

    private final LossDeclarations declarations;
    private final Clock clock;

    ReportHoldOverDelegate(LossDeclarations declarations, Clock clock) {
        this.declarations = declarations;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        declarations.over(LostReceiptProcess.CASE_ID.in(execution), clock.instant());
    }
}
