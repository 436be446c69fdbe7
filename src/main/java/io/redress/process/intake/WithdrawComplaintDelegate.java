package io.redress.process.intake;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The customer has withdrawn the complaint: what waits for them or for us is over. */
@Component
class WithdrawComplaintDelegate implements JavaDelegate {

    private final Course course;

    WithdrawComplaintDelegate(Course course) {
        this.course = course;
    }

    @Override
    public void execute(DelegateExecution execution) {
        course.withdraw(IntakeProcess.CASE_ID.in(execution));
    }
}
