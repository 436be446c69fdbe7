package io.redress.process.addition;

import io.redress.casefile.CaseNews;
import io.redress.casefile.RefusedCase;
import io.redress.casefile.entry.Entry;
import io.redress.casefile.message.Messages;
import io.redress.language.Sentences;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The customer withdraws a complaint, which is theirs alone. */
@Component
class Withdrawal implements CaseNews {

    private final Messages messages;
    private final Sentences sentences;

    Withdrawal(Messages messages, Sentences sentences) {
        this.messages = messages;
        this.sentences = sentences;
    }

    @Override
    public Map<String, String> messages() {
        return Map.of(News.WITHDRAWN, AdditionProcess.COMPLAINT_WITHDRAWN);
    }

    /** Others who complained of the same matter wait for their answer here, and have withdrawn nothing. */
    @Override
    public void check(long complaintId, String news) {
        List<String> others = messages.othersOfTheSameMatter(complaintId);
        if (!others.isEmpty()) {
            throw new RefusedCase(sentences.say("addition.joined-by-others", String.join(", ", others)));
        }
    }

    /** The process of the case does all that follows. */
    @Override
    public void heard(long complaintId, String news, Entry said, Instant now) {}
}
