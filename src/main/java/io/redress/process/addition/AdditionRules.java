package io.redress.process.addition;

import io.redress.casefile.RefusedCase;
import io.redress.casefile.SubmissionRule;
import io.redress.entry.Entry;
import io.redress.language.Sentences;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** What an addition must keep beyond its form, so that whoever adds it hears so at once. */
@Component
class AdditionRules implements SubmissionRule {

    private final Sentences sentences;

    AdditionRules(Sentences sentences) {
        this.sentences = sentences;
    }

    @Override
    public void check(Entry submission) {
        Object addition = submission.fields().get(AdditionProcess.ADDITION.name());
        if (!submission.process().equals(AdditionProcess.KEY)) {
            return;
        }
        if (Objects.equals(addition, AdditionProcess.CORRECT_THE_REGISTRATION)
                && Additions.given(submission).isEmpty()) {
            throw new RefusedCase(sentences.say("addition.nothing-corrected"));
        }
    }
}
