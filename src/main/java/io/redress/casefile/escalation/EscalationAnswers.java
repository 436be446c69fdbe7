package io.redress.casefile.escalation;

import io.redress.casefile.Answers;
import io.redress.casefile.entry.Entries;
import io.redress.casefile.entry.FormField;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the forms of an escalation show: why the case was passed up, and the order of this one among several. */
@Component
class EscalationAnswers implements Answers {

    static final FormField<String> REASON = new FormField<>("escalationReason", String.class);
    static final FormField<String> ORDER_GIVEN = new FormField<>("orderGiven", String.class);

    private final EscalationFormatter words;
    private final Entries entries;

    EscalationAnswers(EscalationFormatter words, Entries entries) {
        this.words = words;
        this.entries = entries;
    }

    @Override
    public Map<String, Object> answer(long complaintId, Map<String, Object> step, Collection<String> keys) {
        Map<String, Object> answers = new HashMap<>();
        if (keys.contains(REASON.key())) {
            answers.put(REASON.key(), words.why(complaintId, (String) step.get("reason"), (String)
                    step.get("deadlineKind")));
        }
        if (keys.contains(ORDER_GIVEN.key())) {
            entries.of(complaintId).stream()
                    .filter(entry -> entry.taskId() != null && entry.taskId().equals(step.get("decisionTask")))
                    .findFirst()
                    .flatMap(Decisions.ORDER::find)
                    .ifPresent(order -> answers.put(ORDER_GIVEN.key(), order));
        }
        return answers;
    }
}
