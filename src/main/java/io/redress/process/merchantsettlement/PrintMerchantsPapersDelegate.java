package io.redress.process.merchantsettlement;

import io.redress.casefile.paper.Papers;
import io.redress.casefile.settlement.Settlements;
import io.redress.casefile.settlement.SignedPapers;
import java.util.ArrayList;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Prints what is signed, and says whom to ask for the payment, and who keeps a copy. */
@Component
class PrintMerchantsPapersDelegate implements JavaDelegate {

    private final SignedPapers signed;
    private final Settlements settlements;

    PrintMerchantsPapersDelegate(SignedPapers signed, Settlements settlements) {
        this.signed = signed;
        this.settlements = settlements;
    }

    @Override
    public void execute(DelegateExecution execution) {
        long id = MerchantSettlementProcess.CASE_ID.in(execution);
        long measure = MerchantSettlementProcess.MEASURE_ID.in(execution);
        signed.print(id, measure).forEach((kind, why) -> execution.createIncident(Papers.NOT_PRINTED, kind, why));
        MerchantSettlementProcess.PAYING_GROUP.set(execution, settlements.merchantsGroup(id, measure));
        MerchantSettlementProcess.COPY_HOLDERS.set(execution, new ArrayList<>(settlements.copyHolders(id, measure)));
        MerchantSettlementProcess.INSURED.set(
                execution, settlements.paidBy(id, measure).insured());
    }
}
