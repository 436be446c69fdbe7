package io.redress.casefile.money;

import io.redress.casefile.CaseFile;
import io.redress.casefile.Fact;
import io.redress.casefile.complaint.Complaint;
import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.complaint.Links;
import io.redress.casefile.measure.Measures;
import io.redress.language.Sentences;
import io.redress.people.Groups;
import io.redress.people.Members;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The money that customers get: offered, approved, paid, perhaps recovered; each once, whatever is retried. Whoever asks
 * for it, approves it and pays it are three people; a merchant's own money is paid without that. In CNY, with at most two
 * decimals.
 */
@Service
public class Ledger {

    private static final int DECIMALS = 2;
    private static final BigDecimal LARGEST_AMOUNT = new BigDecimal("9999999999999.99");
    private static final int LONGEST_TEXT = 1_000;
    private static final int NAMED = 3;

    /** A key, and how often it was asked for with it. */
    private static final Pattern AGAIN = Pattern.compile("(.*)#(\\d+)");

    private final PaymentStore store;
    private final LedgerLineStore lines;
    private final ObjectProvider<PaymentParties> parties;
    private final ApprovalLevels levels;
    private final Measures measures;
    private final Complaints complaints;
    private final Links links;
    private final Members members;
    private final Groups groups;
    private final CaseFile caseFile;
    private final Sentences sentences;

    Ledger(
            PaymentStore store,
            LedgerLineStore lines,
            ObjectProvider<PaymentParties> parties,
            ApprovalLevels levels,
            Measures measures,
            Complaints complaints,
            Links links,
            Members members,
            Groups groups,
            CaseFile caseFile,
            Sentences sentences) {
        this.store = store;
        this.lines = lines;
        this.parties = parties;
        this.levels = levels;
        this.measures = measures;
        this.complaints = complaints;
        this.links = links;
        this.members = members;
        this.groups = groups;
        this.caseFile = caseFile;
        this.sentences = sentences;
    }

    /**
     * Writes down what a customer is to get. The same request again gives the same payment, or a further one where it was refused,
     * or came to nothing.
     *
     * @throws RefusedPayment when the amount is not above 0 or has more than two decimals, the purpose is missing, the
     *     case is closed, the measure is another case's or is being paid already, or the key was used for something else
     */
    @Transactional
    public Payment offer(Offer offer, Instant now) {
        lock(offer.complaintId());
        Offer checked = checked(offer);
        Optional<Payment> present = store.find(offer.key());
        if (present.filter(payment -> payment.state() == Payment.State.REFUSED).isPresent()) {
            return offer(again(checked), now);
        }
        if (present.isPresent()) {
            if (!present.get().offer().equals(checked)) {
                throw refused("ledger.other-request", amount(present.get()), offer.key());
            }
            return present.get();
        }
        Complaint complaint = complaints.find(offer.complaintId()).orElseThrow();
        if (complaint.closed()) {
            throw refused("ledger.closed", complaint.number());
        }
        if (offer.measureId() != null) {
            checkMeasure(offer.complaintId(), offer.measureId());
        }
        return noted(store.insert(checked, now), offer.requestedBy(), now);
    }

    /** The same asked for once more. */
    private static Offer again(Offer refused) {
        Matcher numbered = AGAIN.matcher(refused.key());
        String key = numbered.matches()
                ? numbered.group(1) + "#" + (Integer.parseInt(numbered.group(2)) + 1)
                : refused.key() + "#2";
        return new Offer(
                refused.complaintId(),
                refused.measureId(),
                key,
                refused.purpose(),
                refused.kind(),
                refused.amount(),
                refused.requestedBy());
    }

