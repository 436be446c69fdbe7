package io.redress.casefile.insurance;

import io.redress.casefile.CaseFile;
import io.redress.casefile.Fact;
import io.redress.casefile.Note;
import io.redress.casefile.RefusedCase;
import io.redress.casefile.complaint.ClaimKind;
import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.complaint.Links;
import io.redress.casefile.deadline.Deadlines;
import io.redress.casefile.entry.Entry;
import io.redress.casefile.entry.FormField;
import io.redress.casefile.message.Messages;
import io.redress.casefile.money.Ledger;
import io.redress.casefile.money.LedgerLine;
import io.redress.casefile.money.Means;
import io.redress.casefile.money.Party;
import io.redress.casefile.part.LastingPart;
import io.redress.casefile.part.Parts;
import io.redress.language.Sentences;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What cases claim from insurers: reported, submitted with the signed papers, decided, paid in parts, and reckoned. A case has one claim
 * at most, a part of its own that the archive waits for.
 */
@Service
public class InsuranceClaims implements LastingPart {

    /** Its process, and what that begins with. */
    public static final String PART = "insurance-claim";

    public static final String REPORTER = "reporter";
    public static final String DECIDER = "decider";

    /** What whoever waits in the case is told by. */
    public static final String REQUIREMENTS_IN = "insurer.answered";

    /** Told when the insurer has been told. */
    public static final String INSURER_TOLD = "insurer.told";

    public static final String PAPERS_HANDED_OVER = "papers.handed-over";
    public static final String PAYOUT_BOOKED = "payout.booked";
    private static final String DROPPED = "claim.dropped";

    private static final String WHO = "redress";
    private static final String INSURANCE_HEAD = "insurance-head";

    private static final String REPORT_DUE = "INSURER_REPORT";
    private static final String OPINION_DUE = "INSURER_OPINION";
    private static final String DECISION_DUE = "INSURER_DECISION";
    private static final String PAYOUT_DUE = "PAYOUT";
    private static final String REPORTED = "reported-to-insurer";

    private static final int DECIMALS = 2;

    private final InsuranceClaimStore store;
    private final InsurancePolicies policies;
    private final Insurer insurer;
    private final Ledger ledger;
    private final Parts parts;
    private final Complaints complaints;
    private final Links links;
    private final Deadlines deadlines;
    private final Messages messages;
    private final CaseFile caseFile;
    private final Sentences sentences;
    private final Clock clock;

    InsuranceClaims(
            InsuranceClaimStore store,
            InsurancePolicies policies,
            Insurer insurer,
            Ledger ledger,
            Parts parts,
            Complaints complaints,
            Links links,
            Deadlines deadlines,
            Messages messages,
            CaseFile caseFile,
            Sentences sentences,
            Clock clock) {
        this.store = store;
        this.policies = policies;
        this.insurer = insurer;
        this.ledger = ledger;
        this.parts = parts;
        this.complaints = complaints;
        this.links = links;
        this.deadlines = deadlines;
        this.messages = messages;
        this.caseFile = caseFile;
        this.sentences = sentences;
        this.clock = clock;
    }

    public Optional<InsuranceClaim> of(long complaintId) {
        return store.of(complaintId);
    }

    /** @throws IllegalStateException when the case has none: a diagram may ask in any */
    public InsuranceClaim claim(long complaintId) {
        return store.of(complaintId)
                .orElseThrow(() -> new IllegalStateException("case %d has no insurance claim".formatted(complaintId)));
    }

    /** The claims of all cases that go on, of which a merchant waits for its money, or that have ended since then; the oldest first. */
    public List<InsuranceClaim> since(Instant then) {
        return store.since(then);
    }

    /** The claims of the cases that are linked to this one, other than its own: of the same accident, perhaps. */
    public List<InsuranceClaim> linked(long complaintId) {
        Set<Long> others = links.together(complaintId).stream()
                .filter(id -> id != complaintId)
                .collect(Collectors.toSet());
        return store.of(others);
    }

    InsurancePolicy policy(InsuranceClaim claim) {
        return policies.find(claim.policy()).orElseThrow();
    }

