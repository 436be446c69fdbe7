package io.redress.process.investigation;

import io.redress.casefile.RefusedCase;
import io.redress.casefile.SubmitHandler;
import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.complaint.CoreField;
import io.redress.casefile.entry.Entry;
import io.redress.casefile.entry.FormField;
import io.redress.language.Sentences;
import io.redress.people.Colleague;
import io.redress.people.Members;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Nobody investigates a complaint about oneself. */
@Component
class StartTheInvestigationHandler implements SubmitHandler {

    private final Complaints complaints;
    private final Members members;
    private final Sentences sentences;

    StartTheInvestigationHandler(Complaints complaints, Members members, Sentences sentences) {
        this.complaints = complaints;
        this.members = members;
        this.sentences = sentences;
    }

    @Override
    public Set<FormField<?>> reads() {
        return Set.of(InvestigationProcess.INVESTIGATOR);
    }

    @Override
    public void submit(Entry submission) {
        String investigator = InvestigationProcess.INVESTIGATOR.find(submission).orElse(null);
        if (investigator != null
                && investigator.equals(
                        complaints.core(submission.complaintId()).get(CoreField.COMPLAINED_ABOUT.key()))) {
            throw new RefusedCase(sentences.say(
                    "plan.investigator",
                    members.colleagues().stream()
                            .filter(person -> person.login().equals(investigator))
                            .map(Colleague::name)
                            .findFirst()
                            .orElse(investigator)));
        }
    }
}
