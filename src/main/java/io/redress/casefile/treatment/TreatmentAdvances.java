package io.redress.casefile.treatment;

import io.redress.casefile.RefusedCase;
import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.deadline.CaseCalendar;
import io.redress.casefile.entry.Entry;
import io.redress.casefile.entry.FormField;
import io.redress.casefile.money.Ledger;
import io.redress.casefile.money.Offer;
import io.redress.casefile.money.Payment;
import io.redress.casefile.part.LastingPart;
import io.redress.casefile.part.Parts;
import io.redress.language.Sentences;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Money so that somebody who is hurt is treated: granted by whoever is on duty, paid within the half hour, each a part of its case that
 * a withdrawal does not end (source 000, rules, part 3).
 */
@Service
public class TreatmentAdvances implements LastingPart {

    /** Its process, and what that begins with. */
    public static final String PART = "treatment-advance";

    public static final String ADVANCE_ID = "advanceId";
    public static final String GRANTED = "advanceGranted";
    public static final String DUTY_MANAGER = "dutyManager";

    /** The message by which whoever waits for the money hears that it is there, or does not come. */
    static final String NEWS = "treatment-advance.news";

    /** The number of the advance that a form is about. */
    public static final FormField<BigDecimal> ADVANCE = new FormField<>(ADVANCE_ID, BigDecimal.class);
    /** {@code yes} or {@code no}. */
    static final FormField<String> FURTHER = new FormField<>("furtherAdvance", String.class);
    /** In CNY. */
    static final FormField<BigDecimal> AMOUNT = new FormField<>("advanceAmount", BigDecimal.class);

    static final FormField<String> REASON = new FormField<>("furtherReason", String.class);
    /** {@code paid} or {@code not-needed}. */
    static final FormField<String> FUNDS = new FormField<>("funds", String.class);

    static final FormField<String> PROOF = new FormField<>("fundsProof", String.class);
    static final FormField<String> NOT_NEEDED = new FormField<>("fundsReason", String.class);
    static final FormField<String> REFUND_PROOF = new FormField<>("refundProof", String.class);

    /** What each form says. */
    public static final Set<FormField<?>> FURTHER_ADVANCE = Set.of(ADVANCE, FURTHER, AMOUNT, REASON);

    public static final Set<FormField<?>> PROVIDED = Set.of(ADVANCE, FUNDS, PROOF, NOT_NEEDED);
    public static final Set<FormField<?>> REFUNDED = Set.of(ADVANCE, REFUND_PROOF);

    private static final BigDecimal LARGEST = new BigDecimal("9999999.99");

    private final TreatmentAdvanceStore store;
    private final Ledger ledger;
    private final Parts parts;
    private final Complaints complaints;
    private final CaseCalendar calendar;
    private final Sentences sentences;
    private final Clock clock;

    TreatmentAdvances(
            TreatmentAdvanceStore store,
            Ledger ledger,
            Parts parts,
            Complaints complaints,
            CaseCalendar calendar,
            Sentences sentences,
            Clock clock) {
        this.store = store;
        this.ledger = ledger;
        this.parts = parts;
        this.complaints = complaints;
        this.calendar = calendar;
        this.sentences = sentences;
        this.clock = clock;
    }

    /**
     * Asks for an advance; asked for twice by one reference, it is one.
     *
     * @param grantedBy who has said yes to it; null where somebody is to decide
     * @param dutyManager the group that decides, and that pays at night
     * @throws RefusedCase when the amount is none
     */
    @Transactional
    public void ask(
            long complaintId, String reference, BigDecimal amount, String who, String grantedBy, String dutyManager) {
        complaints.lock(Set.of(complaintId));
        Instant now = clock.instant();
        if (store.find(reference).isPresent()) {
            return;
        }
        store.insert(complaintId, reference, checked(amount), who, now);
        TreatmentAdvance advance = store.find(reference).orElseThrow();
        if (grantedBy != null) {
            store.granted(advance.id(), advance.amount(), grantedBy);
        }
        parts.begin(
                complaintId,
                PART,
                reference,
                Map.of(ADVANCE_ID, advance.id(), GRANTED, grantedBy != null, DUTY_MANAGER, dutyManager),
                now);
    }

