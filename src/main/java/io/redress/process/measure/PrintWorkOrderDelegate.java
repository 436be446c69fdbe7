package io.redress.process.measure;

import io.redress.casefile.paper.PaperKind;
import io.redress.casefile.paper.PaperSubjects;
import io.redress.casefile.paper.Papers;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Prints what the department is to do. */
@Component
class PrintWorkOrderDelegate implements JavaDelegate {

    private final Papers papers;

    PrintWorkOrderDelegate(Papers papers) {
        this.papers = papers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        papers.printInCourse(
                        MeasureProcess.CASE_ID.in(execution),
                        PaperKind.WORK_ORDER,
                        PaperSubjects.measure(MeasureProcess.MEASURE_ID.in(execution)))
                .ifPresent(why -> execution.createIncident(Papers.NOT_PRINTED, PaperKind.WORK_ORDER, why));
    }
}
