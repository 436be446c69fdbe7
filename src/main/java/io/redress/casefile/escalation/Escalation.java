package io.redress.casefile.escalation;

import io.redress.casefile.CaseFile;
import io.redress.casefile.Fact;
import io.redress.casefile.complaint.Complaint;
import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.deadline.CaseCalendar;
import io.redress.casefile.deadline.DueDeadlines;
import io.redress.casefile.deadline.Fired;
import io.redress.casefile.deadline.Policy;
import io.redress.casefile.escalation.EscalationLevels.Level;
import io.redress.casefile.message.Messages;
import io.redress.language.Sentences;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Passes a case up when a deadline is over or something else asks for it: level by level, and never to nobody. */
@Service
public class Escalation {

    /** The key of the process that passes a case up. */
    public static final String PROCESS = "escalation";

    static final String TOLD = "told-of-escalation";

    private static final String UNRESOLVED = "UNRESOLVED";
    private static final String THREE_DAYS_UNRESOLVED = "three-days-unresolved";
    private static final String THIRD_REOPENING = "third-reopening";

    /** Those who are told of it don't take the case over. */
    private static final Set<String> ONLY_NOTIFIED = Set.of("large-case", THREE_DAYS_UNRESOLVED);

    private static final Set<String> BEYOND_THE_CUSTOMER = Set.of("sudden-incident", "media", "legal");

    private static final Set<String> GRAVE = Set.of("high", "critical");

    private final CaseCalendar calendar;
    private final DueDeadlines dueDeadlines;
    private final EscalationLevels levels;
    private final CasePeople people;
    private final Complaints complaints;
    private final CaseFile caseFile;
    private final Requests requests;
    private final Messages messages;
    private final RunningEscalations running;
    private final EscalationFormatter words;
    private final Sentences sentences;

    Escalation(
            CaseCalendar calendar,
            DueDeadlines dueDeadlines,
            EscalationLevels levels,
            CasePeople people,
            Complaints complaints,
            CaseFile caseFile,
            Requests requests,
            Messages messages,
            RunningEscalations running,
            EscalationFormatter words,
            Sentences sentences) {
        this.calendar = calendar;
        this.dueDeadlines = dueDeadlines;
        this.levels = levels;
        this.people = people;
        this.complaints = complaints;
        this.caseFile = caseFile;
        this.requests = requests;
        this.messages = messages;
        this.running = running;
        this.words = words;
        this.sentences = sentences;
    }

    /** A group that has somebody in it, and those passed over on the way up to it. */
    public record Outcome(String level, List<String> emptyLevels) {}

    /** The group, or the next one up its ladder that has somebody in it, and those passed over on the way. */
    public Outcome somebody(long complaintId, String group) {
        Level level = levels.of(complaint(complaintId), group, List.of());
        return new Outcome(level.group(), level.empty());
    }

    /**
     * Asks that the case be passed up; taken by the escalation that comes next, whoever calls it.
     *
     * @param reason one of the ladder's, or {@code third-reopening}
     */
    @Transactional
    public void ask(long complaintId, String reason, Instant now) {
        requests.add(complaintId, reason, now);
    }

    /** The cases for which it was asked before that moment and that nobody has passed up, each as often as it was asked. */
    public List<Long> overlooked(Instant before) {
        return requests.overlooked(before);
    }

    /**
     * Passes the case up for what the case file says is to be passed up and is not yet: what was asked for first, then the
     * deadline that is due first. Each once: asked again, there is nothing.
     */
    @Transactional
    public Passed next(long complaintId, Instant now) {
        return requests.take(complaintId, now)
                .map(reason -> passUp(complaintId, reason, now))
                .orElseGet(() -> breached(complaintId, dueDeadlines.breach(complaintId, now), now));
    }

    /** Records that the deadlines of this kind are due, where the diagram says what follows, and tells who must know. */
    @Transactional
    public Passed deadlineReached(long complaintId, String kind, Instant now) {
        return breached(complaintId, dueDeadlines.breach(complaintId, kind, now), now);
    }

