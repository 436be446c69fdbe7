package io.redress.process.lostreceipt;

import io.redress.casefile.receipt.LossDeclarations;
import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Nobody has come at all: the declaration waits for a later visit, which is a case of its own. */
@Component
class KeepOnFileDelegate implements JavaDelegate {

    private final LossDeclarations declarations;
    private final Clock clock;

    KeepOnFileDelegate(LossDeclarations declarations, Clock clock) {
        this.declarations = declarations;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        declarations.keepOnFile(LostReceiptProcess.CASE_ID.in(execution), clock.instant());
    }
}
