package io.redress.casefile.settlement;

import io.redress.casefile.CaseFile;
import io.redress.casefile.Fact;
import io.redress.casefile.RefusedCase;
import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.money.Ledger;
import io.redress.casefile.money.LedgerLine;
import io.redress.casefile.money.Means;
import io.redress.casefile.money.Party;
import io.redress.casefile.part.LastingPart;
import io.redress.casefile.part.Parts;
import io.redress.language.Sentences;
import io.redress.merchant.Merchants;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the mall fetches back of what it paid in the place of others, in parts; each a part of its case that the archive waits for. */
@Service
public class Recoveries implements LastingPart {

    /** Its process, and what that begins with. */
    public static final String PART = "recovery";

    public static final String RECOVERY_ID = "recoveryId";

    /** How money comes back. */
    public static final Set<Means> SOURCES = EnumSet.of(Means.TRANSFER, Means.CASH, Means.DEPOSIT, Means.RENT);

    private final RecoveryStore store;
    private final Ledger ledger;
    private final Merchants merchants;
    private final Parts parts;
    private final Complaints complaints;
    private final CaseFile caseFile;
    private final Sentences sentences;
    private final Clock clock;

    Recoveries(
            RecoveryStore store,
            Ledger ledger,
            Merchants merchants,
            Parts parts,
            Complaints complaints,
            CaseFile caseFile,
            Sentences sentences,
            Clock clock) {
        this.store = store;
        this.ledger = ledger;
        this.merchants = merchants;
        this.parts = parts;
        this.complaints = complaints;
        this.caseFile = caseFile;
        this.sentences = sentences;
        this.clock = clock;
    }

    /** From now on it is owed; begun twice for one payment and debtor, it is one. */
    @Transactional
    public void begin(
            long complaintId,
            long measureId,
            Party debtorKind,
            String debtor,
            String merchant,
            BigDecimal amount,
            Instant now) {
        complaints.lock(Set.of(complaintId));
        if (store.ofMeasure(measureId, debtorKind).isEmpty()) {
            store.insert(complaintId, measureId, null, debtorKind, debtor, merchant, amount, now);
        }
        begin(store.ofMeasure(measureId, debtorKind).orElseThrow(), now);
    }

    /** The customer owes what was advanced: somebody has decided so. Begun twice for one payment, it is one. */
    @Transactional
    public void reclaim(long complaintId, long paymentId, String debtor, BigDecimal amount, Instant now) {
        complaints.lock(Set.of(complaintId));
        if (store.ofPayment(paymentId).isEmpty()) {
            store.insert(complaintId, null, paymentId, Party.CUSTOMER, debtor, null, amount, now);
        }
        begin(store.ofPayment(paymentId).orElseThrow(), now);
    }

    private void begin(Recovery owed, Instant now) {
        if (parts.begin(owed.complaintId(), PART, Long.toString(owed.id()), Map.of(RECOVERY_ID, owed.id()), now)) {
            note(owed, RecoveryNotes.OWED, owed.amount(), owed.debtor(), null, now);
        }
    }

    /** The same of what is owed in parts: one that is still fetched back grows by it. */
    @Transactional
    public void owedMore(
            long complaintId, long measureId, Party debtorKind, String debtor, BigDecimal amount, Instant now) {
        complaints.lock(Set.of(complaintId));
        Optional<Recovery> open = store.ofMeasure(measureId, debtorKind).filter(owed -> owed.finishedAt() == null);
        if (open.isEmpty()) {
            store.insert(complaintId, measureId, null, debtorKind, debtor, null, amount, now);
            begin(complaintId, measureId, debtorKind, debtor, null, amount, now);
        } else {
            store.raise(open.get().id(), amount);
            note(open.get(), RecoveryNotes.OWED, amount, debtor, null, now);
        }
    }