    /**
     * Approves a payment. Said again by the same person, it stays as it was.
     *
     * @throws RefusedPayment when it is not offered any more, the person asked for it, or may not approve what the linked
     *     payments come to
     */
    @Transactional
    public Payment approve(long id, String who, Instant now) {
        Payment payment = locked(id);
        if (who.equals(payment.approvedBy()) && payment.state().counts()) {
            return payment;
        }
        requireState(payment, Payment.State.OFFERED);
        if (!payment.offer().kind().ours()) {
            throw refused("ledger.merchants-own", amount(payment));
        }
        long complaintId = payment.offer().complaintId();
        BigDecimal sum = linkedSum(complaintId);
        List<String> allowed = levels(complaintId, sum);
        if (who.equals(payment.offer().requestedBy())) {
            throw refused("ledger.own-request", who, names(allowed, bound(payment)));
        }
        if (bound(payment).contains(who)) {
            throw refused("ledger.agreed-it", who, names(allowed, bound(payment)));
        }
        if (allowed.stream().noneMatch(group -> members.of(group).contains(who))) {
            throw refused("ledger.above-limit", who, sum.toPlainString(), names(allowed, bound(payment)));
        }
        store.approved(id, who, now);
        return noted(id, who, now);
    }

    /**
     * Whoever grants an advance for a treatment approves it by that, as long as what the linked payments come to is within their limit.
     *
     * @param limit in CNY
     * @return whether it is approved; else it waits for whoever may approve it
     */
    @Transactional
    public boolean approveEmergency(long id, BigDecimal limit, Instant now) {
        Payment payment = locked(id);
        if (payment.offer().kind() != Payment.Kind.TREATMENT_ADVANCE) {
            throw new IllegalArgumentException("payment %d is no emergency".formatted(id));
        }
        if (payment.state() == Payment.State.OFFERED
                && linkedSum(payment.offer().complaintId()).compareTo(limit) <= 0) {
            store.approved(id, payment.offer().requestedBy(), now);
            noted(id, payment.offer().requestedBy(), now);
            return true;
        }
        return payment.state() != Payment.State.OFFERED;
    }

    /**
     * Refuses a payment that is offered. Said again by the same person, it stays as it was.
     *
     * @throws RefusedPayment when it is not offered any more, or no reason is given
     */
    @Transactional
    public Payment refuse(long id, String who, String why, Instant now) {
        Payment payment = locked(id);
        if (payment.state() == Payment.State.REFUSED && who.equals(payment.refusedBy())) {
            return payment;
        }
        requireState(payment, Payment.State.OFFERED);
        store.refused(id, who, text(why, "ledger.reason"), now);
        return noted(id, who, now);
    }

    /** All that is not paid yet and hangs on what is agreed with the customer, as below. */
    @Transactional
    public List<Payment> release(long complaintId, String who, String why, Instant now) {
        return release(complaintId, payment -> payment.offer().kind().agreed(), who, why, now);
    }

    /**
     * What is not paid yet comes to nothing: the customer did not agree to it, or has withdrawn the complaint. What was
     * paid stays.
     *
     * @param which those of them that it is about
     * @return the payments that came to nothing by this
     */
    @Transactional
    public List<Payment> release(long complaintId, Predicate<Payment> which, String who, String why, Instant now) {
        lock(complaintId);
        return of(complaintId).stream()
                .filter(payment ->
                        payment.state() == Payment.State.OFFERED || payment.state() == Payment.State.APPROVED)
                .filter(which)
                .map(payment -> {
                    store.refused(payment.id(), who, text(why, "ledger.reason"), now);
                    return noted(payment.id(), who, now);
                })
                .toList();
    }

    /**
     * The customer has the money. Said again by the same person with the same proof, it stays as it was.
     *
     * @param proof what shows it: the receipt's or the transfer's number, for example
     * @throws RefusedPayment when it is not approved, is paid already, no proof is given, or the person asked for it or
     *     approved it
     */
    @Transactional
    public Payment pay(long id, String who, String proof, Instant now) {
        return pay(id, who, proof, false, now);
    }

