package io.redress.process.addition;

import io.redress.complaint.Complaints;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the running case what has happened. */
@Component
class PassOnToTheCaseDelegate implements JavaDelegate {

    private static final Map<String, String> MESSAGES = Map.of(
            "withdrawn", AdditionProcess.COMPLAINT_WITHDRAWN,
            "more-evidence", AdditionProcess.EVIDENCE_ARRIVED,
            "legal-or-media", AdditionProcess.LEGAL_OR_MEDIA_DECLARED);

    private final Complaints complaints;

    PassOnToTheCaseDelegate(Complaints complaints) {
        this.complaints = complaints;
    }

    @Override
    public void execute(DelegateExecution execution) {
        if (complaints.find(AdditionProcess.CASE_ID.in(execution)).orElseThrow().closed()) {
            // It was closed since somebody said this; what they said stands in its file.
            return;
        }
        execution
                .getProcessEngineServices()
                .getRuntimeService()
                .createMessageCorrelation(MESSAGES.get(AdditionProcess.ADDITION.in(execution)))
                .processInstanceBusinessKey(execution.getProcessBusinessKey())
                .correlate();
    }
}