    /**
     * Begins the claim of a case; one that has one already has that one.
     *
     * @param policy its number
     * @param reporter the group that speaks to the insurer
     * @param decider the group that has judged whether it is the mall’s to answer for
     * @param since from when on the insurer is to be told
     */
    @Transactional
    public void begin(long complaintId, ClaimKind kind, String policy, String reporter, String decider, Instant since) {
        complaints.lock(Set.of(complaintId));
        if (store.of(complaintId).isEmpty()) {
            deadlines.startAnew(complaintId, "liability-decided", since, clock.instant(), WHO);
            beginAtReceipt(complaintId, kind, policy, reporter, decider);
        }
    }

    /** The same where the insurer is told before anybody has judged: its deadline counts from receipt already. */
    @Transactional
    public void beginAtReceipt(long complaintId, ClaimKind kind, String policy, String reporter, String decider) {
        complaints.lock(Set.of(complaintId));
        if (store.of(complaintId).isEmpty()) {
            Instant now = clock.instant();
            store.insert(complaintId, policies.find(policy).orElseThrow(), reporter, kind, now);
            parts.begin(complaintId, PART, reference(complaintId), Map.of(REPORTER, reporter, DECIDER, decider), now);
        }
    }

    /**
     * The insurer is told, once.
     *
     * @throws RefusedCase when it says what can’t be: whoever submits it hears so
     */
    @Transactional
    public void reported(Entry report) {
        InsuranceClaim before = locked(report);
        if (before.reportedAt() != null) {
            return;
        }
        String text = required(ClaimFields.REPORT_TEXT, report);
        InsuranceClaim reported = before.with()
                .reported(report.submittedBy(), report.submittedAt())
                .number(ClaimFields.NUMBER.find(report).map(String::strip).orElse(null))
                .requirements(ClaimFields.REQUIREMENTS.find(report).orElse(null))
                .done();
        store.save(reported);
        switch (ClaimFields.REPORTED_BY.find(report).orElse("")) {
            case "e-mail" -> {
                if (!messages.mails()) {
                    throw new RefusedCase(sentences.say("claim.no-mail-server"));
                }
                insurer.write(
                        reported,
                        policy(reported),
                        Insurer.Letter.REPORT,
                        required(ClaimFields.REPORT_EMAIL, report),
                        text,
                        report.submittedAt());
            }
            case "otherwise" -> {}
            default -> throw unsaid(ClaimFields.REPORTED_BY);
        }
        deadlines.startAnew(
                before.complaintId(), REPORTED, report.submittedAt(), report.submittedAt(), report.submittedBy());
        tell(before.complaintId(), INSURER_TOLD);
        if (reported.requirementsKnown()) {
            tell(before.complaintId(), REQUIREMENTS_IN);
        }
    }

    /** What the insurer wants, and thinks; the same answer again changes nothing. */
    @Transactional
    public void answered(Entry answer) {
        InsuranceClaim before = locked(answer);
        InsuranceClaim.Opinion opinion = opinion(answer);
        InsuranceClaim after = before.with()
                .number(required(ClaimFields.NUMBER, answer).strip())
                .requirements(ClaimFields.REQUIREMENTS.find(answer).orElse(before.requirements()))
                .opinion(opinion)
                .done();
        store.save(after);
        if (opinion != null) {
            deadlines.meet(before.complaintId(), OPINION_DUE, answer.submittedAt(), answer.submittedBy());
        }
        if (after.requirementsKnown() && !before.requirementsKnown()) {
            tell(before.complaintId(), REQUIREMENTS_IN);
        }
    }

    /** What the insurer thinks: {@code covered}, {@code not-covered}, or {@code not-yet} said. */
    public String opinion(long complaintId) {
        InsuranceClaim.Opinion opinion = claim(complaintId).opinion();
        return opinion == null ? "not-yet" : opinion == InsuranceClaim.Opinion.NOT_COVERED ? "not-covered" : "covered";
    }

    private InsuranceClaim.Opinion opinion(Entry answer) {
        return switch (ClaimFields.OPINION.find(answer).orElse("")) {
            case "covered" -> InsuranceClaim.Opinion.COVERED;
            case "not-covered" -> InsuranceClaim.Opinion.NOT_COVERED;
            case "not-yet" -> null;
            default -> throw unsaid(ClaimFields.OPINION);
        };
    }

    /** It has not answered yet, and is asked again; who was told so and has not done it yet is told once. */
    @Transactional
    public void remind(long complaintId) {
        complaints.lock(Set.of(complaintId));
        InsuranceClaim claim = claim(complaintId);
        insurer.write(claim, policy(claim), Insurer.Letter.REMINDER, null, null, clock.instant());
    }

