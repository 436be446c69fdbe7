package io.redress.process.intake;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The problem came back: the case is open again, its clocks run anew. */
@Component
class ReopenComplaintDelegate implements JavaDelegate {

    private final Course course;

    ReopenComplaintDelegate(Course course) {
        this.course = course;
    }

    @Override
    public void execute(DelegateExecution execution) {
        IntakeProcess.PLAN_AGREED.set(execution, false);
        course.reopen(IntakeProcess.CASE_ID.in(execution));
    }
}
