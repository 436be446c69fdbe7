package io.redress.process.receiptdispute;

import io.redress.casefile.receipt.LossDeclarations;
import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The paper is the customer's: what was stopped goes on. */
@Component
class ClearDeclarationDelegate implements JavaDelegate {

    private final LossDeclarations declarations;
    private final Clock clock;

    ClearDeclarationDelegate(LossDeclarations declarations, Clock clock) {
        this.declarations = declarations;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        declarations.clear(ReceiptDisputeProcess.CASE_ID.in(execution), clock.instant());
    }
}
