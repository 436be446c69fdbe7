package io.redress.process.investigation;

import io.redress.casefile.RefusedCase;
import io.redress.casefile.SubmitHandler;
import io.redress.complaint.Complaints;
import io.redress.entry.Entry;
import io.redress.language.Sentences;
import io.redress.people.Colleague;
import io.redress.people.Members;
import java.util.Map;
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
    public Map<String, Class<?>> reads() {
        return Map.of("investigator", String.class);
    }

    @Override
    public void submit(Entry submission) {
        Object investigator = submission.fields().get("investigator");
        if (investigator != null
                && investigator.equals(complaints.core(submission.complaintId()).get("complainedAbout"))) {
            throw new RefusedCase(sentences.say(
                    "plan.investigator",
                    members.colleagues().stream()
                            .filter(person -> person.login().equals(investigator))
                            .map(Colleague::name)
                            .findFirst()
                            .orElse(investigator.toString())));
        }
    }
}
