package io.redress.process.addition;

import io.redress.casefile.RefusedCase;
import io.redress.casefile.SubmitHandler;
import io.redress.casefile.entry.Entry;
import io.redress.casefile.entry.FormField;
import io.redress.casefile.escalation.CasePeople;
import io.redress.casefile.handover.Handover;
import io.redress.language.Sentences;
import io.redress.people.Groups;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What an addition must keep beyond its form, so that whoever adds it hears so at once. */
@Component
class SomethingToAddHandler implements SubmitHandler {

    private final News news;
    private final Handover handover;
    private final CasePeople people;
    private final Groups groups;
    private final Sentences sentences;

    SomethingToAddHandler(News news, Handover handover, CasePeople people, Groups groups, Sentences sentences) {
        this.news = news;
        this.handover = handover;
        this.people = people;
        this.groups = groups;
        this.sentences = sentences;
    }

    @Override
    public Set<FormField<?>> reads() {
        return Set.of(AdditionProcess.ADDED, AdditionProcess.NEW_OWNER);
    }

    @Override
    public void submit(Entry submission) {
        switch (AdditionProcess.ADDED.find(submission).orElse("")) {
            case AdditionProcess.CORRECT_THE_REGISTRATION -> corrects(submission);
            case AdditionProcess.HAND_OVER_TO -> fits(submission);
            case "" -> throw new RefusedCase(sentences.say("addition.unsaid"));
            default -> news.check(AdditionProcess.ADDED.in(submission), submission);
        }
    }

    private void corrects(Entry submission) {
        if (Additions.given(submission).isEmpty()) {
            throw new RefusedCase(sentences.say("addition.nothing-corrected"));
        }
    }

    private void fits(Entry submission) {
        String person = AdditionProcess.NEW_OWNER.find(submission).orElse("");
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