    /** The opinion has not come in time: who stands above those who speak to insurers hears so. */
    @Transactional
    public void opinionOverdue(long complaintId) {
        complaints.lock(Set.of(complaintId));
        Instant now = clock.instant();
        deadlines.lapse(complaintId, OPINION_DUE, now, WHO);
        InsuranceClaim claim = claim(complaintId);
        messages.toGroup(
                complaintId, INSURANCE_HEAD, "insurer-silent", MailedInsurer.facts(claim, policy(claim), null), now);
    }

    /**
     * Whoever judged the responsibility goes on at their own risk, waits for the insurer once more, or gives the claim up.
     *
     * @throws RefusedCase when it says nothing of these, or not why
     */
    @Transactional
    public void howToGoOn(Entry decision) {
        InsuranceClaim before = locked(decision);
        required(ClaimFields.DECISION_REASON, decision);
        long id = before.complaintId();
        switch (ClaimFields.DECISION.find(decision).orElse("")) {
            case "wait" ->
                deadlines.startAnew(
                        id, REPORTED, decision.submittedAt(), decision.submittedAt(), decision.submittedBy());
            case "go-on" -> {
                store.save(before.with().opinion(notWaitedFor(before)).done());
                tell(id, REQUIREMENTS_IN);
            }
            case "give-up" -> {
                store.save(before.with()
                        .opinion(notWaitedFor(before))
                        .closing(InsuranceClaim.Closing.GIVEN_UP)
                        .done());
                tell(id, REQUIREMENTS_IN);
            }
            default -> throw unsaid(ClaimFields.DECISION);
        }
    }

    /**
     * Whether the insurer has anything to pay once the customer gets that much more: nothing of a sum that is not above the excess, nothing
     * of a claim that is submitted or over.
     */
    public boolean takes(long complaintId, BigDecimal amount) {
        return store.of(complaintId)
                .filter(InsuranceClaim::takesMore)
                .filter(claim -> !claim.keeps(lost(complaintId).add(amount)))
                .isPresent();
    }

    /** What it has said stays said. */
    private static InsuranceClaim.Opinion notWaitedFor(InsuranceClaim claim) {
        return claim.opinion() == null ? InsuranceClaim.Opinion.WAIVED : claim.opinion();
    }

    /** What was agreed with the customer is under the claim from now on. */
    @Transactional
    public void agreed(long complaintId, long measureId, BigDecimal amount, boolean byMerchant) {
        complaints.lock(Set.of(complaintId));
        store.save(new InsuredLoss(measureId, complaintId, amount, byMerchant, null, null, null, null));
    }

    /** What that measure pays is not claimed, or not any more. */
    @Transactional
    public void notUnderIt(long measureId) {
        store.removeLoss(measureId);
    }

    /**
     * Whether the insurer has consented to what was agreed with the customer.
     *
     * @throws RefusedCase when it is not said
     */
    @Transactional
    public void consented(Entry checked) {
        InsuranceClaim before = locked(checked);
        InsuranceClaim.Consent consent =
                switch (ClaimFields.CONSENT.find(checked).orElse("")) {
                    case "given" -> InsuranceClaim.Consent.GIVEN;
                    case "not-asked" -> InsuranceClaim.Consent.NOT_ASKED;
                    case "refused" -> InsuranceClaim.Consent.REFUSED;
                    default -> throw unsaid(ClaimFields.CONSENT);
                };
        store.save(before.with().consent(consent).done());
    }

    /** What stands of what was agreed under the claim: it has not come to nothing. The oldest first. */
    public List<InsuredLoss> losses(long complaintId) {
        Set<Long> standing = ledger.of(complaintId).stream()
                .filter(payment -> payment.stands())
                .map(payment -> payment.offer().measureId())
                .collect(Collectors.toSet());
        return store.losses(complaintId).stream()
                .filter(loss -> standing.contains(loss.measureId()))
                .toList();
    }

    /** Whether the papers of that payment go to the insurer. */
    public boolean insured(long complaintId, long measureId) {
        return store.losses(complaintId).stream().anyMatch(loss -> loss.measureId() == measureId);
    }

    /**
     * The signed papers of a payment are with administration; told again, they are there once.
     *
     * @param handedBy who gave them
     */
    @Transactional
    public void handedOver(Entry taken, long measureId, String papers, String handedBy) {
        long id = taken.complaintId();
        complaints.lock(Set.of(id));
        store.handedOver(measureId, papers, handedBy, taken.submittedBy(), taken.submittedAt());
        tell(id, PAPERS_HANDED_OVER);
    }

