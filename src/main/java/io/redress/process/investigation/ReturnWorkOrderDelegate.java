package io.redress.process.investigation;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Finds who decides on a work order that a department has sent back. */
@Component
class ReturnWorkOrderDelegate implements JavaDelegate {

    private final WorkOrders workOrders;

    ReturnWorkOrderDelegate(WorkOrders workOrders) {
        this.workOrders = workOrders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        long times = InvestigationProcess.TIMES_SENT_BACK.in(execution) + 1;
        InvestigationProcess.TIMES_SENT_BACK.set(execution, times);
        InvestigationProcess.DECIDER.set(
                execution,
                workOrders
                        .decider(
                                InvestigationProcess.CASE_ID.in(execution),
                                InvestigationProcess.DEPARTMENT.in(execution),
                                InvestigationProcess.OWNER_GROUP.in(execution),
                                times)
                        .level());
    }
}
