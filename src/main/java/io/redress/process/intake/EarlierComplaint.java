package io.redress.process.intake;

import io.redress.casefile.Answers;
import io.redress.casefile.complaint.Complaint;
import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.complaint.CoreField;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The open case that a complaint may repeat, for whoever compares them. */
@Component
class EarlierComplaint implements Answers {

    private final Complaints complaints;

    EarlierComplaint(Complaints complaints) {
        this.complaints = complaints;
    }

    @Override
    public Map<String, Object> answer(long complaintId, Map<String, Object> step, Collection<String> keys) {
        Map<String, Object> answers = new HashMap<>();
        if (keys.contains(IntakeProcess.EARLIER_NUMBER.key())
                && step.get(IntakeProcess.EARLIER_ID.name()) instanceof Number id) {
            answers.put(
                    IntakeProcess.EARLIER_NUMBER.key(),
                    complaints.find(id.longValue()).map(Complaint::number).orElse(null));
            answers.put(
                    IntakeProcess.EARLIER_DESCRIPTION.key(),
                    complaints.core(id.longValue()).get(CoreField.DESCRIPTION.key()));
        }
        return answers;
    }
}
