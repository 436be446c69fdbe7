package io.redress.casefile.settlement;

import io.redress.calendar.DeadlineUnit;
import io.redress.calendar.Target;
import io.redress.casefile.RefusedCase;
import io.redress.casefile.complaint.ClaimKind;
import io.redress.casefile.complaint.Complaint;
import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.deadline.CaseCalendar;
import io.redress.casefile.entry.Entry;
import io.redress.casefile.entry.FormField;
import io.redress.casefile.identity.IdentityDocument;
import io.redress.casefile.insurance.InsuranceClaim;
import io.redress.casefile.insurance.InsuranceClaims;
import io.redress.casefile.insurance.InsuredLoss;
import io.redress.casefile.measure.Measure;
import io.redress.casefile.measure.Measures;
import io.redress.casefile.measure.PlannedMeasure;
import io.redress.casefile.money.Ledger;
import io.redress.casefile.money.Means;
import io.redress.casefile.money.Party;
import io.redress.casefile.money.Payment;
import io.redress.casefile.money.PaymentParties;
import io.redress.casefile.paper.Paper;
import io.redress.casefile.paper.PaperCopies;
import io.redress.casefile.paper.PaperKind;
import io.redress.casefile.paper.PaperSubjects;
import io.redress.casefile.part.LastingPart;
import io.redress.casefile.plan.Plans;
import io.redress.casefile.treatment.TreatmentAdvances;
import io.redress.language.Sentences;
import io.redress.merchant.BankAccount;
import io.redress.merchant.Merchant;
import io.redress.merchant.Merchants;
import io.redress.people.Groups;
import io.redress.site.Site;
import io.redress.site.Sites;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What customers are offered as compensation and agree to, and who pays it: the mall, by the ledger and its approvals, or a
 * merchant, whose own money it is.
 */
@Service
public class Settlements implements LastingPart, PaymentParties {

    /** What customers said to what was offered. */
    public static final String AGREED = "agreed";

    public static final String REFUSED = "refused";
    /** They refused as often as it is offered. */
    public static final String NOT_AGREED = "not-agreed";

    /** Where it is agreed, paid and signed for: what is attached there shows who is paid. */
    public static final Set<String> PROCESSES =
            Set.of("settlement", "mall-payment", "merchant-settlement", "merchant-advance-payment", "paper-filing");

    private static final String WHO = "redress";
    private static final String CASH = "cash";
    private static final String TRANSFER = "transfer";
    private static final String FINANCE = "finance";
    /** Stands for a merchant without a login of its own. */
    private static final String DESK = "customer-service";

    private static final int OFFERS = 3;
    /** Of those elsewhere, the newest; so many are read at a glance. */
    private static final int TOLD = 5;

    private static final Target TIME_TO_PAY = new Target(3, DeadlineUnit.WORKING_DAYS);

    private final SettlementStore store;
    private final Responsibilities responsibilities;
    private final Merchants merchants;
    private final Recoveries recoveries;
    private final InsuranceClaims claims;
    private final TreatmentAdvances advances;
    private final Plans plans;
    private final Measures measures;
    private final Ledger ledger;
    private final Complaints complaints;
    private final CaseCalendar calendar;
    private final Sites sites;
    private final PaperCopies copies;
    private final Sentences sentences;
    private final BigDecimal cashLimit;

    Settlements(
            SettlementStore store,
            Responsibilities responsibilities,
            Merchants merchants,
            Recoveries recoveries,
            InsuranceClaims claims,
            TreatmentAdvances advances,
            Plans plans,
            Measures measures,
            Ledger ledger,
            Complaints complaints,
            CaseCalendar calendar,
            Sites sites,
            PaperCopies copies,
            Sentences sentences,
            @Value("${redress.money.cash-limit}") BigDecimal cashLimit) {
        this.store = store;
        this.responsibilities = responsibilities;
        this.merchants = merchants;
        this.recoveries = recoveries;
        this.claims = claims;
        this.advances = advances;
        this.plans = plans;
        this.measures = measures;
        this.ledger = ledger;
        this.complaints = complaints;
        this.calendar = calendar;
        this.sites = sites;
        this.copies = copies;
        this.sentences = sentences;
        this.cashLimit = cashLimit;
    }

