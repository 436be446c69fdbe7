package io.redress.process.settlement;

import io.redress.casefile.settlement.Settlement;
import io.redress.casefile.settlement.Settlements;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** What the customer said, and whether they bring papers. */
@Component
class RecordSettlementAnswerDelegate implements JavaDelegate {

    private final Settlements settlements;

    RecordSettlementAnswerDelegate(Settlements settlements) {
        this.settlements = settlements;
    }

    @Override
    public void execute(DelegateExecution execution) {
        long id = SettlementProcess.CASE_ID.in(execution);
        SettlementProcess.SETTLEMENT_RESULT.set(execution, settlements.answer(id));
        SettlementProcess.PAPERS_NEEDED.set(
                execution, settlements.agreed(id).map(Settlement::papersNeeded).isPresent());
    }
}
