package io.redress.process.intake;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Thanks the customer and says the number, where nobody has done so yet. */
@Component
class SendAcknowledgementDelegate implements JavaDelegate {

    private final Course course;

    SendAcknowledgementDelegate(Course course) {
        this.course = course;
    }

    @Override
    public void execute(DelegateExecution execution) {
        course.acknowledge(IntakeProcess.CASE_ID.in(execution));
    }
}
