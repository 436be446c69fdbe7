package io.redress.casefile.escalation;

import io.redress.casefile.deadline.DeadlineFormatter;
import io.redress.casefile.deadline.Deadlines;
import io.redress.language.Sentences;
import java.util.MissingResourceException;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Why a case is passed up, in the language of the installation. */
@Component
class EscalationFormatter {

    private final Deadlines deadlines;
    private final DeadlineFormatter words;
    private final Sentences sentences;

    EscalationFormatter(Deadlines deadlines, DeadlineFormatter words, Sentences sentences) {
        this.deadlines = deadlines;
        this.words = words;
        this.sentences = sentences;
    }

    /**
     * @param reason null when it is time
     * @param deadline the kind of the deadline, when it is time
     */
    String why(long complaintId, String reason, String deadline) {
        if (reason == null) {
            return deadlines.of(complaintId).stream()
                    .filter(one -> one.kind().equals(deadline))
                    .map(words::line)
                    .collect(Collectors.joining("\n"));
        }
        try {
            return sentences.say("escalation.reason-" + reason);
        } catch (MissingResourceException e) {
            // A process owner's own reason is called as the diagram calls it.
            return reason;
        }
    }
}
