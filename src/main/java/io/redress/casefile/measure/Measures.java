package io.redress.casefile.measure;

import io.redress.casefile.CaseFile;
import io.redress.casefile.Fact;
import io.redress.casefile.complaint.Complaint;
import io.redress.casefile.complaint.Complaints;
import io.redress.language.Sentences;
import io.redress.people.Group;
import io.redress.people.Groups;
import io.redress.site.Site;
import io.redress.site.Sites;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is done to put a complaint right: planned, agreed with the customer, carried out. */
@Service
public class Measures {

    private static final int LONGEST_TEXT = 4_000;

    private final MeasureStore store;
    private final Complaints complaints;
    private final Sites sites;
    private final Groups groups;
    private final CaseFile caseFile;
    private final Sentences sentences;

    Measures(
            MeasureStore store,
            Complaints complaints,
            Sites sites,
            Groups groups,
            CaseFile caseFile,
            Sentences sentences) {
        this.store = store;
        this.complaints = complaints;
        this.sites = sites;
        this.groups = groups;
        this.caseFile = caseFile;
        this.sentences = sentences;
    }

    /**
     * Plans measures; a plan of the case that is not agreed yet is replaced and kept. The same plan said again is the same
     * plan.
     *
     * @return the measures of the new plan, in their order
     * @throws RefusedPlan when there is no measure, one says nothing, is for a department that does not exist, or is due
     *     before it starts or before today; or when the case is closed
     */
    @Transactional
    public List<Measure> plan(long complaintId, List<PlannedMeasure> measures, String plannedBy, Instant now) {
        complaints.lock(Set.of(complaintId));
        Complaint complaint = complaints.find(complaintId).orElseThrow();
        if (complaint.closed()) {
            throw refused("measure.closed", complaint.number());
        }
        if (measures.isEmpty()) {
            throw refused("measure.none");
        }
        LocalDate today = LocalDate.ofInstant(now, zone(complaint));
        List<PlannedMeasure> plan =
                measures.stream().map(measure -> checked(measure, today)).toList();
        List<Measure> newest = newest(complaintId);
        if (inState(newest, Measure.State.PLANNED)
                && newest.stream().map(Measure::planned).toList().equals(plan)) {
            return newest;
        }
        store.replace(complaintId);
        int revision = newest.isEmpty() ? 1 : newest.get(0).revision() + 1;
        plan.forEach(measure -> store.insert(complaintId, revision, measure, plannedBy, now));
        Map<Fact, Object> facts = new HashMap<>();
        facts.put(MeasureNotes.PLAN_REVISION, revision);
        facts.put(MeasureNotes.PLANNED_BY, plannedBy);
        facts.put(
                MeasureNotes.PLANNED_MEASURES,
                plan.stream()
                        .map(measure -> sentences.say(
                                "measure.line",
                                measure.description(),
                                groupName(measure.department()),
                                day(measure.dueOn())))
                        .toList());
        caseFile.note(complaintId, MeasureNotes.PLAN, facts, now);
        return newest(complaintId);
    }

    /**
     * Whether a plan can be taken as it is.
     *
     * @throws RefusedPlan as {@link #plan} does
     */
    public void check(long complaintId, List<PlannedMeasure> measures, Instant now) {
        if (measures.isEmpty()) {
            throw refused("measure.none");
        }
        LocalDate today =
                LocalDate.ofInstant(now, zone(complaints.find(complaintId).orElseThrow()));
        measures.forEach(measure -> checked(measure, today));
    }

    /**
     * The customer has agreed to the plan: its measures are to be carried out. Agreed twice, it stays as it was.
     *
     * @return the measures of the plan
     * @throws RefusedPlan when the case has no plan
     */
    @Transactional
    public List<Measure> agree(long complaintId, Instant now) {
        complaints.lock(Set.of(complaintId));
        List<Measure> newest = newest(complaintId);
        if (newest.isEmpty()) {
            throw refused("measure.no-plan");
        }
        if (inState(newest, Measure.State.PLANNED)) {
            store.agree(complaintId, now);
            caseFile.note(
                    complaintId,
                    MeasureNotes.AGREED,
                    Map.of(MeasureNotes.PLAN_REVISION, newest.get(0).revision()),
                    now);
        }
        return newest(complaintId);
    }

