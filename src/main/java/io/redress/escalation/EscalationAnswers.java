package io.redress.escalation;

import io.redress.casefile.Answers;
import io.redress.entry.Entries;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the forms of an escalation show: why the case was passed up, and the order of this one among several. */
@Component
class EscalationAnswers implements Answers {

    private static final String REASON = "escalationReason";
    private static final String ORDER_GIVEN = "orderGiven";

    private final EscalationWords words;
    private final Entries entries;

    EscalationAnswers(EscalationWords words, Entries entries) {
        this.words = words;
        this.entries = entries;
    }

    @Override
    public Map<String, Object> answer(long complaintId, Map<String, Object> step, Collection<String> keys) {
        Map<String, Object> answers = new HashMap<>();
        if (keys.contains(REASON)) {
            answers.put(REASON, words.why(complaintId, (String) step.get("reason"), (String) step.get("clock")));
        }
        if (keys.contains(ORDER_GIVEN)) {
            entries.of(complaintId).stream()
                    .filter(entry -> entry.taskId() != null && entry.taskId().equals(step.get("decisionTask")))
                    .findFirst()
                    .ifPresent(entry -> answers.put(ORDER_GIVEN, entry.fields().get(Decisions.ORDER)));
        }
        return answers;
    }
}
