package io.redress.casefile.repayment;

import io.redress.casefile.CaseFile;
import io.redress.casefile.Fact;
import io.redress.casefile.RefusedCase;
import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.entry.Entry;
import io.redress.casefile.entry.FormField;
import io.redress.casefile.insurance.InsuranceClaim;
import io.redress.casefile.insurance.InsuranceClaims;
import io.redress.casefile.message.Messages;
import io.redress.casefile.money.Ledger;
import io.redress.casefile.money.LedgerLine;
import io.redress.casefile.money.Means;
import io.redress.casefile.money.Party;
import io.redress.casefile.part.LastingPart;
import io.redress.casefile.part.Parts;
import io.redress.casefile.settlement.Responsibilities;
import io.redress.casefile.settlement.Settlement;
import io.redress.casefile.settlement.Settlements;
import io.redress.language.Sentences;
import io.redress.merchant.AccountChange;
import io.redress.merchant.BankAccount;
import io.redress.merchant.Merchant;
import io.redress.merchant.Merchants;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Merchants that have paid on the mall’s behalf get it back once the insurer has paid, or it is decided what they bear; each is a part of
 * its case that the archive waits for (source 000, the chart, route A).
 */
@Service
public class Repayments implements LastingPart {

    /** Its process, and what that begins with. */
    public static final String PART = "merchant-repayment";

    public static final String REPAYMENT_ID = "repaymentId";

    /** A new account is asked about before money goes there, for so long. */
    static final Duration NEW_ACCOUNT = Duration.ofDays(7);

    static final FormField<BigDecimal> REPAYMENT = new FormField<>(REPAYMENT_ID, BigDecimal.class);
    static final FormField<String> PROOF = new FormField<>("repaymentProof", String.class);
    static final FormField<String> BANK = new FormField<>("repaymentBank", String.class);
    static final FormField<String> ACCOUNT = new FormField<>("repaymentAccount", String.class);
    static final FormField<String> CONFIRMED = new FormField<>("accountConfirmed", String.class);

    /** What the form asks. */
    public static final Set<FormField<?>> FIELDS = Set.of(REPAYMENT, PROOF, BANK, ACCOUNT, CONFIRMED);

    private static final String DESK = "customer-service";

    private final RepaymentStore store;
    private final InsuranceClaims claims;
    private final Settlements settlements;
    private final Responsibilities responsibilities;
    private final Merchants merchants;
    private final Ledger ledger;
    private final Parts parts;
    private final Complaints complaints;
    private final Messages messages;
    private final CaseFile caseFile;
    private final Sentences sentences;
    private final Clock clock;

    Repayments(
            RepaymentStore store,
            InsuranceClaims claims,
            Settlements settlements,
            Responsibilities responsibilities,
            Merchants merchants,
            Ledger ledger,
            Parts parts,
            Complaints complaints,
            Messages messages,
            CaseFile caseFile,
            Sentences sentences,
            Clock clock) {
        this.store = store;
        this.claims = claims;
        this.settlements = settlements;
        this.responsibilities = responsibilities;
        this.merchants = merchants;
        this.ledger = ledger;
        this.parts = parts;
        this.complaints = complaints;
        this.messages = messages;
        this.caseFile = caseFile;
        this.sentences = sentences;
        this.clock = clock;
    }

    /** A merchant has paid on the mall’s behalf, and the signed papers are with administration; begun twice, it is one. */
    @Transactional
    public void begin(long complaintId, long measureId) {
        complaints.lock(Set.of(complaintId));
        Instant now = clock.instant();
        if (of(complaintId).stream().noneMatch(one -> one.measureId() == measureId)) {
            Settlement advanced = settlements.paidBy(complaintId, measureId);
            store.insert(
                    complaintId, measureId, advanced.merchant(), name(complaintId, advanced), advanced.amount(), now);
        }
        Repayment owed = of(complaintId).stream()
                .filter(one -> one.measureId() == measureId)
                .findFirst()
                .orElseThrow();
        parts.begin(complaintId, PART, Long.toString(owed.id()), Map.of(REPAYMENT_ID, owed.id()), now);
    }

    private String name(long complaintId, Settlement advanced) {
        return Optional.ofNullable(advanced.merchant())
                .flatMap(merchants::find)
                .map(Merchant::line)
                .or(() -> responsibilities.merchantName(complaintId))
                .orElseGet(() -> sentences.say("settlement.the-merchant"));
    }

