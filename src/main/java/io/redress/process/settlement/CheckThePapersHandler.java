package io.redress.process.settlement;

import io.redress.casefile.RefusedCase;
import io.redress.casefile.SubmitHandler;
import io.redress.casefile.entry.Entry;
import io.redress.casefile.entry.FormField;
import io.redress.language.Sentences;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What is missing is named, all of it at once. */
@Component
class CheckThePapersHandler implements SubmitHandler {

    private static final Set<String> YES_OR_NO = Set.of("yes", "no");

    private final Sentences sentences;

    CheckThePapersHandler(Sentences sentences) {
        this.sentences = sentences;
    }

    @Override
    public Set<FormField<?>> reads() {
        return Set.of(SettlementProcess.COMPLETE, SettlementProcess.MISSING);
    }

    @Override
    public void submit(Entry submission) {
        String complete = SettlementProcess.COMPLETE.find(submission).orElse("");
        if (!YES_OR_NO.contains(complete)) {
            throw new RefusedCase(sentences.say("responsibility.unsaid", SettlementProcess.COMPLETE.key()));
        }
        if (complete.equals("no") && SettlementProcess.MISSING.find(submission).isEmpty()) {
            throw new RefusedCase(sentences.say("responsibility.unsaid", SettlementProcess.MISSING.key()));
        }
    }
}
