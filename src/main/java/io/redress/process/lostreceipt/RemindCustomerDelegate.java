package io.redress.process.lostreceipt;

import io.redress.casefile.receipt.LossDeclarations;
import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Nobody has come for the declaration yet. */
@Component
class RemindCustomerDelegate implements JavaDelegate {

    private final LossDeclarations declarations;
    private final Clock clock;

    RemindCustomerDelegate(LossDeclarations declarations, Clock clock) {
        this.declarations = declarations;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        declarations.remind(LostReceiptProcess.CASE_ID.in(execution), clock.instant());
    }
}
