package io.redress.process.receiptdeclaration;

import io.redress.casefile.paper.PaperKind;
import io.redress.casefile.paper.Papers;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Prints the declaration for the signatures. */
@Component
class PrintDeclarationDelegate implements JavaDelegate {

    private final Papers papers;

    PrintDeclarationDelegate(Papers papers) {
        this.papers = papers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        papers.printInCourse(ReceiptDeclarationProcess.CASE_ID.in(execution), PaperKind.LOSS_DECLARATION, "")
                .ifPresent(why -> execution.createIncident(Papers.NOT_PRINTED, PaperKind.LOSS_DECLARATION, why));
    }
}
