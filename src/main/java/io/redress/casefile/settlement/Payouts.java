package io.redress.casefile.settlement;

import io.redress.casefile.entry.Entry;
import io.redress.casefile.insurance.InsuranceClaims;
import io.redress.casefile.insurance.InsuredLoss;
import io.redress.casefile.money.LedgerLine;
import io.redress.casefile.money.Party;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What insurers pay. What goes straight to a customer, who has been paid already, the customer owes the mall. */
@Service
public class Payouts {

    private final InsuranceClaims claims;
    private final Settlements settlements;
    private final Recoveries recoveries;

    Payouts(InsuranceClaims claims, Settlements settlements, Recoveries recoveries) {
        this.claims = claims;
        this.settlements = settlements;
        this.recoveries = recoveries;
    }

    /** @throws io.redress.casefile.RefusedCase as {@link InsuranceClaims#paidOut} does */
    @Transactional
    public void book(Entry news) {
        claims.paidOut(news).filter(line -> line.payee() == Party.CUSTOMER).ifPresent(this::owed);
    }

    private void owed(LedgerLine payout) {
        long id = payout.complaintId();
        List<InsuredLoss> losses = claims.losses(id);
        long measure = losses.get(losses.size() - 1).measureId();
        recoveries.owedMore(
                id,
                measure,
                Party.CUSTOMER,
                settlements.paidBy(id, measure).payee().name(),
                payout.amount(),
                payout.at());
    }
}
