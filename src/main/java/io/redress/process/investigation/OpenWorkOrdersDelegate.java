package io.redress.process.investigation;

import io.redress.casefile.escalation.Escalation;
import io.redress.casefile.paper.PaperKind;
import io.redress.casefile.paper.Papers;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Puts the complaint to each department that was named; one without people is passed over, and an admin told. */
@Component
class OpenWorkOrdersDelegate implements JavaDelegate {

    private static final String EMPTY_LEVEL = "empty-level";

    private final WorkOrders workOrders;
    private final Escalation escalation;

    OpenWorkOrdersDelegate(WorkOrders workOrders, Escalation escalation) {
        this.workOrders = workOrders;
        this.escalation = escalation;
    }

    @Override
    public void execute(DelegateExecution execution) {
        WorkOrders.Asked asked = workOrders.open(InvestigationProcess.CASE_ID.in(execution));
        InvestigationProcess.WORK_ORDERS.set(execution, asked.departments());
        asked.empty().forEach(group -> execution.createIncident(EMPTY_LEVEL, group, escalation.emptyLevel(group)));
        asked.unprinted().forEach(why -> execution.createIncident(Papers.NOT_PRINTED, PaperKind.WORK_ORDER, why));
    }
}
