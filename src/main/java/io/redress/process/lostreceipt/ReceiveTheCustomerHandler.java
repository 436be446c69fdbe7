package io.redress.process.lostreceipt;

import io.redress.casefile.SubmitHandler;
import io.redress.casefile.entry.Entry;
import io.redress.casefile.entry.FormField;
import io.redress.casefile.receipt.Visits;
import java.util.Set;
import org.springframework.stereotype.Component;

/** An agent who asks for a refund hears the rule at the desk. */
@Component
class ReceiveTheCustomerHandler implements SubmitHandler {

    private final Visits visits;

    ReceiveTheCustomerHandler(Visits visits) {
        this.visits = visits;
    }

    @Override
    public Set<FormField<?>> reads() {
        return Visits.FIELDS;
    }

    @Override
    public void submit(Entry submission) {
        visits.check(submission);
    }
}
