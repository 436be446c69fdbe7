package io.redress.process.evidence;

import io.redress.casefile.part.Parts;
import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Somebody has looked at it: the archive need not wait for that any more. */
@Component
class ReportEvidenceSeenDelegate implements JavaDelegate {

    private final Parts parts;
    private final Clock clock;

    ReportEvidenceSeenDelegate(Parts parts, Clock clock) {
        this.parts = parts;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        parts.finish(
                EvidenceProcess.CASE_ID.in(execution),
                EvidenceProcess.KEY,
                EvidenceProcess.ADDITION_ID.in(execution),
                clock.instant());
    }
}
