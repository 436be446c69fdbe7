package io.redress.process.intake;

import io.redress.casefile.Answers;
import io.redress.casefile.complaint.Complaint;
import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.complaint.CoreField;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The open case that a complaint may repeat, for whoever compares them. */
@Component
class EarlierComplaint implements Answers {

    private final ObjectProvider<ComplaintIntake> intake;
    private final Complaints complaints;

    EarlierComplaint(ObjectProvider<ComplaintIntake> intake, Complaints complaints) {
        this.intake = intake;
        this.complaints = complaints;
    }

    @Override
    public Map<String, Object> answer(long complaintId, Map<String, Object> step, Collection<String> keys) {
        Map<String, Object> answers = new HashMap<>();
        if (keys.contains(IntakeProcess.EARLIER_NUMBER.key())) {
            Optional<Complaint> earlier = intake.getObject().earlier(complaintId);
            answers.put(
                    IntakeProcess.EARLIER_NUMBER.key(),
                    earlier.map(Complaint::number).orElse(null));
            answers.put(
                    IntakeProcess.EARLIER_DESCRIPTION.key(),
                    earlier.map(found -> complaints.core(found.id()).get(CoreField.DESCRIPTION.key()))
                            .orElse(null));
        }
        return answers;
    }
}
