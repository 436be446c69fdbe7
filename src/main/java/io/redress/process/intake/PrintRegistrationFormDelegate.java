package io.redress.process.intake;

import io.redress.casefile.paper.PaperKind;
import io.redress.casefile.paper.Papers;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Prints what the customer said, to be signed. */
@Component
class PrintRegistrationFormDelegate implements JavaDelegate {

    private final Papers papers;

    PrintRegistrationFormDelegate(Papers papers) {
        this.papers = papers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        papers.printInCourse(IntakeProcess.CASE_ID.in(execution), PaperKind.REGISTRATION_FORM, "")
                .ifPresent(why -> execution.createIncident(Papers.NOT_PRINTED, PaperKind.REGISTRATION_FORM, why));
    }
}