    /** @param fired deadlines of one kind */
    private Passed breached(long complaintId, List<Fired> fired, Instant now) {
        if (fired.isEmpty()) {
            return Passed.toNobody(List.of());
        }
        Complaint complaint = complaint(complaintId);
        String kind = fired.get(0).deadline().kind();
        Optional<Level> breach = ofBreach(complaint, fired.get(0));
        boolean onlyNotified = kind.equals(UNRESOLVED);
        List<String> told = breach.map(Level::everybody).orElse(List.of());
        if (onlyNotified) {
            notify(complaintId, told, THREE_DAYS_UNRESOLVED, kind, now);
        } else {
            breach.ifPresent(level -> notify(complaintId, level.alsoNotified(), null, kind, now));
        }
        fired.forEach(one -> note(complaintId, one, told, now));
        List<String> empty = breach.map(Level::empty).orElse(List.of());
        return breach.filter(level -> !onlyNotified)
                .map(level -> passed(complaint, level, GRAVE.contains(complaint.severity()), empty, now))
                .orElseGet(() -> Passed.toNobody(empty))
                .because(null, kind);
    }

    /** Tells those who have the case which of its deadlines have come near. */
    @Transactional
    public void remindOwners(long complaintId, Instant now) {
        notifyOwners(complaintId, dueDeadlines.near(complaintId, now), now);
    }

    /** Ends the pauses that have lasted as long as they may; those who have the case are told that it is theirs again. */
    @Transactional
    public void giveBack(long complaintId, Instant now) {
        notifyOwners(complaintId, dueDeadlines.endPauses(complaintId, now), now);
    }

    private void notifyOwners(long complaintId, List<Fired> fired, Instant now) {
        List<String> owners = fired.isEmpty() ? List.of() : people.owners(complaintId);
        fired.forEach(one -> note(complaintId, one, owners, now));
    }

    private void note(long complaintId, Fired fired, List<String> told, Instant now) {
        Map<Fact, Object> facts = new HashMap<>();
        facts.put(EscalationNotes.DEADLINE_NAME, fired.deadline().name());
        facts.put(EscalationNotes.STAGE, fired.stage().name());
        facts.put(EscalationNotes.DUE_AT, Objects.toString(fired.deadline().dueAt(), null));
        facts.put(EscalationNotes.NOTIFIED, told);
        caseFile.note(complaintId, EscalationNotes.DEADLINE, facts, now);
    }

    /**
     * Passes the case up for another reason than time.
     *
     * @param reason one of the ladder's, or {@code third-reopening}, which goes straight to the top
     */
    @Transactional
    public Passed passUp(long complaintId, String reason, Instant now) {
        Complaint complaint = complaint(complaintId);
        if (complaint.closed()) {
            return Passed.toNobody(List.of());
        }
        Level level = beyondLadder(reason)
                ? levels.of(complaint, EscalationLevels.TOP, List.of())
                : levels.aboveOwner(complaint, reason);
        caseFile.note(
                complaintId,
                EscalationNotes.ESCALATION,
                Map.of(EscalationNotes.REASON, reason, EscalationNotes.NOTIFIED, level.everybody()),
                now);
        if (ONLY_NOTIFIED.contains(reason)) {
            notify(complaintId, level.everybody(), reason, null, now);
            return Passed.toNobody(level.empty()).because(reason, null);
        }
        notify(complaintId, level.alsoNotified(), reason, null, now);
        return passed(complaint, level, true, level.empty(), now).because(reason, null);
    }

