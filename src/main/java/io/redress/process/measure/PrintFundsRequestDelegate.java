package io.redress.process.measure;

import io.redress.casefile.paper.PaperKind;
import io.redress.casefile.paper.PaperSubjects;
import io.redress.casefile.paper.Papers;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Prints the request by which finance pays. */
@Component
class PrintFundsRequestDelegate implements JavaDelegate {

    private final Papers papers;

    PrintFundsRequestDelegate(Papers papers) {
        this.papers = papers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        papers.printInCourse(
                        MeasureProcess.CASE_ID.in(execution),
                        PaperKind.FUNDS_REQUEST,
                        PaperSubjects.measure(MeasureProcess.MEASURE_ID.in(execution)))
                .ifPresent(why -> execution.createIncident(Papers.NOT_PRINTED, PaperKind.FUNDS_REQUEST, why));
    }
}