    /**
     * The same of an advance for a treatment at an hour at which nobody of finance is there: whoever has granted it may pay it from the
     * petty cash. Finance looks at it when it refunds that.
     */
    @Transactional
    public Payment payFromPettyCash(long id, String who, String proof, Instant now) {
        return pay(id, who, proof, true, now);
    }

    private Payment pay(long id, String who, String proof, boolean pettyCash, Instant now) {
        Payment payment = locked(id);
        String shown = text(proof, "ledger.proof");
        if (who.equals(payment.paidBy()) && shown.equals(payment.proof())) {
            return payment;
        }
        boolean merchants = !payment.offer().kind().ours();
        requireState(payment, merchants ? Payment.State.OFFERED : Payment.State.APPROVED);
        boolean emergency = pettyCash && payment.offer().kind() == Payment.Kind.TREATMENT_ADVANCE;
        boolean ours = !merchants && !emergency;
        if (ours && who.equals(payment.offer().requestedBy())) {
            throw refused("ledger.payer-requested", who, payers(payment));
        }
        if (ours && bound(payment).contains(who)) {
            throw refused("ledger.payer-agreed", who, payers(payment));
        }
        if (!emergency && who.equals(payment.approvedBy())) {
            throw refused("ledger.payer-approved", who, payers(payment));
        }
        store.paid(id, who);
        PaymentParties.Parties between = between(payment);
        lines.add(
                new LedgerLine(
                        0,
                        payment.offer().complaintId(),
                        id,
                        null,
                        null,
                        null,
                        LedgerLine.Kind.PAYMENT,
                        payment.amount(),
                        between.payer(),
                        between.payee(),
                        between.means(),
                        shown,
                        who,
                        now),
                "payment-" + id);
        return noted(id, who, now);
    }

    /**
     * The money came back. Said again with the same proof, it stays as it was.
     *
     * @throws RefusedPayment when it was not paid, came back already, or no proof is given
     */
    @Transactional
    public Payment recover(long id, String who, String proof, Instant now) {
        Payment payment = locked(id);
        String shown = text(proof, "ledger.proof");
        if (who.equals(payment.recoveredBy()) && shown.equals(payment.recoveryProof())) {
            return payment;
        }
        requireState(payment, Payment.State.PAID);
        LedgerLine paid = lines.payment(id);
        lines.add(
                new LedgerLine(
                        0,
                        paid.complaintId(),
                        id,
                        null,
                        null,
                        null,
                        LedgerLine.Kind.REVERSAL,
                        paid.amount(),
                        paid.payee(),
                        paid.payer(),
                        paid.means(),
                        shown,
                        who,
                        now),
                "reversal-" + id);
        return noted(id, who, now);
    }

    /**
     * Money has moved that no customer gets: somebody pays back what they owe, an insurer pays, a merchant has its advance back. The
     * same told again is one.
     *
     * @param key tells this movement from every other
     */
    @Transactional
    public void moved(LedgerLine line, String key) {
        lock(line.complaintId());
        if (!lines.has(key)) {
            lines.add(line, key);
        }
    }

    /** Whether that movement was told already. */
    public boolean has(String key) {
        return lines.has(key);
    }

    /** What has moved in the case, the oldest first. */
    public List<LedgerLine> lines(long complaintId) {
        return lines.of(complaintId);
    }

    /** What has moved in all cases since then, the newest first. */
    public List<LedgerLine> movedSince(Instant from) {
        return lines.since(from);
    }

    public Optional<Payment> find(long id) {
        return store.find(id);
    }

    /** What is approved and not paid yet, of all cases, the oldest first. */
    public List<Payment> toPay() {
        return store.approved();
    }

    /** The payments of a case, the oldest first. */
    public List<Payment> of(long complaintId) {
        return store.of(Set.of(complaintId));
    }

    /** What somebody of ours is to approve. */
    public List<Payment> toApprove(long complaintId) {
        return of(complaintId).stream()
                .filter(payment -> payment.state() == Payment.State.OFFERED)
                .filter(payment -> payment.offer().kind().ours())
                .toList();
    }

