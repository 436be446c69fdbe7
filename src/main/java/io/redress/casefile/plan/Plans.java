package io.redress.casefile.plan;

import io.redress.casefile.RefusedCase;
import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.deadline.CaseCalendar;
import io.redress.casefile.deadline.Deadlines;
import io.redress.casefile.entry.Entries;
import io.redress.casefile.entry.Entry;
import io.redress.casefile.entry.FormField;
import io.redress.casefile.escalation.Escalation;
import io.redress.casefile.measure.Compensation;
import io.redress.casefile.measure.Measure;
import io.redress.casefile.measure.Measures;
import io.redress.casefile.measure.PlannedMeasure;
import io.redress.casefile.message.Messages;
import io.redress.casefile.money.Ledger;
import io.redress.casefile.money.Offer;
import io.redress.casefile.money.Payment;
import io.redress.casefile.money.PaymentVeto;
import io.redress.casefile.part.LastingPart;
import io.redress.casefile.part.Parts;
import io.redress.language.Sentences;
import io.redress.people.Group;
import io.redress.people.Groups;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The plan by which a complaint is put right: drawn up, approved, agreed and carried out. */
@Service
public class Plans implements LastingPart {

    /** The process of a measure that was agreed. */
    public static final String MEASURE_PART = "measure";

    /** The same of money that a settlement promises, by whose it is. */
    private static final Map<Compensation, String> SETTLEMENT_PARTS = Map.of(
            Compensation.SETTLEMENT, "mall-payment",
            Compensation.MERCHANT_SETTLEMENT, "merchant-settlement",
            Compensation.MERCHANT_ADVANCE, "merchant-advance-payment");

    /** What it begins with: the id of its measure. */
    public static final String MEASURE_ID = "measureId";

    private static final String WHO = "redress";
    private static final String DRAWN_UP = "userTask_drawUpThePlan";
    private static final String MEASURE = "MEASURE";
    private static final String PLAN_AGREED = "plan-agreed";

    /** Whoever pays. */
    private static final String FINANCE = "finance";
    /** Sees to it that measures are carried out. */
    private static final String LATE_MEASURES = "admin-hr";

    private static final Set<Compensation> MONEY = Set.of(
            Compensation.REFUND,
            Compensation.VOUCHER,
            Compensation.CASH,
            Compensation.SETTLEMENT,
            Compensation.MERCHANT_SETTLEMENT,
            Compensation.MERCHANT_ADVANCE);

    private static final int LONGEST_PURPOSE = 1_000;

    private final Complaints complaints;
    private final Measures measures;
    private final Ledger ledger;
    private final ObjectProvider<PaymentVeto> vetoes;
    private final Entries entries;
    private final Parts parts;
    private final Escalation escalation;
    private final Deadlines deadlines;
    private final CaseCalendar calendar;
    private final Groups groups;
    private final Messages messages;
    private final Sentences sentences;
    private final Clock clock;

    Plans(
            Complaints complaints,
            Measures measures,
            Ledger ledger,
            ObjectProvider<PaymentVeto> vetoes,
            Entries entries,
            Parts parts,
            Escalation escalation,
            Deadlines deadlines,
            CaseCalendar calendar,
            Groups groups,
            Messages messages,
            Sentences sentences,
            Clock clock) {
        this.complaints = complaints;
        this.measures = measures;
        this.ledger = ledger;
        this.vetoes = vetoes;
        this.entries = entries;
        this.parts = parts;
        this.escalation = escalation;
        this.deadlines = deadlines;
        this.calendar = calendar;
        this.groups = groups;
        this.messages = messages;
        this.sentences = sentences;
        this.clock = clock;
    }

    /**
     * A plan on record.
     *
     * @param approver the group whose member approves the measures
     * @param nobody the groups that should approve and have nobody in them
     */
    public record Recorded(String approver, boolean moneyOffered, List<String> nobody) {}

