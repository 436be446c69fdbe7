package io.redress.casefile.escalation;

import io.redress.casefile.CaseFile;
import io.redress.casefile.Fact;
import io.redress.casefile.deadline.CaseCalendar;
import io.redress.casefile.entry.Entries;
import io.redress.casefile.entry.Entry;
import io.redress.casefile.entry.FormField;
import io.redress.casefile.handover.Handover;
import io.redress.casefile.message.Messages;
import io.redress.language.Sentences;
import io.redress.people.Groups;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a level decides of a case that was passed up to it: it takes it over, advises, or gives it back with an order. */
@Service
public class Decisions {

    static final FormField<String> DECISION = new FormField<>("escalationDecision", String.class);
    static final FormField<String> ORDER = new FormField<>("order", String.class);
    static final FormField<String> ADVICE = new FormField<>("advice", String.class);

    private static final String TAKEN_UP = "userTask_takeUpTheEscalation";
    private static final String GIVEN_BACK = "give-back";

    private final Entries entries;
    private final CaseCalendar calendar;
    private final EscalationLevels levels;
    private final Handover handover;
    private final Messages messages;
    private final CaseFile caseFile;
    private final Groups groups;
    private final Sentences sentences;

    Decisions(
            Entries entries,
            CaseCalendar calendar,
            EscalationLevels levels,
            Handover handover,
            Messages messages,
            CaseFile caseFile,
            Groups groups,
            Sentences sentences) {
        this.entries = entries;
        this.calendar = calendar;
        this.levels = levels;
        this.handover = handover;
        this.messages = messages;
        this.caseFile = caseFile;
        this.groups = groups;
        this.sentences = sentences;
    }

    /**
     * @param taskId that of the task in which it was decided
     * @param owners the groups that have the case
     * @param orderDue when an order is to be carried out; null where there is none, or where it can't be computed
     */
    public record Decision(String taskId, List<String> owners, Instant orderDue) {}

    /**
     * Writes down what was decided in an escalation.
     *
     * @param processInstanceId the escalation's
     * @param group the level that decided
     */
    @Transactional
    public Decision decided(long complaintId, String processInstanceId, String group, Instant now) {
        Entry taken = taken(complaintId, processInstanceId);
        String decision = DECISION.in(taken);
        boolean givenBack = GIVEN_BACK.equals(decision);
        Instant orderDue = givenBack
                ? calendar.halfOfTheRest(complaintId, taken.submittedAt()).orElse(null)
                : null;
        Map<Fact, Object> facts = new HashMap<>();
        facts.put(EscalationNotes.DECISION, decision);
        facts.put(EscalationNotes.BY, taken.submittedBy());
        facts.put(EscalationNotes.LEVEL, group);
        if (givenBack) {
            facts.put(EscalationNotes.ORDER_DUE, Objects.toString(orderDue, null));
        }
        caseFile.note(complaintId, EscalationNotes.DECIDED, facts, now);
        return new Decision(taken.taskId(), levels.owners(complaintId), orderDue);
    }

    /** Whoever decided takes the case over: the tasks that they may do are theirs; the others stay where they are. */
    @Transactional
    public void takeOver(long complaintId, String processInstanceId, Instant now) {
        String person = taken(complaintId, processInstanceId).submittedBy();
        handover.to(complaintId, person, person, now);
    }

    /** The owners hear what the level advises, and keep the case. */
    @Transactional
    public void passOn(long complaintId, String processInstanceId, String group, Instant now) {
        String advice = ADVICE.find(taken(complaintId, processInstanceId)).orElse("");
        String who = groups.find(group)
                .map(level -> level.name(sentences.language()))
                .orElse(group);
        Map<String, String> facts = Map.of("reason", sentences.say("escalation.advice", who, advice), "by", "");
        levels.owners(complaintId).forEach(owner -> messages.toGroup(complaintId, owner, Escalation.TOLD, facts, now));
    }

    private Entry taken(long complaintId, String processInstanceId) {
        return entries.of(complaintId).stream()
                .filter(entry -> processInstanceId.equals(entry.processInstanceId())
                        && entry.step().equals(TAKEN_UP))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }
}
