package io.redress.process.accidentscene;

import io.redress.casefile.paper.PaperKind;
import io.redress.casefile.paper.Papers;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The report lies ready to be signed. */
@Component
class PrintAccidentReportDelegate implements JavaDelegate {

    private final Papers papers;

    PrintAccidentReportDelegate(Papers papers) {
        this.papers = papers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        papers.printInCourse(AccidentSceneProcess.CASE_ID.in(execution), PaperKind.ACCIDENT_REPORT, "")
                .ifPresent(why -> execution.createIncident(Papers.NOT_PRINTED, PaperKind.ACCIDENT_REPORT, why));
    }
}
