package io.redress.process.intake;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** A legal or media case is told to those who must know at once; it stays with whoever has it. */
@Component
class TellLegalAndMediaDelegate implements JavaDelegate {

    private final Course course;

    TellLegalAndMediaDelegate(Course course) {
        this.course = course;
    }

    @Override
    public void execute(DelegateExecution execution) {
        course.tellLegalAndMedia(IntakeProcess.CASE_ID.in(execution));
    }
}
