package io.redress.process.mallpayment;

import io.redress.casefile.paper.Papers;
import io.redress.casefile.plan.Plans;
import io.redress.casefile.settlement.Settlements;
import io.redress.casefile.settlement.SignedPapers;
import java.time.Instant;
import java.util.ArrayList;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Prints what is signed, and says who keeps a copy and by when it is paid. */
@Component
class PrintPapersToSignDelegate implements JavaDelegate {

    private final SignedPapers signed;
    private final Settlements settlements;
    private final Plans plans;

    PrintPapersToSignDelegate(SignedPapers signed, Settlements settlements, Plans plans) {
        this.signed = signed;
        this.settlements = settlements;
        this.plans = plans;
    }

    @Override
    public void execute(DelegateExecution execution) {
        long id = MallPaymentProcess.CASE_ID.in(execution);
        long measure = MallPaymentProcess.MEASURE_ID.in(execution);
        signed.print(id, measure).forEach((kind, why) -> execution.createIncident(Papers.NOT_PRINTED, kind, why));
        MallPaymentProcess.COPY_HOLDERS.set(execution, new ArrayList<>(settlements.copyHolders(id, measure)));
        MallPaymentProcess.INSURED.set(
                execution, settlements.paidBy(id, measure).insured());
        MallPaymentProcess.MEASURE_DUE.set(
                execution,
                plans.due(plans.measure(id, measure)).map(Instant::toString).orElse(null));
    }
}
