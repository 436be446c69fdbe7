package io.redress.process.receiptdeclaration;

import io.redress.casefile.entry.Entries;
import io.redress.casefile.receipt.LossDeclarations;
import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The paper is in no book: the customer is told why it ends here. */
@Component
class RefuseDeclarationDelegate implements JavaDelegate {

    private final LossDeclarations declarations;
    private final Entries entries;
    private final Clock clock;

    RefuseDeclarationDelegate(LossDeclarations declarations, Entries entries, Clock clock) {
        this.declarations = declarations;
        this.entries = entries;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        long id = ReceiptDeclarationProcess.CASE_ID.in(execution);
        declarations.refuse(
                id, entries.newest(id, ReceiptDeclarationProcess.NOT_FOUND).orElse(""), clock.instant());
        ReceiptDeclarationProcess.DECLARATION_ACCEPTED.set(execution, false);
    }
}
