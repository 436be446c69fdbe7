package io.redress.process.receiptvisit;

import io.redress.casefile.receipt.Visits;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** What is due to whoever has come, by the table. */
@Component
class DecideOutcomeDelegate implements JavaDelegate {

    private final Visits visits;

    DecideOutcomeDelegate(Visits visits) {
        this.visits = visits;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ReceiptVisitProcess.RECEIPT_OUTCOME.set(execution, visits.outcome(ReceiptVisitProcess.CASE_ID.in(execution)));
        ReceiptVisitProcess.VISIT_SERVED.set(execution, false);
    }
}
