package io.redress.process.claimpayout;

import io.redress.casefile.SubmitHandler;
import io.redress.casefile.entry.Entry;
import io.redress.casefile.entry.FormField;
import io.redress.casefile.insurance.ClaimFields;
import io.redress.casefile.settlement.Payouts;
import java.util.Set;
import org.springframework.stereotype.Component;

/** A part of the payout is in the ledger in the very transaction in which it is written down. */
@Component
class BookThePayoutHandler implements SubmitHandler {

    private final Payouts payouts;

    BookThePayoutHandler(Payouts payouts) {
        this.payouts = payouts;
    }

    @Override
    public Set<FormField<?>> reads() {
        return ClaimFields.PAYOUT;
    }

    @Override
    public void submit(Entry submission) {
        payouts.book(submission);
    }
}
