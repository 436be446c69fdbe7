package io.redress.process.merchantsettlement;

import io.redress.casefile.SubmitHandler;
import io.redress.casefile.entry.Entry;
import io.redress.casefile.entry.FormField;
import io.redress.casefile.settlement.MerchantPayments;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The merchant has paid, as the signed papers show; or has not. */
@Component
class ConfirmThePaymentHandler implements SubmitHandler {

    private final MerchantPayments payments;

    ConfirmThePaymentHandler(MerchantPayments payments) {
        this.payments = payments;
    }

    @Override
    public Set<FormField<?>> reads() {
        return MerchantPayments.FIELDS;
    }

    @Override
    public void submit(Entry submission) {
        payments.confirmed(submission);
    }
}