    /** {@code there} when the claim can be submitted, {@code given-up} where nobody does any more, {@code waited-for} until then. */
    @Transactional
    public String papers(long complaintId) {
        // Whoever tells of papers holds the lock, too: none come between looking and waiting.
        complaints.lock(Set.of(complaintId));
        List<InsuredLoss> losses = losses(complaintId);
        InsuranceClaim claim = claim(complaintId);
        if (losses.stream().anyMatch(loss -> !loss.handedOver())) {
            return "waited-for";
        }
        if (claim.givenUp()) {
            return "given-up";
        }
        return losses.isEmpty() ? "waited-for" : "there";
    }

    /** What the customer got, in CNY. */
    public BigDecimal lost(long complaintId) {
        return lost(losses(complaintId));
    }

    static BigDecimal lost(List<InsuredLoss> losses) {
        return sum(losses.stream().map(InsuredLoss::amount).toList());
    }

    /** @throws RefusedCase when more is asked for than the customer got */
    @Transactional
    public void submitted(Entry submission) {
        InsuranceClaim before = locked(submission);
        if (!papers(before.complaintId()).equals("there")) {
            throw new RefusedCase(sentences.say("claim.papers-missing"));
        }
        BigDecimal lost = lost(before.complaintId());
        BigDecimal claimed = money(ClaimFields.CLAIMED, submission, lost, "claim.claimed");
        store.save(before.with()
                .submitted(claimed, submission.submittedBy(), submission.submittedAt())
                .done());
        deadlines.startAnew(
                before.complaintId(),
                "claim-complete",
                submission.submittedAt(),
                submission.submittedAt(),
                submission.submittedBy());
    }

    /** What the insurer has decided, once; a sum above what was asked for is refused. */
    @Transactional
    public void decided(Entry decision) {
        InsuranceClaim before = locked(decision);
        if (before.decidedAt() != null) {
            return;
        }
        Instant now = decision.submittedAt();
        BigDecimal accepted =
                switch (ClaimFields.INSURERS_DECISION.find(decision).orElse("")) {
                    case "accepted" -> money(ClaimFields.ACCEPTED, decision, before.claimed(), "claim.accepted");
                    case "refused" -> BigDecimal.ZERO;
                    default -> throw unsaid(ClaimFields.INSURERS_DECISION);
                };
        BigDecimal expected = before.expected(before.claimed());
        if (accepted.compareTo(expected) < 0
                && ClaimFields.INSURERS_REASON.find(decision).isEmpty()) {
            throw new RefusedCase(sentences.say("claim.reason", expected));
        }
        store.save(before.with().decided(accepted, now).done());
        deadlines.meet(before.complaintId(), DECISION_DUE, now, decision.submittedBy());
        if (accepted.signum() > 0) {
            deadlines.startAnew(before.complaintId(), "insurer-agreed", now, now, decision.submittedBy());
        }
    }

    /**
     * A part of the payout has come, or nothing more comes. The same step told again is one part.
     *
     * @return to whom, and how much; empty where nothing more comes, or it was told already
     * @throws RefusedCase when it is more than what the insurer still is to pay, or goes to a merchant that has advanced nothing
     */
    @Transactional
    public Optional<LedgerLine> paidOut(Entry news) {
        InsuranceClaim before = locked(news);
        Instant now = news.submittedAt();
        String key = "payout-" + news.taskId();
        if (ledger.has(key)) {
            return Optional.empty();
        }
        switch (ClaimFields.PAYOUT_NEWS.find(news).orElse("")) {
            case "received" -> {
                return Optional.of(received(before, news, key));
            }
            case "ended" -> {
                required(ClaimFields.PAYOUT_REASON, news);
                over(before, now, news.submittedBy());
                return Optional.empty();
            }
            default -> throw unsaid(ClaimFields.PAYOUT_NEWS);
        }
    }

