package io.redress.process.receiptdispute;

import io.redress.casefile.entry.Entries;
import io.redress.casefile.receipt.LossDeclarations;
import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The paper is somebody else's: the customer is told why nothing is done on it. */
@Component
class RejectDeclarationDelegate implements JavaDelegate {

    private final LossDeclarations declarations;
    private final Entries entries;
    private final Clock clock;

    RejectDeclarationDelegate(LossDeclarations declarations, Entries entries, Clock clock) {
        this.declarations = declarations;
        this.entries = entries;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        long id = ReceiptDisputeProcess.CASE_ID.in(execution);
        declarations.reject(id, entries.newest(id, ReceiptDisputeProcess.REASON).orElse(""), clock.instant());
    }
}