    /** Those of a case, the oldest first. */
    public List<Repayment> of(long complaintId) {
        return store.of(complaintId);
    }

    /** @throws IllegalStateException when it isn't one of the case's: a diagram may name any */
    public Repayment of(long complaintId, long id) {
        return find(complaintId, id)
                .orElseThrow(() -> new IllegalStateException("case %d has no repayment %d".formatted(complaintId, id)));
    }

    Optional<Repayment> find(long complaintId, long id) {
        return store.find(id).filter(owed -> owed.complaintId() == complaintId);
    }

    /** What merchants have back in the case, in CNY. */
    public BigDecimal repaid(long complaintId) {
        return repaid(of(complaintId));
    }

    /** The same, of these. */
    public static BigDecimal repaid(List<Repayment> owed) {
        return owed.stream()
                .filter(one -> one.paidAt() != null)
                .map(Repayment::amount)
                .reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
    }

    /**
     * Why a merchant gets back less than it has advanced.
     *
     * @param borne what it was decided that it bears, in CNY
     * @param reason of that decision; null where there is none
     * @param straight what it has had straight from the insurer, in CNY
     */
    public record Less(BigDecimal borne, String reason, BigDecimal straight) {}

    /** The same of one whose amount is known. */
    public Less less(Repayment owed) {
        InsuranceClaim claim = claims.claim(owed.complaintId());
        BigDecimal straight = claims.paid(claim, Party.MERCHANT);
        for (Repayment earlier : of(owed.complaintId())) {
            if (earlier.id() < owed.id() && earlier.amount() != null) {
                straight = straight.subtract(straight.min(earlier.advanced().subtract(earlier.amount())));
            }
        }
        BigDecimal less = owed.advanced().subtract(owed.amount());
        BigDecimal part = straight.min(less);
        return new Less(
                less.subtract(part),
                Optional.ofNullable(claim.shortfall())
                        .map(InsuranceClaim.Shortfall::reason)
                        .orElse(null),
                part);
    }

    /** {@code waited-for} while the claim goes on; then {@code owed}, or {@code nothing} where the merchant bears it or has it already. */
    @Transactional
    public String due(long complaintId, long id) {
        complaints.lock(Set.of(complaintId));
        InsuranceClaim claim = claims.claim(complaintId);
        if (claim.closedAt() == null) {
            return "waited-for";
        }
        of(complaintId, id);
        BigDecimal theirs = borne(claim).add(claims.paid(claim, Party.MERCHANT));
        for (Repayment owed : of(complaintId)) {
            BigDecimal share = theirs.min(owed.advanced());
            theirs = theirs.subtract(share);
            store.due(owed.id(), owed.advanced().subtract(share));
        }
        return of(complaintId, id).amount().signum() == 0 ? "nothing" : "owed";
    }

    /** What it was decided that merchants bear, in CNY. */
    static BigDecimal borne(InsuranceClaim claim) {
        return Optional.ofNullable(claim.shortfall())
                .filter(shortfall -> "merchant".equals(shortfall.bearer()))
                .map(InsuranceClaim.Shortfall::beyond)
                .orElse(BigDecimal.ZERO);
    }

    /** The account that the register has of the merchant; empty where it has none. */
    Optional<BankAccount> known(Repayment owed) {
        return merchant(owed).map(Merchant::account);
    }

    /** Who gave it that account, or took it away, where that is so new that one asks. */
    Optional<AccountChange> changed(Repayment owed) {
        return merchant(owed)
                .flatMap(merchants::accountChange)
                .filter(change -> change.at().plus(NEW_ACCOUNT).isAfter(clock.instant()));
    }

    private Optional<Merchant> merchant(Repayment owed) {
        return Optional.ofNullable(owed.merchant()).flatMap(merchants::find);
    }