    /**
     * Whoever is on duty says whether more is advanced, and how much.
     *
     * @throws RefusedCase when it says nothing of these
     */
    @Transactional
    public void decide(Entry decision) {
        TreatmentAdvance advance = locked(decision);
        switch (FURTHER.find(decision).orElse("")) {
            case "yes" ->
                store.granted(advance.id(), checked(AMOUNT.find(decision).orElse(null)), decision.submittedBy());
            case "no" -> {}
            default -> throw unsaid(FURTHER);
        }
    }

    /**
     * Writes what was granted into the ledger, once.
     *
     * @param limit up to which sum of all linked payments it needs nobody else, in CNY
     * @return whether somebody above is to approve it
     */
    @Transactional
    public boolean request(long complaintId, long id, BigDecimal limit) {
        complaints.lock(Set.of(complaintId));
        TreatmentAdvance advance = of(complaintId, id);
        Instant now = clock.instant();
        Payment payment = ledger.offer(
                new Offer(
                        complaintId,
                        null,
                        "treatment-advance-" + id,
                        sentences.say("treatment.purpose"),
                        Payment.Kind.TREATMENT_ADVANCE,
                        advance.amount(),
                        advance.grantedBy()),
                now);
        store.requested(id, payment.id());
        return !ledger.approveEmergency(payment.id(), limit, now);
    }

    /**
     * Whether it is paid from the petty cash: nobody of finance is there at this hour. What was found first holds.
     */
    @Transactional
    public boolean pettyCash(long complaintId, long id) {
        complaints.lock(Set.of(complaintId));
        TreatmentAdvance advance = of(complaintId, id);
        if (advance.pettyCash() != null) {
            return advance.pettyCash();
        }
        boolean pettyCash = !calendar.open(complaintId, clock.instant());
        store.paidFrom(id, pettyCash);
        return pettyCash;
    }

    /**
     * The money is there, or nobody needs it any more.
     *
     * @throws RefusedCase when it says neither
     * @throws io.redress.casefile.money.RefusedPayment when that person may not pay it
     */
    @Transactional
    public void provided(Entry said) {
        TreatmentAdvance advance = locked(said);
        long payment = advance.paymentId();
        switch (FUNDS.find(said).orElse("")) {
            case "paid" -> {
                String proof = PROOF.find(said).orElseThrow(() -> unsaid(PROOF));
                if (Boolean.TRUE.equals(advance.pettyCash())) {
                    ledger.payFromPettyCash(payment, said.submittedBy(), proof, said.submittedAt());
                } else {
                    ledger.pay(payment, said.submittedBy(), proof, said.submittedAt());
                }
            }
            case "not-needed" -> {
                String why = NOT_NEEDED.find(said).orElseThrow(() -> unsaid(NOT_NEEDED));
                ledger.release(
                        advance.complaintId(),
                        other -> other.id() == payment,
                        said.submittedBy(),
                        why,
                        said.submittedAt());
            }
            default -> throw unsaid(FUNDS);
        }
        parts.tell(advance.complaintId(), NEWS);
    }

    /** Whether it was paid, and from the petty cash: finance refunds that, and looks at what was paid. */
    public boolean toRefund(long complaintId, long id) {
        TreatmentAdvance advance = of(complaintId, id);
        return Boolean.TRUE.equals(advance.pettyCash()) && paid(advance);
    }

    /**
     * Finance has refunded the petty cash, and so looked at what was paid from it.
     *
     * @throws RefusedCase when it is who granted or paid it
     */
    @Transactional
    public void refunded(Entry said) {
        TreatmentAdvance advance = locked(said);
        String paidBy = ledger.find(advance.paymentId()).orElseThrow().paidBy();
        if (said.submittedBy().equals(advance.grantedBy()) || said.submittedBy().equals(paidBy)) {
            throw new RefusedCase(sentences.say("treatment.second-person"));
        }
        store.refunded(
                advance.id(),
                said.submittedBy(),
                said.submittedAt(),
                REFUND_PROOF.find(said).orElseThrow(() -> unsaid(REFUND_PROOF)));
    }

    /** Nothing more is to be done about it, and whoever waits hears so. */
    @Transactional
    public void over(long complaintId, long id) {
        complaints.lock(Set.of(complaintId));
        TreatmentAdvance advance = of(complaintId, id);
        store.over(id, clock.instant());
        parts.finish(complaintId, PART, advance.reference(), clock.instant());
        parts.tell(complaintId, NEWS);
    }