    private LedgerLine received(InsuranceClaim before, Entry news, String key) {
        long id = before.complaintId();
        BigDecimal open = before.accepted().subtract(paid(before));
        BigDecimal amount = money(ClaimFields.PAYOUT_AMOUNT, news, open, "claim.payout");
        Party to = switch (ClaimFields.PAYOUT_TO.find(news).orElse("")) {
            case "house" -> Party.HOUSE;
            case "customer" -> Party.CUSTOMER;
            case "merchant" -> Party.MERCHANT;
            default -> throw unsaid(ClaimFields.PAYOUT_TO);
        };
        BigDecimal advanced = advanced(id).subtract(paid(before, Party.MERCHANT));
        if (to == Party.MERCHANT && amount.compareTo(advanced) > 0) {
            throw new RefusedCase(sentences.say("claim.payout-merchant", advanced));
        }
        LedgerLine line = new LedgerLine(
                0,
                id,
                null,
                null,
                before.id(),
                null,
                LedgerLine.Kind.PAYOUT,
                amount,
                Party.INSURER,
                to,
                Means.TRANSFER,
                required(ClaimFields.PAYOUT_PROOF, news),
                news.submittedBy(),
                news.submittedAt());
        ledger.moved(line, key);
        if (amount.compareTo(open) == 0) {
            over(before, news.submittedAt(), news.submittedBy());
        }
        return line;
    }

    private void over(InsuranceClaim before, Instant now, String who) {
        store.save(before.with().payoutOver().done());
        deadlines.meet(before.complaintId(), PAYOUT_DUE, now, who);
    }

    /** What the insurer has paid, in CNY. */
    public BigDecimal paid(InsuranceClaim claim) {
        return sum(payouts(claim).stream().map(LedgerLine::amount).toList());
    }

    /** The same, of what went straight to one side. */
    public BigDecimal paid(InsuranceClaim claim, Party to) {
        return sum(payouts(claim).stream()
                .filter(line -> line.payee() == to)
                .map(LedgerLine::amount)
                .toList());
    }

    private List<LedgerLine> payouts(InsuranceClaim claim) {
        return ledger.lines(claim.complaintId()).stream()
                .filter(line -> Objects.equals(line.claimId(), claim.id()))
                .toList();
    }

    /** What merchants have advanced of it, in CNY. */
    public BigDecimal advanced(long complaintId) {
        return advanced(losses(complaintId));
    }

    static BigDecimal advanced(List<InsuredLoss> losses) {
        return lost(losses.stream().filter(InsuredLoss::byMerchant).toList());
    }

    /**
     * What the customer got and the insurer has not paid: up to the excess it stays with the mall without a decision.
     *
     * @return whether somebody is to decide who bears the rest
     */
    @Transactional
    public boolean reckon(long complaintId) {
        complaints.lock(Set.of(complaintId));
        InsuranceClaim claim = claim(complaintId);
        BigDecimal missing =
                lost(complaintId).subtract(paid(claim)).max(BigDecimal.ZERO).setScale(DECIMALS);
        BigDecimal excess = missing.min(claim.excess());
        InsuranceClaim.Shortfall shortfall =
                new InsuranceClaim.Shortfall(excess, missing.subtract(excess), null, null, null);
        store.save(claim.with().shortfall(shortfall).done());
        return shortfall.undecided();
    }

    /** @throws RefusedCase when it says nobody, not why, or a merchant that has advanced less */
    @Transactional
    public void bearsTheShortfall(Entry decision) {
        InsuranceClaim before = locked(decision);
        String bearer = ClaimFields.BEARER.find(decision).orElse("");
        if (!Set.of("mall", "merchant").contains(bearer)) {
            throw unsaid(ClaimFields.BEARER);
        }
        String why = required(ClaimFields.BEARER_REASON, decision);
        InsuranceClaim.Shortfall shortfall = before.shortfall();
        BigDecimal advanced = advanced(before.complaintId()).subtract(paid(before, Party.MERCHANT));
        if (bearer.equals("merchant") && shortfall.beyond().compareTo(advanced) > 0) {
            throw new RefusedCase(sentences.say("claim.bearer-merchant", advanced));
        }
        store.save(before.with()
                .shortfall(new InsuranceClaim.Shortfall(
                        shortfall.excess(), shortfall.beyond(), bearer, why, decision.submittedBy()))
                .done());
        note(
                before,
                ClaimNotes.SHORTFALL,
                Map.of(
                        ClaimNotes.AMOUNT,
                        shortfall.beyond().toPlainString(),
                        ClaimNotes.SAID,
                        said("merchant".equals(bearer) ? "claim.bearer-merchant-bears" : "claim.bearer-mall") + " "
                                + why),
                decision.submittedAt());
    }

