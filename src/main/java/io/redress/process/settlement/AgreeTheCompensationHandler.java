package io.redress.process.settlement;

import io.redress.casefile.SubmitHandler;
import io.redress.casefile.entry.Entry;
import io.redress.casefile.entry.FormField;
import io.redress.casefile.settlement.Settlements;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What was agreed is offered in the ledger in the very transaction in which it is written down. */
@Component
class AgreeTheCompensationHandler implements SubmitHandler {

    private final Settlements settlements;

    AgreeTheCompensationHandler(Settlements settlements) {
        this.settlements = settlements;
    }

    @Override
    public Set<FormField<?>> reads() {
        return settlements.fields();
    }

    @Override
    public void submit(Entry submission) {
        settlements.offer(submission);
    }
}
