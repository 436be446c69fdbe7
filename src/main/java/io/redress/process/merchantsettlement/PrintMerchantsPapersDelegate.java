package io.redress.process.merchantsettlement;

import io.redress.casefile.paper.Papers;
import io.redress.casefile.plan.Plans;
import io.redress.casefile.settlement.Settlements;
import io.redress.casefile.settlement.SignedPapers;
import java.time.Instant;
import java.util.ArrayList;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Prints what is signed, and says whom to ask for the payment, who keeps a copy, and by when it is paid. */
@Component
class PrintMerchantsPapersDelegate implements JavaDelegate {

    private final SignedPapers signed;
    private final Settlements settlements;
    private final Plans plans;

    PrintMerchantsPapersDelegate(SignedPapers signed, Settlements settlements, Plans plans) {
        this.signed = signed;
        this.settlements = settlements;
        this.plans = plans;
    }

    @Override
    public void execute(DelegateExecution execution) {
        long id = MerchantSettlementProcess.CASE_ID.in(execution);
        long measure = MerchantSettlementProcess.MEASURE_ID.in(execution);
        signed.print(id, measure).forEach((kind, why) -> execution.createIncident(Papers.NOT_PRINTED, kind, why));
        MerchantSettlementProcess.PAYING_GROUP.set(execution, settlements.merchantsGroup(id, measure));
        MerchantSettlementProcess.COPY_HOLDERS.set(execution, new ArrayList<>(settlements.copyHolders(id, measure)));
        MerchantSettlementProcess.MEASURE_DUE.set(
                execution,
                plans.due(plans.measure(id, measure)).map(Instant::toString).orElse(null));
    }
}
