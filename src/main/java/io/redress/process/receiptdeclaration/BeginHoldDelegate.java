package io.redress.process.receiptdeclaration;

import io.redress.casefile.receipt.LossDeclarations;
import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The hold begins, and the customer hears from when they may come. */
@Component
class BeginHoldDelegate implements JavaDelegate {

    private final LossDeclarations declarations;
    private final Clock clock;

    BeginHoldDelegate(LossDeclarations declarations, Clock clock) {
        this.declarations = declarations;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        declarations.hold(ReceiptDeclarationProcess.CASE_ID.in(execution), clock.instant());
        ReceiptDeclarationProcess.DECLARATION_ACCEPTED.set(execution, true);
    }
}
