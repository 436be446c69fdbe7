package io.redress.casefile.escalation;

import io.redress.casefile.deadline.ClockWords;
import io.redress.casefile.deadline.Clocks;
import io.redress.language.Sentences;
import java.util.MissingResourceException;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Why a case is passed up, in the language of the installation. */
@Component
class EscalationWords {

    private final Clocks clocks;
    private final ClockWords words;
    private final Sentences sentences;

    EscalationWords(Clocks clocks, ClockWords words, Sentences sentences) {
        this.clocks = clocks;
        this.words = words;
        this.sentences = sentences;
    }

    /**
     * @param reason null when it is time
     * @param clock the kind of the clock, when it is time
     */
    String why(long complaintId, String reason, String clock) {
        if (reason == null) {
            return clocks.of(complaintId).stream()
                    .filter(one -> one.kind().equals(clock))
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