    /**
     * The level that was asked has been silent for as long as it had: the next is asked.
     *
     * @param reason why the case was passed up; null when it was time
     * @param deadline the kind of the deadline, when it was time
     */
    @Transactional
    public Passed silent(long complaintId, String group, String reason, String deadline, Instant now) {
        Complaint complaint = complaint(complaintId);
        if (over(complaint, reason, deadline)) {
            // Nobody else need know of it; the escalation ends with its case.
            return new Passed(group, null, false, levels.owners(complaintId), List.of(), reason, deadline);
        }
        Level level = levels.above(
                complaint, group, reason == null || beyondLadder(reason) ? EscalationLevels.OVERDUE : reason);
        Map<Fact, Object> facts = new HashMap<>();
        facts.put(EscalationNotes.REASON, reason == null ? EscalationLevels.OVERDUE : reason);
        facts.put(EscalationNotes.SILENT, group);
        facts.put(EscalationNotes.NOTIFIED, level.everybody());
        caseFile.note(complaintId, EscalationNotes.ESCALATION, facts, now);
        notify(complaintId, level.alsoNotified(), reason, deadline, now);
        return passed(complaint, level, false, level.empty(), now).because(reason, deadline);
    }

    /**
     * Nobody stands above the group, and it has been silent: it is reminded.
     *
     * @return whether the case still needs it
     */
    @Transactional
    public boolean remind(long complaintId, String group, String reason, String deadline, Instant now) {
        if (over(complaint(complaintId), reason, deadline)) {
            return false;
        }
        caseFile.note(complaintId, EscalationNotes.REMINDER, Map.of(EscalationNotes.NOTIFIED, List.of(group)), now);
        notify(complaintId, List.of(group), reason, deadline, now);
        return true;
    }

    /** What an admin reads of a group that should have been told and has nobody in it. */
    public String emptyLevel(String group) {
        return sentences.say("escalation.empty-level", group);
    }

    /** What an admin reads of a group above which nobody stands and which is silent. */
    public String silentTop(String group) {
        return sentences.say("escalation.silent-top", group);
    }

    /** Whether somebody above is still to answer for what does not hang on the customer; the case stays open for it. */
    public boolean goesOn(long complaintId) {
        return running.reasons(complaintId).stream().anyMatch(BEYOND_THE_CUSTOMER::contains);
    }

    /** Nothing is left to be passed up: of a withdrawn case only what goes on, and what does not hang on the customer. */
    private boolean over(Complaint complaint, String reason, String deadline) {
        return complaint.closed()
                || Complaint.WITHDRAWN.equals(complaint.ending())
                        && (reason == null || !BEYOND_THE_CUSTOMER.contains(reason))
                        && (deadline == null || !dueDeadlines.open(complaint.id(), deadline));
    }

    /** What goes straight to the top, whatever the ladder says. */
    private static boolean beyondLadder(String reason) {
        return reason.equals(THIRD_REOPENING);
    }

    private Passed passed(Complaint complaint, Level level, boolean inWriting, List<String> empty, Instant now) {
        Instant answerBy = levels.highest(complaint, level.group())
                ? null
                : calendar.after(complaint.id(), level.time(), now).orElse(null);
        return new Passed(
                level.group(), answerBy, inWriting, levels.owners(complaint.id()), List.copyOf(empty), null, null);
    }

    /** Empty when the policy only records a breach, or the diagram says what follows. */
    private Optional<Level> ofBreach(Complaint complaint, Fired fired) {
        String policy = fired.deadline().escalateTo();
        if (policy == null || policy.equals(Policy.PROCESS) || fired.deadline().endsAWait()) {
            return Optional.empty();
        }
        if (policy.equals(Policy.LADDER)) {
            return Optional.of(levels.aboveOwner(complaint, EscalationLevels.OVERDUE));
        }
        List<String> groups = List.of(policy.split(","));
        return Optional.of(levels.of(complaint, groups.get(0), groups.subList(1, groups.size())));
    }

    private void notify(long complaintId, List<String> groups, String reason, String deadline, Instant now) {
        if (!groups.isEmpty()) {
            Map<String, String> facts = Map.of("reason", words.why(complaintId, reason, deadline), "by", "");
            groups.forEach(group -> messages.toGroup(complaintId, group, TOLD, facts, now));
        }
    }

    private Complaint complaint(long complaintId) {
        return complaints.find(complaintId).orElseThrow();
    }
}
