package io.redress.process.settlement;

import io.redress.casefile.paper.PaperKind;
import io.redress.casefile.paper.PaperSubjects;
import io.redress.casefile.paper.Papers;
import io.redress.casefile.settlement.Settlements;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Prints the request by which the sum is approved. */
@Component
class PrintCompensationRequestDelegate implements JavaDelegate {

    private final Papers papers;
    private final Settlements settlements;

    PrintCompensationRequestDelegate(Papers papers, Settlements settlements) {
        this.papers = papers;
        this.settlements = settlements;
    }

    @Override
    public void execute(DelegateExecution execution) {
        long id = SettlementProcess.CASE_ID.in(execution);
        long measure = settlements.agreed(id).orElseThrow().measureId();
        papers.printInCourse(id, PaperKind.COMPENSATION_REQUEST, PaperSubjects.measure(measure))
                .ifPresent(why -> execution.createIncident(Papers.NOT_PRINTED, PaperKind.COMPENSATION_REQUEST, why));
    }
}
