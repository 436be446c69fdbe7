package io.redress.process.intake;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The case is about the same as an earlier one and ends in it; both histories are kept. */
@Component
class JoinComplaintsDelegate implements JavaDelegate {

    private final Course course;

    JoinComplaintsDelegate(Course course) {
        this.course = course;
    }

    @Override
    public void execute(DelegateExecution execution) {
        course.join(IntakeProcess.CASE_ID.in(execution));
    }
}