    /**
     * The merchant has its money back. The same step told again is one transfer.
     *
     * @throws RefusedCase when there is no account, a new one nobody has asked about, or whoever pays has given it themselves or decided
     *     who bears the shortfall
     */
    @Transactional
    public void paid(Entry transfer) {
        long id = transfer.complaintId();
        complaints.lock(Set.of(id));
        Repayment owed = REPAYMENT
                .find(transfer)
                .flatMap(number -> find(id, number.longValue()))
                .orElseThrow(() -> new RefusedCase(sentences.say("repayment.unnamed")));
        if (owed.paidAt() != null) {
            return;
        }
        String who = transfer.submittedBy();
        Optional<AccountChange> changed = changed(owed);
        if (changed.filter(change -> change.by().equals(who)).isPresent()) {
            throw new RefusedCase(sentences.say("repayment.own-account", owed.merchantName()));
        }
        boolean unknown = changed.isPresent() || known(owed).isEmpty();
        if (unknown && CONFIRMED.find(transfer).isEmpty()) {
            throw new RefusedCase(sentences.say("repayment.new-account", owed.merchantName()));
        }
        if (Optional.ofNullable(claims.claim(id).shortfall())
                .filter(shortfall -> who.equals(shortfall.decidedBy()))
                .isPresent()) {
            throw new RefusedCase(sentences.say("repayment.own-decision"));
        }
        BankAccount account = known(owed).orElseGet(() -> typed(transfer));
        String proof = PROOF.find(transfer).orElseThrow(() -> unsaid(PROOF));
        ledger.moved(
                new LedgerLine(
                        0,
                        id,
                        null,
                        null,
                        null,
                        owed.id(),
                        LedgerLine.Kind.REPAYMENT,
                        owed.amount(),
                        Party.HOUSE,
                        Party.MERCHANT,
                        Means.TRANSFER,
                        proof,
                        who,
                        transfer.submittedAt()),
                "repayment-" + owed.id());
        store.paid(owed.id(), account, who, transfer.submittedAt());
        Map<Fact, Object> facts = new HashMap<>();
        facts.put(RepaymentNotes.MERCHANT, owed.merchantName());
        facts.put(RepaymentNotes.AMOUNT, owed.amount().toPlainString());
        facts.put(RepaymentNotes.PROOF, proof);
        caseFile.note(id, RepaymentNotes.REPAID, facts, transfer.submittedAt());
    }

    private BankAccount typed(Entry transfer) {
        BankAccount account = BankAccount.of(
                BANK.find(transfer).orElseThrow(() -> unsaid(BANK)),
                ACCOUNT.find(transfer).orElseThrow(() -> unsaid(ACCOUNT)));
        if (!account.plausible()) {
            throw new RefusedCase(sentences.say("settlement.account"));
        }
        return account;
    }

    /** The merchant hears what it has back, and why not all of it; so does customer service, that speaks to it where it has no login. */
    @Transactional
    public void tell(long complaintId, long id) {
        complaints.lock(Set.of(complaintId));
        Instant now = clock.instant();
        Repayment owed = of(complaintId, id);
        InsuranceClaim claim = claims.claim(complaintId);
        Map<String, Object> facts = new HashMap<>();
        facts.put("merchant", owed.merchantName());
        facts.put("advanced", owed.advanced());
        facts.put("repaid", owed.amount());
        facts.put(
                "account",
                owed.account() == null
                        ? ""
                        : owed.account().bank() + " " + owed.account().masked());
        facts.put("reason", why(claim, owed));
        String reached = settlements.merchantsGroup(complaintId, owed.measureId());
        facts.put("copy", "");
        messages.toGroup(complaintId, reached, "merchant-repaid", facts, now);
        if (!reached.equals(DESK)) {
            facts.put("copy", sentences.say("repayment.copy"));
            messages.toGroup(complaintId, DESK, "merchant-repaid", facts, now);
        }
        parts.finish(complaintId, PART, Long.toString(id), now);
    }

    private String why(InsuranceClaim claim, Repayment owed) {
        if (owed.amount().compareTo(owed.advanced()) == 0) {
            return "";
        }
        return borne(claim).signum() > 0 ? claim.shortfall().reason() : sentences.say("repayment.paid-by-insurer");
    }

    private RefusedCase unsaid(FormField<?> field) {
        return new RefusedCase(sentences.say("responsibility.unsaid", field.key()));
    }

    @Override
    public Set<String> deadlines() {
        return Set.of("REPAY_MERCHANT");
    }

    /** What a merchant has advanced it gets back. */
    @Override
    public void withdrawn(long complaintId, String why, Instant now) {
        // Its part is an instance of its own.
    }
}
