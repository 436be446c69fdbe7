package io.redress.process.lostreceipt;

import io.redress.casefile.receipt.LossDeclarations;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Whether this case goes on with an earlier declaration, whose hold is over. */
@Component
class CheckDeclarationDelegate implements JavaDelegate {

    private final LossDeclarations declarations;

    CheckDeclarationDelegate(LossDeclarations declarations) {
        this.declarations = declarations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        LostReceiptProcess.ON_FILE.set(execution, declarations.holdIsOver(LostReceiptProcess.CASE_ID.in(execution)));
    }
}
