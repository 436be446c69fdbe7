package io.redress.process.settlement;

import io.redress.casefile.settlement.Settlements;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Looks whether the insurer has said what it wants to see, before that is waited for. */
@Component
class CheckInsurersAnswerDelegate implements JavaDelegate {

    private final Settlements settlements;

    CheckInsurersAnswerDelegate(Settlements settlements) {
        this.settlements = settlements;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String answer = settlements.insurersAnswer(SettlementProcess.CASE_ID.in(execution));
        SettlementProcess.INSURERS_ANSWER.set(execution, answer);
        if (answer.equals("known")) {
            SettlementProcess.PAPERS_NEEDED.set(execution, true);
        }
    }
}
