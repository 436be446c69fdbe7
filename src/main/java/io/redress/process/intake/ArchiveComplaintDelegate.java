package io.redress.process.intake;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Closes the case and locks its dossier. */
@Component
class ArchiveComplaintDelegate implements JavaDelegate {

    private final Course course;

    ArchiveComplaintDelegate(Course course) {
        this.course = course;
    }

    @Override
    public void execute(DelegateExecution execution) {
        course.archive(IntakeProcess.CASE_ID.in(execution));
    }
}
