package io.redress.process.intake;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Thanks the customer and says the number, where nobody has done so yet; and whether anybody has judged how urgent it is. */
@Component
class SendAcknowledgementDelegate implements JavaDelegate {

    private final ComplaintIntake intake;

    SendAcknowledgementDelegate(ComplaintIntake intake) {
        this.intake = intake;
    }

    @Override
    public void execute(DelegateExecution execution) {
        long id = IntakeProcess.CASE_ID.in(execution);
        intake.acknowledge(id);
        IntakeProcess.URGENCY_TO_JUDGE.set(execution, intake.urgencyToJudge(id));
    }
}
