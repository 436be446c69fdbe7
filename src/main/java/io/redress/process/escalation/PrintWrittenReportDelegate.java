package io.redress.process.escalation;

import io.redress.casefile.paper.PaperKind;
import io.redress.casefile.paper.Papers;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Prints what the owner has written for the level above. */
@Component
class PrintWrittenReportDelegate implements JavaDelegate {

    private final Papers papers;

    PrintWrittenReportDelegate(Papers papers) {
        this.papers = papers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        papers.printInCourse(
                        EscalationProcess.CASE_ID.in(execution),
                        PaperKind.WRITTEN_REPORT,
                        execution.getProcessInstanceId())
                .ifPresent(why -> execution.createIncident(Papers.NOT_PRINTED, PaperKind.WRITTEN_REPORT, why));
    }
}
