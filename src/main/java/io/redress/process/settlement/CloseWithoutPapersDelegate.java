package io.redress.process.settlement;

import io.redress.casefile.settlement.Settlements;
import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Without the papers nothing is paid. */
@Component
class CloseWithoutPapersDelegate implements JavaDelegate {

    private final Settlements settlements;
    private final Clock clock;

    CloseWithoutPapersDelegate(Settlements settlements, Clock clock) {
        this.settlements = settlements;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        settlements.closeWithoutPapers(SettlementProcess.CASE_ID.in(execution), clock.instant());
        SettlementProcess.SETTLEMENT_RESULT.set(execution, "no-papers");
    }
}