    /** What is offered, approved or paid of our money in the case and in those linked to it. */
    public List<Payment> linked(long complaintId) {
        return store.of(links.together(complaintId)).stream()
                .filter(payment ->
                        payment.state().counts() && payment.offer().kind().ours())
                .toList();
    }

    /** What {@link #linked} comes to; the limits look at this. */
    public BigDecimal linkedSum(long complaintId) {
        return linked(complaintId).stream()
                .map(Payment::amount)
                .reduce(BigDecimal.ZERO.setScale(DECIMALS), BigDecimal::add);
    }

    /**
     * The group that is to approve what is offered in the case: the lowest level whose limit covers the sum and that has
     * somebody in it who did not ask for the money.
     *
     * @param sum what the limits look at, {@link #linkedSum}
     */
    public Approver approver(long complaintId, BigDecimal sum) {
        return approver(complaintId, levels(complaintId, sum));
    }

    /** The next such group above one that did not answer, or has refused twice. */
    public Approver nextApprover(long complaintId, BigDecimal sum, String group) {
        List<String> all = levels(complaintId, sum);
        return approver(complaintId, all.subList(all.indexOf(group) + 1, all.size()));
    }

    private Approver approver(long complaintId, List<String> climbed) {
        Set<String> bound = offered(complaintId).stream()
                .flatMap(payment -> bound(payment).stream())
                .collect(Collectors.toSet());
        List<String> passedOver = new ArrayList<>();
        for (String level : climbed) {
            if (!bound.containsAll(members.of(level))) {
                return new Approver(Optional.of(level), List.copyOf(passedOver));
            }
            passedOver.add(level);
        }
        return new Approver(Optional.empty(), List.copyOf(passedOver));
    }

    private List<String> levels(long complaintId, BigDecimal sum) {
        List<Payment> offered = offered(complaintId);
        Optional<Boolean> judged = offered.stream()
                .flatMap(payment -> between(payment).property().stream())
                .findFirst();
        return levels.of(complaints.find(complaintId).orElseThrow(), sum, offered, judged);
    }