    /**
     * The measure is carried out. Done twice, it stays as it was done first.
     *
     * @param evidence what shows it; may be null
     * @throws RefusedPlan when its plan was never agreed
     */
    @Transactional
    public Measure done(long id, String evidence, String who, Instant now) {
        Measure measure = locked(id);
        if (measure.state() == Measure.State.DONE) {
            return measure;
        }
        if (measure.state() != Measure.State.OPEN) {
            throw refused("measure.not-agreed", measure.planned().description());
        }
        if (evidence != null && evidence.length() > LONGEST_TEXT) {
            throw refused("measure.evidence-too-long", LONGEST_TEXT);
        }
        store.done(id, evidence, who, now);
        Map<Fact, Object> facts = new HashMap<>();
        facts.put(MeasureNotes.MEASURE, id);
        facts.put(MeasureNotes.MEASURE_DONE, measure.planned().description());
        facts.put(MeasureNotes.MEASURE_DONE_BY, who);
        facts.put(MeasureNotes.MEASURE_EVIDENCE, evidence);
        caseFile.note(measure.complaintId(), MeasureNotes.DONE, facts, now);
        return store.find(id).orElseThrow();
    }

    /** What was agreed is not carried out any more. Said twice, or of what is done, it stays as it was. */
    @Transactional
    public Measure drop(long id, String who, Instant now) {
        Measure measure = locked(id);
        if (measure.state() == Measure.State.OPEN) {
            store.dropped(id);
            caseFile.note(
                    measure.complaintId(),
                    MeasureNotes.DROPPED,
                    Map.of(
                            MeasureNotes.MEASURE,
                            id,
                            MeasureNotes.MEASURE_DROPPED,
                            measure.planned().description(),
                            MeasureNotes.MEASURE_DROPPED_BY,
                            who),
                    now);
        }
        return store.find(id).orElseThrow();
    }

    /** Counts that the measure was told to be overdue; one that is not to be carried out any more is not counted. */
    @Transactional
    public Measure overdueNotified(long id, Instant now) {
        Measure measure = locked(id);
        if (measure.state() == Measure.State.OPEN) {
            store.overdueNotified(id);
            caseFile.note(
                    measure.complaintId(),
                    MeasureNotes.OVERDUE,
                    Map.of(
                            MeasureNotes.MEASURE,
                            id,
                            MeasureNotes.MEASURE_OVERDUE_NOTIFIED,
                            measure.overdueNotified() + 1),
                    now);
        }
        return store.find(id).orElseThrow();
    }

    public Optional<Measure> find(long id) {
        return store.find(id);
    }

    /** Every measure that was ever planned for the case, the oldest first. */
    public List<Measure> of(long complaintId) {
        return store.of(complaintId);
    }

    /** The measures of the newest plan, agreed or not. */
    public List<Measure> newest(long complaintId) {
        List<Measure> all = store.of(complaintId);
        int newest = all.isEmpty() ? 0 : all.get(all.size() - 1).revision();
        return all.stream().filter(measure -> measure.revision() == newest).toList();
    }

    /** What was agreed and is still to be done. */
    public List<Measure> open(long complaintId) {
        return store.of(complaintId).stream()
                .filter(measure -> measure.state() == Measure.State.OPEN)
                .toList();
    }

    private Measure locked(long id) {
        complaints.lock(Set.of(store.find(id).orElseThrow().complaintId()));
        return store.find(id).orElseThrow();
    }

    private PlannedMeasure checked(PlannedMeasure measure, LocalDate today) {
        String description =
                Optional.ofNullable(measure.description()).orElse("").strip();
        if (description.isEmpty() || description.length() > LONGEST_TEXT) {
            throw refused("measure.description", LONGEST_TEXT);
        }
        if (measure.department() == null) {
            throw refused("measure.no-department", description);
        }
        if (groups.find(measure.department()).filter(Group::usesTasklist).isEmpty()) {
            throw refused("measure.department", description, measure.department());
        }
        LocalDate startsOn = Optional.ofNullable(measure.startsOn()).orElse(today);
        if (measure.dueOn() == null) {
            throw refused("measure.no-date", description);
        }
        if (measure.dueOn().isBefore(startsOn)) {
            throw refused("measure.due-before-start", description, day(measure.dueOn()), day(startsOn));
        }
        if (measure.dueOn().isBefore(today)) {
            throw refused("measure.due-before-today", description, day(measure.dueOn()), day(today));
        }
        return new PlannedMeasure(
                description, measure.department(), measure.owner(), startsOn, measure.dueOn(), measure.compensation());
    }

    private ZoneId zone(Complaint complaint) {
        return sites.find(complaint.site()).map(Site::zone).orElseThrow();
    }

    private String day(LocalDate day) {
        return sentences.language().day().format(day);
    }

    private String groupName(String group) {
        return groups.find(group).orElseThrow().name(sentences.language());
    }

    private static boolean inState(List<Measure> measures, Measure.State state) {
        return !measures.isEmpty() && measures.get(0).state() == state;
    }

    private RefusedPlan refused(String sentence, Object... arguments) {
        return new RefusedPlan(sentences.say(sentence, arguments));
    }
}
