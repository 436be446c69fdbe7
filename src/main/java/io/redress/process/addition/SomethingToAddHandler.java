package io.redress.process.addition;

import io.redress.casefile.RefusedCase;
import io.redress.casefile.SubmitHandler;
import io.redress.entry.Entry;
import io.redress.escalation.CasePeople;
import io.redress.handover.Handover;
import io.redress.language.Sentences;
import io.redress.people.Groups;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What an addition must keep beyond its form, so that whoever adds it hears so at once. */
@Component
class SomethingToAddHandler implements SubmitHandler {

    private final Handover handover;
    private final CasePeople people;
    private final Groups groups;
    private final Sentences sentences;

    SomethingToAddHandler(Handover handover, CasePeople people, Groups groups, Sentences sentences) {
        this.handover = handover;
        this.people = people;
        this.groups = groups;
        this.sentences = sentences;
    }

    @Override
    public Map<String, Class<?>> reads() {
        return Map.of(AdditionProcess.ADDITION.name(), String.class, "handOverTo", String.class);
    }

    @Override
    public void submit(Entry submission) {
        switch (Objects.toString(submission.fields().get(AdditionProcess.ADDITION.name()), "")) {
            case AdditionProcess.CORRECT_THE_REGISTRATION -> corrects(submission);
            case AdditionProcess.HAND_OVER_TO -> fits(submission);
            case "" -> throw new RefusedCase(sentences.say("addition.unsaid"));
            default -> {}
        }
    }

    private void corrects(Entry submission) {
        if (Additions.given(submission).isEmpty()) {
            throw new RefusedCase(sentences.say("addition.nothing-corrected"));
        }
    }

    private void fits(Entry submission) {
        String person = Objects.toString(Additions.person(submission), "");
        if (!handover.possible(submission.complaintId(), person)) {
            String inHand = people.groups(submission.complaintId()).stream()
                    .map(id -> groups.find(id)
                            .map(group -> group.name(sentences.language()))
                            .orElse(id))
                    .collect(Collectors.joining(sentences.say("addition.and")));
            throw new RefusedCase(
                    inHand.isEmpty()
                            ? sentences.say("addition.no-task")
                            : sentences.say("addition.no-task-for", person, inHand));
        }
    }
}
