package io.redress.casefile.escalation;

import io.redress.casefile.CaseFile;
import io.redress.casefile.Fact;
import io.redress.casefile.complaint.Complaint;
import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.deadline.CaseCalendar;
import io.redress.casefile.deadline.DeadlineState;
import io.redress.casefile.deadline.Deadlines;
import io.redress.casefile.deadline.Policy;
import io.redress.casefile.escalation.EscalationLevels.Level;
import io.redress.casefile.message.Messages;
import io.redress.language.Sentences;
import io.redress.people.Groups;
import io.redress.people.Members;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who hears that a task is overdue which has no deadline of its own, by the policy's row {@code TASK}. They are told and nothing is
 * taken over: the task stays where it is.
 */
@Service
public class OverdueTasks {

    private static final String TOLD = "task-overdue";

    private final CaseCalendar calendar;
    private final EscalationLevels levels;
    private final Deadlines deadlines;
    private final Complaints complaints;
    private final Messages messages;
    private final CaseFile caseFile;
    private final Members members;
    private final Groups groups;
    private final Sentences sentences;

    OverdueTasks(
            CaseCalendar calendar,
            EscalationLevels levels,
            Deadlines deadlines,
            Complaints complaints,
            Messages messages,
            CaseFile caseFile,
            Members members,
            Groups groups,
            Sentences sentences) {
        this.calendar = calendar;
        this.levels = levels;
        this.deadlines = deadlines;
        this.complaints = complaints;
        this.messages = messages;
        this.caseFile = caseFile;
        this.members = members;
        this.groups = groups;
        this.sentences = sentences;
    }

    /**
     * A task whose due date has passed.
     *
     * @param name as people see it
     * @param groups whose members may do it
     * @param holder the login of whoever has taken it; null while nobody has
     */
    public record Overdue(long complaintId, String name, List<String> groups, String holder, Instant dueAt) {

        private List<String> holders() {
            return holder == null ? groups : List.of(holder);
        }
    }

    /**
     * @param empty the groups that should have been told and have nobody in them
     * @param remindAt when the task's own groups are reminded because nobody stands above them; null where somebody does
     */
    public record Told(List<String> empty, Instant remindAt) {}

    /**
     * Whether the case waits for somebody outside. Nobody is told meanwhile: nothing can be done before the customer has answered
     * or the papers have come, and whoever has the task has until then as long as everybody else. What is still not done afterwards
     * is told then.
     */
    public boolean waits(long complaintId) {
        return deadlines.of(complaintId).stream().anyMatch(deadline -> deadline.state() == DeadlineState.PAUSED)
                && calendar.taskPolicy(complaintId).filter(Policy::pausable).isPresent();
    }

    /** Tells whoever the policy names, at first the level above the task's groups; the case's file says so. */
    @Transactional
    public Told tell(Overdue task, Instant now) {
        Complaint complaint = complaints.find(task.complaintId()).orElseThrow();
        String policy =
                calendar.taskPolicy(complaint.id()).map(Policy::escalateTo).orElse("");
        List<Level> asked = policy.equals(Policy.LADDER) ? above(complaint, task) : named(complaint, policy);
        tell(task, each(asked.stream().map(Level::everybody)), now);
        boolean top = asked.isEmpty() && policy.equals(Policy.LADDER);
        return new Told(each(asked.stream().map(Level::empty)), top ? reminder(task, task.dueAt()) : null);
    }

    /** Reminds the task's own groups, above which nobody stands. */
    @Transactional
    public void remind(Overdue task, Instant now) {
        tell(task, task.groups(), now);
    }

    /**
     * When they are reminded next: at the opening of each working day (rule 9). Where no calendar knows it, a day later, so that an
     * overdue task is never forgotten for want of a notice of holidays.
     */
    public Instant reminder(Overdue task, Instant now) {
        return calendar.again(task.complaintId(), task.dueAt(), 1, now).orElseGet(() -> now.plus(Duration.ofDays(1)));
    }

    /** What an admin reads of a group that should have been told and has nobody in it. */
    public String emptyLevel(String group) {
        return sentences.say("escalation.empty-level", group);
    }

    /** What an admin reads of a task that is overdue with groups above which nobody stands. */
    public String silent(Overdue task) {
        return sentences.say("escalation.task-overdue", task.name(), String.join(", ", task.groups()));
    }

    private List<Level> above(Complaint complaint, Overdue task) {
        return task.groups().stream()
                .filter(group -> !levels.highest(complaint, group))
                .map(group -> levels.above(complaint, group, EscalationLevels.OVERDUE))
                .toList();
    }

    private List<Level> named(Complaint complaint, String policy) {
        List<String> named =
                Stream.of(policy.split(",")).filter(group -> !group.isEmpty()).toList();
        return named.isEmpty()
                ? List.of()
                : List.of(levels.of(complaint, named.get(0), named.subList(1, named.size())));
    }

    private static List<String> each(Stream<List<String>> several) {
        return several.flatMap(List::stream).distinct().toList();
    }

    private void tell(Overdue task, List<String> told, Instant now) {
        Map<Fact, Object> facts = Map.of(
                EscalationNotes.TASK,
                task.name(),
                EscalationNotes.DUE_AT,
                task.dueAt().toString(),
                EscalationNotes.HOLDER,
                task.holders(),
                EscalationNotes.NOTIFIED,
                told);
        caseFile.note(task.complaintId(), EscalationNotes.TASK_OVERDUE, facts, now);
        Map<String, Object> words = Map.of("step", task.name(), "due", task.dueAt(), "holder", holder(task));
        told.forEach(group -> messages.toGroup(task.complaintId(), group, TOLD, words, now));
    }

    private String holder(Overdue task) {
        return task.holders().stream().map(this::name).collect(Collectors.joining(sentences.say("cases.and")));
    }

    private String name(String groupOrLogin) {
        return groups.like(groupOrLogin)
                .map(group -> group.name(sentences.language()))
                .orElseGet(() -> members.name(groupOrLogin));
    }
}