    /** Whether money that was granted is still to come. */
    @Transactional
    public boolean toCome(long complaintId) {
        // Whoever pays holds the lock, too: nothing is paid between looking and waiting.
        complaints.lock(Set.of(complaintId));
        return store.of(complaintId).stream()
                .anyMatch(advance -> advance.overAt() == null && advance.grantedBy() != null && !settled(advance));
    }

    /** Those of a case, the oldest first. */
    public List<TreatmentAdvance> all(long complaintId) {
        return store.of(complaintId);
    }

    /** What was paid and neither decided on nor set off against something that stands, the oldest first. */
    public List<TreatmentAdvance> open(long complaintId) {
        List<TreatmentAdvance> undecided = store.of(complaintId).stream()
                .filter(advance -> advance.fate() == null)
                .filter(this::paid)
                .toList();
        if (undecided.isEmpty()) {
            return undecided;
        }
        Set<Long> standing = ledger.of(complaintId).stream()
                .filter(Payment::stands)
                .map(payment -> payment.offer().measureId())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return undecided.stream()
                .filter(advance -> advance.setOffBy() == null || !standing.contains(advance.setOffBy()))
                .toList();
    }

    /** What that comes to, in CNY. */
    public BigDecimal advanced(long complaintId) {
        return open(complaintId).stream().map(TreatmentAdvance::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What is open is taken off what was agreed with the customer. */
    @Transactional
    public void setOff(long complaintId, long measureId) {
        complaints.lock(Set.of(complaintId));
        open(complaintId).forEach(advance -> store.setOff(advance.id(), measureId));
    }

    /** Somebody has decided what becomes of all that is open. */
    @Transactional
    public List<TreatmentAdvance> decided(long complaintId, TreatmentAdvance.Fate fate, String who) {
        complaints.lock(Set.of(complaintId));
        List<TreatmentAdvance> open = open(complaintId);
        open.forEach(advance -> store.decided(advance.id(), fate, who));
        return open;
    }

    /** Empty where it isn't one of the case's. */
    public Optional<TreatmentAdvance> find(long complaintId, long id) {
        return store.find(id).filter(advance -> advance.complaintId() == complaintId);
    }

    /** @throws IllegalStateException when it isn't one of the case's: a diagram may name any */
    public TreatmentAdvance of(long complaintId, long id) {
        return find(complaintId, id)
                .orElseThrow(() -> new IllegalStateException("case %d has no advance %d".formatted(complaintId, id)));
    }

    @Override
    public Set<String> deadlines() {
        return Set.of("EMERGENCY_FUNDS");
    }

    /** Somebody is at the doctor's: what was granted is paid. */
    @Override
    public void withdrawn(long complaintId, String why, Instant now) {
        // Its part is an instance of its own.
    }

    private boolean paid(TreatmentAdvance advance) {
        return advance.paymentId() != null
                && ledger.find(advance.paymentId())
                        .filter(payment -> payment.state() == Payment.State.PAID)
                        .isPresent();
    }

    private boolean settled(TreatmentAdvance advance) {
        return advance.paymentId() != null
                && ledger.find(advance.paymentId())
                        .filter(payment ->
                                payment.state() == Payment.State.OFFERED || payment.state() == Payment.State.APPROVED)
                        .isEmpty();
    }

    /** @throws RefusedCase when an amount can't be advanced */
    public void check(BigDecimal amount) {
        checked(amount);
    }

    private BigDecimal checked(BigDecimal amount) {
        if (amount == null
                || amount.signum() <= 0
                || amount.stripTrailingZeros().scale() > 2
                || amount.compareTo(LARGEST) > 0) {
            throw new RefusedCase(sentences.say("treatment.amount", LARGEST));
        }
        return amount;
    }

    private TreatmentAdvance locked(Entry said) {
        complaints.lock(Set.of(said.complaintId()));
        return of(
                said.complaintId(),
                ADVANCE.find(said).map(BigDecimal::longValue).orElseThrow(() -> unsaid(ADVANCE)));
    }

    private RefusedCase unsaid(FormField<?> field) {
        return new RefusedCase(sentences.say("responsibility.unsaid", field.key()));
    }
}