    /** What a plan's form asks for, as far as it is checked when it is submitted. */
    public Set<FormField<?>> fields() {
        return PlanFields.CHECKED;
    }

    /**
     * What a submitted plan says, in the order of its lines; money is a measure of its own.
     *
     * @throws RefusedCase when it offers what there is not, or money without saying how much
     */
    public List<PlannedMeasure> planned(Entry drawnUp) {
        List<PlannedMeasure> planned = new ArrayList<>();
        PlanFields.LINES.forEach(line -> line.measure()
                .find(drawnUp)
                .ifPresent(measure -> planned.add(new PlannedMeasure(
                        measure,
                        line.department().find(drawnUp).orElse(null),
                        null,
                        null,
                        line.due().find(drawnUp).orElse(null),
                        null))));
        compensation(drawnUp)
                .filter(MONEY::contains)
                .ifPresent(kind -> planned.add(new PlannedMeasure(
                        sentences.say("plan.pay-" + kind.text(), PlanFields.AMOUNT.in(drawnUp)),
                        FINANCE,
                        null,
                        null,
                        planned.stream()
                                .map(PlannedMeasure::dueOn)
                                .filter(Objects::nonNull)
                                .max(LocalDate::compareTo)
                                .orElse(null),
                        kind)));
        return planned;
    }

    /** Puts the newest plan that was drawn up on record, offers what money it holds, and finds who approves it. */
    @Transactional
    public Recorded record(long id) {
        Entry drawnUp = newest(id, DRAWN_UP);
        List<Measure> plan = propose(drawnUp);
        String department = PlanFields.RESPONSIBLE_DEPARTMENT.in(drawnUp);
        Escalation.Outcome head = escalation.somebody(
                id, groups.find(department).flatMap(Group::head).orElse(department));
        return new Recorded(head.level(), plan.stream().anyMatch(Plans::pays), head.emptyLevels());
    }

    /**
     * Money that is due without being negotiated: a plan of this one measure, offered and to be approved.
     *
     * @param purpose what it is for, at most 1 000 characters
     * @return the measure that pays it
     * @throws RefusedCase as {@link Measures#plan} and {@link Ledger#offer} do
     */
    @Transactional
    public Measure owe(long id, PlannedMeasure payment, BigDecimal amount, String purpose, String who, Instant now) {
        return propose(id, List.of(payment), amount, purpose, who, now).get(0);
    }

    /** What the customer said to it. */
    @Transactional
    public void answered(long id, boolean accepted) {
        if (accepted) {
            measures.agree(id, clock.instant());
        } else {
            ledger.release(id, WHO, sentences.say("plan.not-agreed"), clock.instant());
        }
    }

    /** Each measure of the plan that is agreed becomes a part of the case, and its deadline begins. */
    @Transactional
    public void begin(long id) {
        Instant now = clock.instant();
        // What the ladder has brought about was agreed there.
        List<Measure> agreed = measures.agree(id, now).stream()
                .filter(measure -> measure.state() == Measure.State.OPEN)
                .toList();
        agreed.forEach(measure -> begin(measure, now));
    }

    private void begin(Measure measure, Instant now) {
        long id = measure.complaintId();
        if (parts.begin(id, part(measure), Long.toString(measure.id()), Map.of(MEASURE_ID, measure.id()), now)) {
            deadlines.startOwn(id, PLAN_AGREED, name(measure), measure.planned().dueOn(), now, WHO);
        }
    }

    /** Whether a measure of the case is still to be carried out. */
    public boolean measuresOpen(long id) {
        return parts.open(id).stream()
                .anyMatch(
                        part -> part.process().equals(MEASURE_PART) || SETTLEMENT_PARTS.containsValue(part.process()));
    }

    /** The measure is done, and whoever waits for it hears so. */
    public void finished(long id, long measureId) {
        Measure measure = measure(id, measureId);
        parts.finish(id, part(measure), Long.toString(measure.id()), clock.instant());
    }

    @Override
    public Set<String> deadlines() {
        return Set.of(MEASURE);
    }