    /** Who wants the money out: whoever asked for it, and whoever agreed it with the customer. */
    private Set<String> bound(Payment payment) {
        return Stream.of(payment.offer().requestedBy(), between(payment).agreedBy())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private PaymentParties.Parties between(Payment payment) {
        return parties.orderedStream()
                .flatMap(known -> known.of(payment).stream())
                .findFirst()
                .orElseGet(() -> new PaymentParties.Parties(
                        payment.offer().kind().ours() ? Party.HOUSE : Party.MERCHANT,
                        Party.CUSTOMER,
                        payment.offer().kind().means(),
                        null,
                        Optional.empty()));
    }

    private List<Payment> offered(long complaintId) {
        return toApprove(complaintId);
    }

    /** Whatever changes money in the case, or in one linked to it, takes turns: the limits look at them together. */
    private void lock(long complaintId) {
        SortedSet<Long> locked;
        do {
            locked = links.together(complaintId);
            complaints.lock(locked);
            // While it waited, a further case may have been linked.
        } while (!locked.equals(links.together(complaintId)));
    }

    private Payment locked(long id) {
        lock(store.find(id)
                .orElseThrow(() -> refused("ledger.unknown", id))
                .offer()
                .complaintId());
        return store.find(id).orElseThrow();
    }

    private Offer checked(Offer offer) {
        BigDecimal amount = offer.amount();
        if (amount == null
                || amount.signum() <= 0
                || amount.scale() > DECIMALS
                || amount.compareTo(LARGEST_AMOUNT) > 0) {
            throw refused("ledger.amount", LARGEST_AMOUNT.toPlainString());
        }
        return new Offer(
                offer.complaintId(),
                offer.measureId(),
                offer.key(),
                text(offer.purpose(), "ledger.purpose"),
                offer.kind(),
                amount.setScale(DECIMALS, RoundingMode.UNNECESSARY),
                offer.requestedBy());
    }

    private void checkMeasure(long complaintId, long measureId) {
        if (measures.of(complaintId).stream().noneMatch(measure -> measure.id() == measureId)) {
            throw refused("ledger.other-measure", measureId);
        }
        of(complaintId).stream()
                .filter(payment ->
                        Long.valueOf(measureId).equals(payment.offer().measureId()))
                .filter(payment -> payment.state().counts())
                .findFirst()
                .ifPresent(payment -> {
                    throw refused("ledger.measure-paid", amount(payment));
                });
    }

    private String text(String text, String sentence) {
        String stripped = Optional.ofNullable(text).orElse("").strip();
        if (stripped.isEmpty() || stripped.length() > LONGEST_TEXT) {
            throw refused(sentence, LONGEST_TEXT);
        }
        return stripped;
    }

    private void requireState(Payment payment, Payment.State state) {
        if (payment.state() != state) {
            throw switch (payment.state()) {
                case OFFERED -> refused("ledger.is-offered", amount(payment));
                case APPROVED -> refused("ledger.is-approved", amount(payment), payment.approvedBy());
                case REFUSED -> refused("ledger.is-refused", amount(payment), payment.refusedBy(), payment.refusal());
                case PAID -> refused("ledger.is-paid", amount(payment), payment.paidBy(), payment.proof());
                case RECOVERED -> refused("ledger.is-recovered", amount(payment), payment.recoveryProof());
            };
        }
    }

    private Payment noted(long id, String who, Instant now) {
        Payment payment = store.find(id).orElseThrow();
        Map<Fact, Object> facts = new HashMap<>();
        facts.put(PaymentNotes.PAYMENT, id);
        facts.put(PaymentNotes.STATE, payment.state().name());
        facts.put(PaymentNotes.KIND, payment.offer().kind().name());
        facts.put(PaymentNotes.AMOUNT, amount(payment));
        facts.put(PaymentNotes.PURPOSE, payment.offer().purpose());
        facts.put(PaymentNotes.BY, who);
        facts.put(PaymentNotes.REASON, payment.refusal());
        facts.put(
                PaymentNotes.PROOF, Optional.ofNullable(payment.recoveryProof()).orElse(payment.proof()));
        caseFile.note(payment.offer().complaintId(), PaymentNotes.CHANGED, facts, now);
        return payment;
    }

    private static String amount(Payment payment) {
        return payment.amount().toPlainString();
    }

    /** Who can pay it, for whoever can't. */
    private String payers(Payment payment) {
        List<String> paying = measures.of(payment.offer().complaintId()).stream()
                .filter(measure ->
                        Long.valueOf(measure.id()).equals(payment.offer().measureId()))
                .map(measure -> measure.planned().department())
                .toList();
        return paying.isEmpty()
                ? sentences.say("ledger.colleague")
                : names(
                        paying,
                        Stream.concat(bound(payment).stream(), Stream.ofNullable(payment.approvedBy()))
                                .collect(Collectors.toSet()));
    }

    /** The groups, each with the logins of some of those in it, so that one knows whom to ask. */
    private String names(List<String> ids, Set<String> but) {
        return ids.stream().map(id -> named(id, but)).collect(Collectors.joining(sentences.say("ledger.or")));
    }

    private String named(String id, Set<String> but) {
        String name = groups.find(id).orElseThrow().name(sentences.language());
        List<String> logins = members.of(id).stream()
                .filter(login -> !but.contains(login))
                .sorted()
                .limit(NAMED)
                .toList();
        return logins.isEmpty()
                ? name
                : sentences.say("ledger.group", name, String.join(sentences.say("ledger.and"), logins));
    }

    private RefusedPayment refused(String sentence, Object... arguments) {
        return new RefusedPayment(sentences.say(sentence, arguments));
    }
}
