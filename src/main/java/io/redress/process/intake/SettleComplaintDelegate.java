package io.redress.process.intake;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The result is told and its measures are done; the follow-up waits. */
@Component
class SettleComplaintDelegate implements JavaDelegate {

    private final Course course;

    SettleComplaintDelegate(Course course) {
        this.course = course;
    }

    @Override
    public void execute(DelegateExecution execution) {
        course.settle(
                IntakeProcess.CASE_ID.in(execution),
                IntakeProcess.OUTCOME.find(execution).orElse("agreed"));
    }
}
