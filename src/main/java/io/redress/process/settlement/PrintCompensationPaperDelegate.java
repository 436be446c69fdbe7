package io.redress.process.settlement;

import io.redress.casefile.paper.PaperKind;
import io.redress.casefile.paper.PaperSubjects;
import io.redress.casefile.paper.Papers;
import io.redress.casefile.settlement.Settlement;
import io.redress.casefile.settlement.Settlements;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Prints the paper by which the sum is approved: a request, or the slip that an insurer sees. */
@Component
class PrintCompensationPaperDelegate implements JavaDelegate {

    private final Papers papers;
    private final Settlements settlements;

    PrintCompensationPaperDelegate(Papers papers, Settlements settlements) {
        this.papers = papers;
        this.settlements = settlements;
    }

    @Override
    public void execute(DelegateExecution execution) {
        long id = SettlementProcess.CASE_ID.in(execution);
        Settlement agreed = settlements.agreed(id).orElseThrow();
        String kind = agreed.insured() ? PaperKind.COMPENSATION_SLIP : PaperKind.COMPENSATION_REQUEST;
        papers.printInCourse(id, kind, PaperSubjects.measure(agreed.measureId()))
                .ifPresent(why -> execution.createIncident(Papers.NOT_PRINTED, kind, why));
    }
}
