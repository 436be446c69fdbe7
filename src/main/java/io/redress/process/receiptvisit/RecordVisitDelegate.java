package io.redress.process.receiptvisit;

import io.redress.casefile.receipt.LossDeclarations;
import io.redress.casefile.receipt.Visits;
import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The customer has got what was due. */
@Component
class RecordVisitDelegate implements JavaDelegate {

    private final LossDeclarations declarations;
    private final Clock clock;

    RecordVisitDelegate(LossDeclarations declarations, Clock clock) {
        this.declarations = declarations;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean refunded = Visits.REFUND.equals(ReceiptVisitProcess.RECEIPT_OUTCOME.in(execution));
        declarations.served(ReceiptVisitProcess.CASE_ID.in(execution), refunded, clock.instant());
        ReceiptVisitProcess.VISIT_SERVED.set(execution, true);
    }
}