    /** Between those who have agreed it. */
    @Override
    public Optional<Parties> of(Payment payment) {
        return store.of(payment.offer().complaintId()).stream()
                .filter(one -> Objects.equals(one.measureId(), payment.offer().measureId()))
                .reduce((earlier, later) -> later)
                .filter(one -> one.measureId() != null)
                .map(one -> new Parties(
                        one.payer().party(),
                        one.payee().kind().party(),
                        one.transfer() ? Means.TRANSFER : Means.CASH,
                        one.agreedBy(),
                        responsibilities
                                .find(one.complaintId())
                                .map(judged -> judged.kind() == ClaimKind.ENVIRONMENT)));
    }

    /** What a settlement's form asks for. */
    public Set<FormField<?>> fields() {
        return SettlementFields.ALL;
    }

    /**
     * Writes down what was offered and said. What is agreed is offered in the ledger; an earlier offer comes to nothing.
     *
     * @throws RefusedCase when it says what can't be: whoever submits it hears so
     */
    @Transactional
    public void offer(Entry said) {
        long id = said.complaintId();
        complaints.lock(Set.of(id));
        LiabilityRoutes.LiabilityRoute route = responsibilities.route(id);
        BigDecimal amount = SettlementFields.AMOUNT.find(said).orElseThrow(() -> unsaid(SettlementFields.AMOUNT));
        String facts = SettlementFields.FACTS.find(said).orElseThrow(() -> unsaid(SettlementFields.FACTS));
        switch (SettlementFields.ANSWER.find(said).orElse("")) {
            case REFUSED ->
                store.insert(new Settlement(
                        0,
                        id,
                        false,
                        route.name(),
                        route.payer(),
                        null,
                        null,
                        amount,
                        SettlementFields.ATTENDEES.find(said).orElse(""),
                        facts,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        said.submittedBy(),
                        said.submittedBy(),
                        said.submittedAt()));
            case AGREED -> agree(said, covered(id, route, amount), amount, facts);
            default -> throw unsaid(SettlementFields.ANSWER);
        }
    }

    /**
     * What is not above the excess the mall pays itself, and claims it of nobody; and so what comes when the claim is submitted or over.
     * Of merchants one advances under a claim: where another has, or the mall has advanced a treatment, the mall does, for nobody could
     * say which of the two the insurer pays.
     */
    private LiabilityRoutes.LiabilityRoute covered(long id, LiabilityRoutes.LiabilityRoute route, BigDecimal amount) {
        if (!route.insured()) {
            return route;
        }
        if (!claims.takes(id, amount)) {
            return responsibilities.routeWithoutCover(id);
        }
        return route.payer() == Payer.MERCHANT
                        && (anotherHasAdvanced(id) || advances.advanced(id).signum() > 0)
                ? new LiabilityRoutes.LiabilityRoute("C", Payer.MALL, route.settler())
                : route;
    }

    private boolean anotherHasAdvanced(long id) {
        String merchant = responsibilities.merchant(id).map(Merchant::id).orElse(null);
        return claims.losses(id).stream()
                .filter(InsuredLoss::byMerchant)
                .map(loss -> paidBy(id, loss.measureId()).merchant())
                .anyMatch(other -> other == null || !other.equals(merchant));
    }

    /** What the insurer of the case wants: {@code known}, {@code waited-for}, or {@code none} where there is no insurer. */
    @Transactional
    public String insurersAnswer(long complaintId) {
        // Whoever tells of an answer holds the lock, too: none comes between looking and waiting.
        complaints.lock(Set.of(complaintId));
        return claims.of(complaintId)
                .filter(claim -> agreed(complaintId).filter(Settlement::insured).isPresent())
                .map(claim -> claim.requirementsKnown() ? "known" : "waited-for")
                .orElse("none");
    }