    /**
     * A part of it has come back. The same step told again is one part.
     *
     * @param key tells this part from every other
     * @param source one of {@link #SOURCES}
     * @throws RefusedCase when it is not above 0, more than is still owed or than the merchant's deposit has, or not said how it came
     */
    @Transactional
    public void received(
            long complaintId,
            long id,
            BigDecimal amount,
            String source,
            String proof,
            String key,
            String who,
            Instant now) {
        complaints.lock(Set.of(complaintId));
        Recovery owed = of(complaintId, id);
        if (ledger.has(key)) {
            return;
        }
        if (amount.signum() <= 0 || amount.scale() > 2 || amount.compareTo(owed.open()) > 0) {
            throw new RefusedCase(sentences.say("recovery.amount", owed.open()));
        }
        Means means = Means.of(source)
                .filter(SOURCES::contains)
                .orElseThrow(() -> new RefusedCase(sentences.say("responsibility.unsaid", "recoveredFrom")));
        if (means == Means.DEPOSIT && owed.debtorKind() != Party.MERCHANT) {
            throw new RefusedCase(sentences.say("recovery.no-deposit", owed.debtor()));
        }
        if (means == Means.DEPOSIT && owed.merchant() != null) {
            takeFromDeposit(owed.merchant(), amount, who, now);
        }
        ledger.moved(
                new LedgerLine(
                        0,
                        complaintId,
                        null,
                        id,
                        null,
                        null,
                        LedgerLine.Kind.RECOVERY,
                        amount,
                        owed.debtorKind(),
                        Party.HOUSE,
                        means,
                        proof,
                        who,
                        now),
                key);
        store.doubt(id, null);
        note(owed, RecoveryNotes.RECEIVED, amount, owed.debtor(), proof, now);
    }

    private void takeFromDeposit(String merchant, BigDecimal amount, String who, Instant now) {
        if (!merchants.takeFromDeposit(merchant, amount, who, now)) {
            throw new RefusedCase(sentences.say(
                    "recovery.deposit", merchants.find(merchant).orElseThrow().deposit()));
        }
    }

    /** Whoever fetches it says why the rest can't be got. */
    @Transactional
    public void doubted(long complaintId, long id, String why) {
        complaints.lock(Set.of(complaintId));
        store.doubt(of(complaintId, id).id(), why);
    }

    /** The rest is given up. */
    @Transactional
    public void writeOff(long complaintId, long id, String why, String who, Instant now) {
        complaints.lock(Set.of(complaintId));
        Recovery owed = of(complaintId, id);
        store.writtenOff(id, who, why);
        note(owed, RecoveryNotes.WRITTEN_OFF, owed.open(), owed.debtor(), why, now);
    }

    /** It is not given up: whoever fetches it tries on. */
    @Transactional
    public void goOn(long complaintId, long id) {
        complaints.lock(Set.of(complaintId));
        store.doubt(of(complaintId, id).id(), null);
    }

    /** Nothing of it is owed any more, and whoever waits for it hears so. */
    @Transactional
    public void finish(long complaintId, long id) {
        store.finished(of(complaintId, id).id(), clock.instant());
        parts.finish(complaintId, PART, Long.toString(id), clock.instant());
    }

    /** @throws IllegalStateException when it isn't one of the case's: a diagram may name any */
    public Recovery of(long complaintId, long id) {
        return store.find(id)
                .filter(owed -> owed.complaintId() == complaintId)
                .orElseThrow(() -> new IllegalStateException("case %d has no recovery %d".formatted(complaintId, id)));
    }

    public Optional<Recovery> find(long id) {
        return store.find(id);
    }

    /** What is owed at all cases, the oldest first. */
    public List<Recovery> open() {
        return store.open();
    }

    @Override
    public Set<String> deadlines() {
        return Set.of();
    }

    /** What somebody owes goes on. */
    @Override
    public void withdrawn(long complaintId, String why, Instant now) {
        // Its part is an instance of its own.
    }

    private void note(
            Recovery owed, io.redress.casefile.Note note, BigDecimal amount, String debtor, String said, Instant now) {
        Map<Fact, Object> facts = new HashMap<>();
        facts.put(RecoveryNotes.DEBTOR, debtor);
        facts.put(RecoveryNotes.AMOUNT, amount.toPlainString());
        facts.put(RecoveryNotes.SAID, said);
        caseFile.note(owed.complaintId(), note, facts, now);
    }
}