    /**
     * Money that goes with an agreed measure is owed; any other that is not paid yet was nobody's. A measure that was agreed a
     * moment ago and has not begun begins now: the step that would have begun it is gone.
     */
    @Override
    @Transactional
    public void withdrawn(long id, String why, Instant now) {
        complaints.lock(Set.of(id));
        List<Measure> open = agreed(id, now);
        open.forEach(measure -> begin(measure, now));
        Set<Long> agreed = open.stream().map(Measure::id).collect(Collectors.toSet());
        ledger.release(
                id,
                payment -> payment.offer().kind().agreed()
                        && !agreed.contains(payment.offer().measureId()),
                WHO,
                why,
                now);
    }

    /** What is to be carried out; what a customer has settled and somebody has approved, too, whatever becomes of the complaint. */
    private List<Measure> agreed(long id, Instant now) {
        List<Measure> all = measures.of(id);
        boolean settled = all.stream()
                .anyMatch(measure -> measure.state() == Measure.State.PLANNED
                        && measure.planned().compensation() == Compensation.SETTLEMENT);
        if (settled
                && ledger.of(id).stream()
                        .filter(payment -> payment.offer().kind().settlement())
                        .anyMatch(payment -> payment.state() == Payment.State.APPROVED)) {
            all = measures.agree(id, now);
        }
        return all.stream()
                .filter(measure -> measure.state() == Measure.State.OPEN)
                .toList();
    }

    /**
     * Takes over the plan that the ladder has brought about, and that the customer has agreed to.
     *
     * @return whether it offers money, which is yet to be approved
     */
    @Transactional
    public boolean adopt(long id) {
        Entry offered = entries.of(id).stream()
                .filter(entry -> PlanFields.LINES.get(0).measure().find(entry).isPresent())
                .reduce((earlier, later) -> later)
                .orElseThrow();
        return propose(offered).stream().anyMatch(Plans::pays);
    }

    /**
     * @throws IllegalStateException when it isn't one of the case's: a diagram or a form may name any
     */
    public Measure measure(long id, long measureId) {
        return measures.find(measureId)
                .filter(measure -> measure.complaintId() == id)
                .orElseThrow(() -> new IllegalStateException("case %d has no measure %d".formatted(id, measureId)));
    }

    /** Done: what shows it is on record and its deadline is met; money that goes with it is paid. */
    @Transactional
    public void done(Entry submission, long measureId, String evidence) {
        Instant now = submission.submittedAt();
        Measure measure = measure(submission.complaintId(), measureId);
        if (measure.state() == Measure.State.DROPPED) {
            // Nothing is carried out or paid any more; its card is only put away.
            deadlines.meet(measure.complaintId(), MEASURE, name(measure), now, submission.submittedBy());
            return;
        }
        if (pays(measure)) {
            vetoes.orderedStream()
                    .flatMap(veto -> veto.veto(measure.complaintId()).stream())
                    .findFirst()
                    .ifPresent(why -> {
                        throw new RefusedCase(why);
                    });
        }
        List<Payment> due = ledger.of(measure.complaintId()).stream()
                .filter(payment -> Objects.equals(payment.offer().measureId(), measureId))
                .filter(Plans::payable)
                .toList();
        if (due.isEmpty() && pays(measure) && measure.state() == Measure.State.OPEN) {
            throw new RefusedCase(sentences.say("plan.nothing-approved"));
        }
        due.forEach(payment -> ledger.pay(payment.id(), submission.submittedBy(), evidence, now));
        measures.done(measureId, evidence, submission.submittedBy(), now);
        deadlines.meet(measure.complaintId(), MEASURE, name(measure), now, submission.submittedBy());
    }

    /** The end of the day by which the measure was to be carried out. */
    public Optional<Instant> due(Measure measure) {
        return calendar.endOf(measure.complaintId(), measure.planned().dueOn());
    }

