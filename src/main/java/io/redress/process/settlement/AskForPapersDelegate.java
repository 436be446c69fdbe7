package io.redress.process.settlement;

import io.redress.casefile.entry.Entries;
import io.redress.casefile.message.Messages;
import java.time.Clock;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The customer hears all that is missing at once. */
@Component
class AskForPapersDelegate implements JavaDelegate {

    private final Messages messages;
    private final Entries entries;
    private final Clock clock;

    AskForPapersDelegate(Messages messages, Entries entries, Clock clock) {
        this.messages = messages;
        this.entries = entries;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        long id = SettlementProcess.CASE_ID.in(execution);
        messages.toCustomer(
                id,
                "papers-missing",
                Map.of("missing", entries.newest(id, SettlementProcess.MISSING).orElse("")),
                clock.instant());
    }
}
