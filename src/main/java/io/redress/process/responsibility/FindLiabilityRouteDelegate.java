package io.redress.process.responsibility;

import io.redress.casefile.escalation.Escalation;
import io.redress.casefile.settlement.LiabilityRoutes;
import io.redress.casefile.settlement.Responsibilities;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Which of the four routes the claim goes, by the table; who agrees the sum, and whose money it is. */
@Component
class FindLiabilityRouteDelegate implements JavaDelegate {

    private static final String EMPTY_LEVEL = "empty-level";

    private final Responsibilities responsibilities;
    private final Escalation escalation;

    FindLiabilityRouteDelegate(Responsibilities responsibilities, Escalation escalation) {
        this.responsibilities = responsibilities;
        this.escalation = escalation;
    }

    @Override
    public void execute(DelegateExecution execution) {
        long id = ResponsibilityProcess.CASE_ID.in(execution);
        LiabilityRoutes.LiabilityRoute route = responsibilities.route(id);
        ResponsibilityProcess.LIABILITY_ROUTE.set(execution, route.name());
        ResponsibilityProcess.PAYER.set(execution, route.payer().text());
        ResponsibilityProcess.GOODWILL_PAYMENT.set(execution, responsibilities.goodwill(id));
        Escalation.Outcome settler = responsibilities.settler(id);
        ResponsibilityProcess.SETTLER.set(execution, settler.level());
        settler.emptyLevels()
                .forEach(group -> execution.createIncident(EMPTY_LEVEL, group, escalation.emptyLevel(group)));
    }
}