    /** What the customer said last: one of {@link #AGREED}, {@link #REFUSED}, {@link #NOT_AGREED}. */
    public String answer(long complaintId) {
        long refused = 0;
        for (Settlement offer : store.of(complaintId)) {
            // Whoever has agreed, and comes back later, begins anew.
            refused = offer.agreed() ? 0 : refused + 1;
        }
        if (refused == 0) {
            return AGREED;
        }
        return refused % OFFERS == 0 ? NOT_AGREED : REFUSED;
    }

    /** What was agreed last; empty where nothing was. */
    public Optional<Settlement> agreed(long complaintId) {
        return store.of(complaintId).stream().filter(Settlement::agreed).reduce((earlier, later) -> later);
    }

    /** The settlement that a measure pays. */
    public Settlement paidBy(long complaintId, long measureId) {
        return store.of(complaintId).stream()
                .filter(one -> Objects.equals(one.measureId(), measureId))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    /** The settlements of the case that were agreed, the oldest first. */
    public List<Settlement> of(long complaintId) {
        return store.of(complaintId).stream().filter(Settlement::agreed).toList();
    }

    /**
     * Money of ours that is approved and waits to be paid.
     *
     * @param number of the case
     * @param settlement what it is paid under; empty where it is none: a refund, for example
     */
    public record ToPay(String number, Payment payment, Optional<Settlement> settlement) {}

    /** What finance is to pay now, of all cases, the oldest first. */
    public List<ToPay> toPay() {
        return ledger.toPay().stream()
                .map(payment -> new ToPay(
                        complaints
                                .find(payment.offer().complaintId())
                                .orElseThrow()
                                .number(),
                        payment,
                        store.of(payment.offer().complaintId()).stream()
                                .filter(one -> Objects.equals(
                                        one.measureId(), payment.offer().measureId()))
                                .reduce((earlier, later) -> later)))
                .toList();
    }

    /**
     * What stands of the mall's money for the same person, by the document they show, in other cases: two claims that nobody has linked
     * may be one that was split. The newest first, five at most.
     */
    public List<Elsewhere> elsewhere(long complaintId) {
        return agreed(complaintId).stream()
                .map(agreed -> agreed.payee().document().number())
                .flatMap(document -> store.ofPayee(document).stream())
                .filter(other -> other.complaintId() != complaintId && other.payer() == Payer.MALL)
                .flatMap(other -> ledger.of(other.complaintId()).stream()
                        .filter(payment -> payment.stands())
                        .filter(payment -> Objects.equals(payment.offer().measureId(), other.measureId()))
                        .map(payment -> new Elsewhere(
                                complaints
                                        .find(other.complaintId())
                                        .orElseThrow()
                                        .number(),
                                payment.offer().amount())))
                .limit(TOLD)
                .toList();
    }

    /**
     * Money in another case.
     *
     * @param number of that case
     * @param amount in CNY
     */
    public record Elsewhere(String number, BigDecimal amount) {}

    /** The customer brings no papers: what was agreed comes to nothing. */
    @Transactional
    public void closeWithoutPapers(long complaintId, Instant now) {
        ledger.release(complaintId, WHO, sentences.say("settlement.no-papers"), now);
    }

    /** Whether the customer has the money of what was agreed last. */
    public boolean moneyTaken(long complaintId) {
        return ledger.of(complaintId).stream()
                .filter(payment -> payment.offer().kind().settlement())
                .reduce((earlier, later) -> later)
                .filter(payment -> payment.state() == Payment.State.PAID)
                .isPresent();
    }

    /** The groups that keep a copy of what is signed; the desk keeps that of a merchant without a login. */
    public List<String> copyHolders(long complaintId, long measureId) {
        return copies.holders(PaperKind.RECEIPT, paidBy(complaintId, measureId).copiesAs()).stream()
                .map(holder -> holder.equals(Groups.MERCHANTS) ? merchantsGroup(complaintId, measureId) : holder)
                .filter(holder -> !PaperCopies.ROLES.contains(holder))
                .toList();
    }

    /** Whom to ask for what the merchant that pays it has to do: its own people, or the desk where it has no login. */
    public String merchantsGroup(long complaintId, long measureId) {
        return merchant(paidBy(complaintId, measureId))
                .filter(merchants::reachable)
                .map(Merchant::group)
                .orElse(DESK);
    }

    /**
     * The group of the merchant that keeps a copy of it, as it was when it was agreed: it may read that, whatever else of the
     * case it may not. Empty where none does.
     */
    public Optional<String> merchantHolding(Paper paper) {
        if (!SignedPapers.KINDS.contains(paper.kind())) {
            return Optional.empty();
        }
        Settlement signed = paidBy(paper.complaintId(), PaperSubjects.measure(paper.subject()));
        return merchant(signed)
                .filter(merchant ->
                        copies.holders(paper.kind(), signed.copiesAs()).contains(Groups.MERCHANTS))
                .map(Merchant::group);
    }

    private Optional<Merchant> merchant(Settlement settlement) {
        return Optional.ofNullable(settlement.merchant()).flatMap(merchants::find);
    }

    /** What was paid of it already, in CNY: whoever comes back gets what is added. */
    public BigDecimal paidAlready(long complaintId) {
        return ledger.of(complaintId).stream()
                .filter(payment -> payment.offer().kind().settlement())
                .filter(payment -> payment.state() == Payment.State.PAID)
                .map(payment -> payment.offer().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Up to which sum it is paid in cash without a reason, in CNY: what cash of ours went out in the linked cases counts. */
    public BigDecimal cashLimit(long complaintId) {
        return ledger.linked(complaintId).stream()
                .filter(payment -> payment.offer().kind().settlement())
                .filter(payment -> of(payment)
                        .filter(between -> between.means() == Means.CASH)
                        .isPresent())
                .map(payment -> payment.offer().amount())
                .reduce(cashLimit, BigDecimal::subtract)
                .max(BigDecimal.ZERO);
    }

    /** The customer has signed for it: whoever bears a share of it owes that from now on, and what was not above the excess is not claimed. */
    @Transactional
    public void signed(long complaintId, long measureId, Instant now) {
        Settlement settlement = paidBy(complaintId, measureId);
        if (!settlement.insured() && claims.losses(complaintId).isEmpty()) {
            claims.drop(complaintId, InsuranceClaim.Closing.BELOW_EXCESS);
        }
        if (settlement.recoverable() != null) {
            recoveries.begin(
                    complaintId,
                    measureId,
                    settlement.debtorKind(),
                    settlement.recoverFrom(),
                    settlement.debtorKind() == Party.MERCHANT ? settlement.merchant() : null,
                    settlement.recoverable(),
                    now);
        }
    }

    /** The money is back where it came from: nobody has come for it, or nobody has signed. */
    @Transactional
    public void tookBack(Entry submission, long measureId, String proof) {
        ledger.of(submission.complaintId()).stream()
                .filter(payment -> Objects.equals(payment.offer().measureId(), measureId))
                .filter(payment -> payment.state() == Payment.State.PAID)
                .forEach(payment ->
                        ledger.recover(payment.id(), submission.submittedBy(), proof, submission.submittedAt()));
    }

    /**
     * The mall pays what the merchant does not, and gets it back from the merchant. Above the limit for cash the reason for it is that of
     * this decision.
     *
     * @throws RefusedCase when the customer has withdrawn: then nobody waits for it any more
     */
    @Transactional
    public void payInPlace(Entry decision, String why, long measureId) {
        long id = decision.complaintId();
        complaints.lock(Set.of(id));
        if (Complaint.WITHDRAWN.equals(complaints.find(id).orElseThrow().ending())) {
            throw new RefusedCase(sentences.say("settlement.withdrawn"));
        }
        Settlement unpaid = paidBy(id, measureId);
        boolean above = !unpaid.transfer() && unpaid.amount().compareTo(cashLimit(id)) > 0;
        String cashReason = unpaid.cashReason() == null && above ? shortened(why) : unpaid.cashReason();
        drop(decision, measureId);
        // What the merchant would only have advanced it does not owe; a claim that is over meanwhile takes nothing more
        // in.
        pay(
                unpaid,
                Payer.MALL,
                unpaid.insured() && claims.takes(id, unpaid.amount()),
                BigDecimal.ZERO,
                cashReason,
                unpaid.insured() ? null : merchantsName(id),
                unpaid.insured() ? null : unpaid.amount(),
                decision);
    }

    /** What was approved in the place of a merchant is paid; where the customer has withdrawn meanwhile there is nothing to pay. */
    @Transactional
    public void beginInPlace(long complaintId) {
        complaints.lock(Set.of(complaintId));
        boolean approved = ledger.of(complaintId).stream()
                .filter(payment -> payment.offer().kind().settlement())
                .anyMatch(payment -> payment.state() == Payment.State.APPROVED);
        if (approved) {
            plans.begin(complaintId);
        }
    }

    /** It is not paid at all: whoever is above decides how the case goes on. */
    @Transactional
    public void drop(Entry decision, long measureId) {
        ledger.release(
                decision.complaintId(),
                payment -> Objects.equals(payment.offer().measureId(), measureId),
                WHO,
                sentences.say("settlement.merchant-does-not-pay"),
                decision.submittedAt());
        measures.drop(measureId, decision.submittedBy(), decision.submittedAt());
    }

    @Override
    public Set<String> deadlines() {
        return Set.of("MERCHANT_PAYS", "COLLECTION");
    }

    /** What is approved is paid, and what a merchant has promised, too; the plan sees to that. */
    @Override
    public void withdrawn(long complaintId, String why, Instant now) {
        // The payments are parts of their own.
    }

    private void agree(Entry said, LiabilityRoutes.LiabilityRoute route, BigDecimal amount, String facts) {
        BigDecimal advanced = advances.advanced(said.complaintId());
        if (amount.compareTo(advanced) <= 0) {
            throw new RefusedCase(sentences.say("settlement.advance-covers", advanced));
        }
        agree(said, route, amount.subtract(advanced), advanced, facts);
    }

    /**
     * @param amount what the customer gets now
     * @param advanced what the customer has already, and is taken off
     */
    private void agree(
            Entry said, LiabilityRoutes.LiabilityRoute route, BigDecimal amount, BigDecimal advanced, String facts) {
        Payee payee = payee(said);
        String cashReason = SettlementFields.CASH_REASON.find(said).orElse(null);
        boolean cash = payee.account() == null;
        BigDecimal limit = route.payer() == Payer.MALL ? cashLimit(said.complaintId()) : cashLimit;
        boolean above = cash && amount.compareTo(limit) > 0;
        if (above && cashReason == null) {
            throw new RefusedCase(sentences.say("settlement.cash-limit", limit));
        }
        String from = SettlementFields.RECOVER_FROM.find(said).orElse(null);
        BigDecimal share = SettlementFields.RECOVERABLE.find(said).orElse(null);
        if ((from == null) != (share == null)) {
            throw new RefusedCase(sentences.say("settlement.share-half-said"));
        }
        if (share != null && route.payer() == Payer.MERCHANT) {
            throw new RefusedCase(sentences.say("settlement.share-of-merchant"));
        }
        if (share != null && (share.signum() <= 0 || share.compareTo(amount) > 0)) {
            throw new RefusedCase(sentences.say("settlement.share", amount));
        }
        Settlement terms = new Settlement(
                0,
                said.complaintId(),
                true,
                route.name(),
                route.payer(),
                responsibilities.merchant(said.complaintId()).map(Merchant::id).orElse(null),
                null,
                amount,
                SettlementFields.ATTENDEES.find(said).orElse(""),
                advanced.signum() == 0
                        ? facts
                        : facts + "\n"
                                + sentences.say("settlement.advance-off", amount.add(advanced), advanced, amount),
                payee,
                above ? cashReason : null,
                SettlementFields.PAPERS_NEEDED.find(said).orElse(null),
                debtor(said.complaintId(), from),
                from,
                share,
                said.submittedBy(),
                said.submittedBy(),
                said.submittedAt());
        pay(terms, route.payer(), terms.insured(), advanced, terms.cashReason(), from, share, said);
    }

    private void pay(
            Settlement terms,
            Payer payer,
            boolean insured,
            BigDecimal advanced,
            String cashReason,
            String recoverFrom,
            BigDecimal recoverable,
            Entry said) {
        long id = terms.complaintId();
        Measure measure = plans.owe(
                id,
                new PlannedMeasure(
                        sentences.say(
                                "settlement.measure-"
                                        + payer.compensation(insured).text(),
                                terms.amount()),
                        payer == Payer.MALL ? FINANCE : DESK,
                        null,
                        null,
                        payBy(id, said.submittedAt()),
                        payer.compensation(insured)),
                terms.amount(),
                shortened(terms.facts()),
                said.submittedBy(),
                said.submittedAt());
        store.insert(new Settlement(
                0,
                id,
                true,
                payer == terms.payer() ? terms.route() : insured ? "C" : "D",
                payer,
                terms.merchant(),
                measure.id(),
                terms.amount(),
                terms.attendees(),
                terms.facts(),
                terms.payee(),
                cashReason,
                terms.papersNeeded(),
                debtor(id, recoverFrom),
                recoverFrom,
                recoverable,
                terms.agreedBy(),
                said.submittedBy(),
                said.submittedAt()));
        if (insured) {
            claims.agreed(id, measure.id(), terms.amount().add(advanced), payer == Payer.MERCHANT);
        } else {
            claims.notUnderIt(measure.id());
        }
        if (advanced.signum() > 0) {
            advances.setOff(id, measure.id());
        }
    }

    /** By what the merchant is called now; it may be called otherwise when the share is fetched. */
    private Party debtor(long complaintId, String from) {
        return from == null ? null : from.equals(merchantsName(complaintId)) ? Party.MERCHANT : Party.THIRD_PARTY;
    }

    private String merchantsName(long complaintId) {
        return responsibilities.merchantName(complaintId).orElseGet(() -> sentences.say("settlement.the-merchant"));
    }

    private Payee payee(Entry said) {
        Payee.Kind kind = required(SettlementFields.PAYEE_KIND, said, Payee.Kind::of);
        IdentityDocument document = IdentityDocument.of(
                required(SettlementFields.PAYEE_DOCUMENT, said, IdentityDocument.Kind::of),
                required(SettlementFields.PAYEE_DOCUMENT_NUMBER, said, Optional::of));
        if (!document.plausible(LocalDate.ofInstant(said.submittedAt(), zone(said.complaintId())))) {
            throw new RefusedCase(
                    sentences.say("receipt.document-" + document.kind().text()));
        }
        return new Payee(
                kind, required(SettlementFields.PAYEE_NAME, said, Optional::of).strip(), document, account(said));
    }

    private BankAccount account(Entry said) {
        return switch (SettlementFields.PAID_BY.find(said).orElse("")) {
            case CASH -> null;
            case TRANSFER -> {
                BankAccount account = BankAccount.of(
                        required(SettlementFields.BANK, said, Optional::of),
                        required(SettlementFields.ACCOUNT, said, Optional::of));
                if (!account.plausible()) {
                    throw new RefusedCase(sentences.say("settlement.account"));
                }
                yield account;
            }
            default -> throw unsaid(SettlementFields.PAID_BY);
        };
    }

    /** By when it is paid: three working days, where nobody can compute them as many days. */
    private LocalDate payBy(long complaintId, Instant now) {
        Instant due = calendar.after(complaintId, TIME_TO_PAY, now)
                .orElseGet(() -> now.plus(java.time.Duration.ofDays(TIME_TO_PAY.amount())));
        return LocalDate.ofInstant(due, zone(complaintId));
    }

    private ZoneId zone(long complaintId) {
        return sites.find(complaints.find(complaintId).orElseThrow().site())
                .map(Site::zone)
                .orElseThrow();
    }

    private static String shortened(String purpose) {
        return purpose.substring(0, Math.min(1_000, purpose.length()));
    }

    private <T, U> U required(FormField<T> field, Entry said, Function<T, Optional<U>> read) {
        return field.find(said).flatMap(read).orElseThrow(() -> unsaid(field));
    }

    private RefusedCase unsaid(FormField<?> field) {
        return new RefusedCase(sentences.say("responsibility.unsaid", field.key()));
    }
}
