package io.redress.process.merchantrepayment;

import io.redress.casefile.SubmitHandler;
import io.redress.casefile.entry.Entry;
import io.redress.casefile.entry.FormField;
import io.redress.casefile.repayment.Repayments;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What goes to the merchant is in the ledger in the very transaction in which it is written down. */
@Component
class RepayTheMerchantHandler implements SubmitHandler {

    private final Repayments repayments;

    RepayTheMerchantHandler(Repayments repayments) {
        this.repayments = repayments;
    }

    @Override
    public Set<FormField<?>> reads() {
        return Repayments.FIELDS;
    }

    @Override
    public void submit(Entry submission) {
        repayments.paid(submission);
    }
}
