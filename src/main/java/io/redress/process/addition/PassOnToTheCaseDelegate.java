package io.redress.process.addition;

import io.redress.casefile.complaint.Complaint;
import io.redress.casefile.complaint.Complaints;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
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
        long id = AdditionProcess.CASE_ID.in(execution);
        // From here on it neither ends nor stops listening.
        complaints.lock(Set.of(id));
        Complaint complaint = complaints.find(id).orElseThrow();
        String message = MESSAGES.get(AdditionProcess.ADDITION.in(execution));
        if (complaint.closed()
                || message.equals(AdditionProcess.COMPLAINT_WITHDRAWN)
                        && Complaint.WITHDRAWN.equals(complaint.ending())) {
            // It was closed, or withdrawn, since somebody said this; what they said stands in its file.
            return;
        }
        boolean heard = !execution
                .getProcessEngineServices()
                .getRuntimeService()
                .createMessageCorrelation(message)
                .processInstanceBusinessKey(execution.getProcessBusinessKey())
                .correlateAllWithResult()
                .isEmpty();
        // Where it has its ending, the customer's part is over; else it is just being registered, and the next try
        // finds it.
        if (!heard && complaint.ending() == null) {
            throw new MismatchingMessageCorrelationException(message, "the case does not listen yet");
        }
    }
}