    /** A measure that is still not carried out some days after it was told to be late: its department's head is told, too. */
    @Transactional
    public void stillLate(long id, long measureId) {
        Instant now = clock.instant();
        Measure late = measures.overdueNotified(measure(id, measureId).id(), now);
        if (late.state() != Measure.State.OPEN) {
            return;
        }
        String department = late.planned().department();
        Stream.of(Optional.of(LATE_MEASURES), groups.find(department).flatMap(Group::head))
                .flatMap(Optional::stream)
                .distinct()
                .forEach(group -> messages.toGroup(
                        late.complaintId(),
                        group,
                        "told-of-escalation",
                        Map.of(
                                "reason",
                                sentences.say(
                                        "plan.still-late",
                                        late.planned().description(),
                                        sentences
                                                .language()
                                                .day()
                                                .format(late.planned().dueOn())),
                                "by",
                                ""),
                        now));
    }

    public static boolean pays(Measure measure) {
        return measure.planned().compensation() != null
                && MONEY.contains(measure.planned().compensation());
    }

    /** Under which process a measure that was agreed goes its way. */
    private static String part(Measure measure) {
        Compensation compensation = measure.planned().compensation();
        return compensation == null ? MEASURE_PART : SETTLEMENT_PARTS.getOrDefault(compensation, MEASURE_PART);
    }

    /** A merchant's own money needs no approval of ours. */
    private static boolean payable(Payment payment) {
        return payment.state() == Payment.State.APPROVED
                || payment.state() == Payment.State.OFFERED
                        && !payment.offer().kind().ours();
    }

    private List<Measure> propose(Entry drawnUp) {
        // A plan of the ladder has its answer; a basis only where there is one.
        String purpose = PlanFields.BASIS
                .find(drawnUp)
                .or(() -> PlanFields.ANSWER.find(drawnUp))
                .orElse("");
        // Its dates were checked when it was drawn up; one that has passed since is overdue, and told so.
        return propose(
                drawnUp.complaintId(),
                planned(drawnUp),
                PlanFields.AMOUNT.find(drawnUp).orElse(null),
                purpose.substring(0, Math.min(LONGEST_PURPOSE, purpose.length())),
                drawnUp.submittedBy(),
                drawnUp.submittedAt());
    }

    private List<Measure> propose(
            long id, List<PlannedMeasure> planned, BigDecimal amount, String purpose, String who, Instant drawnUp) {
        Instant now = clock.instant();
        ledger.release(id, WHO, sentences.say("plan.replaced"), now);
        List<Measure> plan = measures.plan(id, planned, who, drawnUp);
        plan.stream()
                .filter(Plans::pays)
                .forEach(measure -> ledger.offer(
                        new Offer(
                                id,
                                measure.id(),
                                "measure-" + measure.id(),
                                purpose,
                                Payment.Kind.valueOf(
                                        measure.planned().compensation().name()),
                                amount,
                                who),
                        now));
        return plan;
    }

    private Entry newest(long id, String step) {
        return entries.of(id).stream()
                .filter(entry -> entry.step().equals(step))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private Optional<Compensation> compensation(Entry drawnUp) {
        String kind = PlanFields.COMPENSATION.find(drawnUp).orElse("none");
        if (kind.equals("none")) {
            return Optional.empty();
        }
        Compensation offered = Stream.of(Compensation.values())
                .filter(known -> known.text().equals(kind) && !SETTLEMENT_PARTS.containsKey(known))
                .findFirst()
                .orElseThrow(() -> new RefusedCase(sentences.say("plan.compensation", kind)));
        if (MONEY.contains(offered) && PlanFields.AMOUNT.find(drawnUp).isEmpty()) {
            throw new RefusedCase(sentences.say("plan.no-amount"));
        }
        return Optional.of(offered);
    }

    /** What people call its deadline; the number keeps two alike apart. */
    private static String name(Measure measure) {
        String description = measure.planned().description();
        return "%d. %s".formatted(measure.id(), description.substring(0, Math.min(150, description.length())));
    }
}
