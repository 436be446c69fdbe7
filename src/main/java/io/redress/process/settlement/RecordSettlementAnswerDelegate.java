package io.redress.process.settlement;

import io.redress.casefile.settlement.Settlement;
import io.redress.casefile.settlement.Settlements;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** What the customer said, whether they bring papers, and whose money it is: of a small sum, the mall’s. */
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
        Optional<Settlement> agreed = settlements.agreed(id);
        SettlementProcess.PAPERS_NEEDED.set(
                execution, agreed.map(Settlement::papersNeeded).isPresent());
        agreed.ifPresent(
                one -> SettlementProcess.PAYER.set(execution, one.payer().text()));
    }
}