    /** The claim is over, and whoever waits for it hears so; an insurer that was told hears that nothing is claimed. */
    @Transactional
    public void close(long complaintId) {
        complaints.lock(Set.of(complaintId));
        Instant now = clock.instant();
        InsuranceClaim claim = claim(complaintId);
        if (claim.closedAt() == null) {
            InsuranceClaim.Closing closing =
                    claim.closing() == null ? InsuranceClaim.Closing.RECKONED : claim.closing();
            InsuranceClaim closed = claim.with().closed(closing, now).done();
            store.save(closed);
            deadlines.cancel(complaintId, deadlines(), now, WHO, said("claim.closing-" + word(closing)));
            if (claim.reportedAt() != null && claim.submittedAt() == null) {
                insurer.write(closed, policy(closed), Insurer.Letter.WITHDRAWAL, null, null, now);
            }
            note(closed, ClaimNotes.CLOSED, Map.of(ClaimNotes.SAID, said("claim.closing-" + word(closing))), now);
        }
        parts.finish(complaintId, PART, reference(complaintId), now);
        tell(complaintId, PAYOUT_BOOKED);
    }

    /**
     * Nothing is claimed after all; what was submitted already goes its way.
     *
     * @return whether it was given up by this
     */
    @Transactional
    public boolean drop(long complaintId, InsuranceClaim.Closing why) {
        complaints.lock(Set.of(complaintId));
        Optional<InsuranceClaim> claim =
                store.of(complaintId).filter(InsuranceClaim::open).filter(open -> open.submittedAt() == null);
        claim.ifPresent(open -> {
            store.save(open.with().closing(why).done());
            tell(complaintId, REQUIREMENTS_IN);
            tell(complaintId, INSURER_TOLD);
            tell(complaintId, DROPPED);
        });
        return claim.isPresent();
    }

    /** The customer’s part is over: where the customer has got nothing, and nothing is on its way, nothing is claimed. */
    @Transactional
    public void customersPartOver(long complaintId) {
        complaints.lock(Set.of(complaintId));
        if (losses(complaintId).isEmpty()) {
            drop(complaintId, InsuranceClaim.Closing.NOTHING_PAID);
        }
        // Money that went back no longer keeps what else is there from being claimed.
        tell(complaintId, PAPERS_HANDED_OVER);
    }

    @Override
    public Set<String> deadlines() {
        return Set.of(REPORT_DUE, OPINION_DUE, DECISION_DUE, PAYOUT_DUE);
    }

    /** A claim goes on, and whether anything is claimed is seen when the customer’s part is over. */
    @Override
    public void withdrawn(long complaintId, String why, Instant now) {
        // Its part is an instance of its own.
    }

    private void tell(long complaintId, String message) {
        parts.tell(complaintId, message);
    }

    private InsuranceClaim locked(Entry submission) {
        complaints.lock(Set.of(submission.complaintId()));
        InsuranceClaim claim = claim(submission.complaintId());
        if (claim.closedAt() != null) {
            throw new RefusedCase(sentences.say("claim.closed"));
        }
        return claim;
    }

    private BigDecimal money(FormField<BigDecimal> field, Entry said, BigDecimal most, String sentence) {
        BigDecimal amount = field.find(said).orElseThrow(() -> unsaid(field));
        if (amount.signum() <= 0 || amount.scale() > DECIMALS || amount.compareTo(most) > 0) {
            throw new RefusedCase(sentences.say(sentence, most));
        }
        return amount.setScale(DECIMALS);
    }

    private String required(FormField<String> field, Entry said) {
        return field.find(said).filter(text -> !text.isBlank()).orElseThrow(() -> unsaid(field));
    }

    private RefusedCase unsaid(FormField<?> field) {
        return new RefusedCase(sentences.say("responsibility.unsaid", field.key()));
    }

    private String said(String sentence) {
        return sentences.say(sentence);
    }

    static String word(Enum<?> value) {
        return value == null
                ? "not-yet"
                : value.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private String reference(long complaintId) {
        return Long.toString(claim(complaintId).id());
    }

    private static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO.setScale(DECIMALS), BigDecimal::add);
    }

    private void note(InsuranceClaim claim, Note note, Map<Fact, Object> said, Instant now) {
        Map<Fact, Object> facts = new HashMap<>(said);
        InsurancePolicy policy = policy(claim);
        facts.put(ClaimNotes.INSURER, policy.insurer() + " · " + policy.number());
        facts.put(ClaimNotes.NUMBER, claim.number());
        caseFile.note(claim.complaintId(), note, facts, now);
    }
}
