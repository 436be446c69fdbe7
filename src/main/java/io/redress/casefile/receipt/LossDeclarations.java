package io.redress.casefile.receipt;

import io.redress.casefile.CaseFile;
import io.redress.casefile.CaseNews;
import io.redress.casefile.Fact;
import io.redress.casefile.RefusedCase;
import io.redress.casefile.complaint.Complaint;
import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.complaint.Link;
import io.redress.casefile.complaint.Links;
import io.redress.casefile.deadline.CaseCalendar;
import io.redress.casefile.deadline.Deadlines;
import io.redress.casefile.entry.Entry;
import io.redress.casefile.identity.IdentityDocument;
import io.redress.casefile.measure.Measure;
import io.redress.casefile.measure.Measures;
import io.redress.casefile.message.Messages;
import io.redress.casefile.money.Ledger;
import io.redress.casefile.money.Payment;
import io.redress.casefile.money.PaymentVeto;
import io.redress.casefile.part.LastingPart;
import io.redress.casefile.part.Part;
import io.redress.casefile.part.Parts;
import io.redress.casefile.receipt.LossDeclaration.Agent;
import io.redress.casefile.receipt.LossDeclaration.Holder;
import io.redress.casefile.receipt.LossDeclaration.Loss;
import io.redress.casefile.receipt.LossDeclaration.State;
import io.redress.language.Sentences;
import io.redress.people.Person;
import io.redress.site.Site;
import io.redress.site.Sites;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Receipts and invoices that customers have declared lost (004 part 1): each paper once, over all sites and however its number is
 * written; held for as long as the deadline {@code RECEIPT_HOLD} says from the last signature on.
 */
@Service
public class LossDeclarations implements LastingPart, CaseNews, PaymentVeto {

    /** Where a declaration is signed and its papers are looked at: what is attached there are copies of cards, too. */
    public static final Set<String> PROCESSES = Set.of("lost-receipt", "receipt-declaration", "receipt-visit");

    private static final String WHO = "redress";
    private static final String DECLARED = "loss-declared";
    private static final String HOLD = "RECEIPT_HOLD";

    private static final String FOUND = "receipt-found";
    private static final String PRESENTED = "receipt-presented";

    /** The part of a case in which legal decides whose the paper is: the key of its process. */
    private static final String DISPUTE = "receipt-dispute";

    /** Who has to do with lost papers: others hear of a paper that was found, and can’t look at it. */
    private static final Set<String> WHO_LOOK_AT_PAPERS =
            Set.of("cashier", "accountant", "finance", "sales-consultant");

    private static final String FINANCE = "finance";

    private static final int DECIMALS = 2;
    private static final BigDecimal LARGEST_AMOUNT = new BigDecimal("9999999999999.99");

    /** Who must know that somebody else has the paper. */
    private static final List<String> TOLD_OF_A_STOP = List.of(FINANCE, "legal");

    private final LossDeclarationStore store;
    private final Complaints complaints;
    private final Links links;
    private final Sites sites;
    private final Deadlines deadlines;
    private final CaseCalendar calendar;
    private final Measures measures;
    private final Ledger ledger;
    private final Messages messages;
    private final Parts parts;
    private final CaseFile caseFile;
    private final Person person;
    private final Sentences sentences;

    LossDeclarations(
            LossDeclarationStore store,
            Complaints complaints,
            Links links,
            Sites sites,
            Deadlines deadlines,
            CaseCalendar calendar,
            Measures measures,
            Ledger ledger,
            Messages messages,
            Parts parts,
            CaseFile caseFile,
            Person person,
            Sentences sentences) {
        this.store = store;
        this.complaints = complaints;
        this.links = links;
        this.sites = sites;
        this.deadlines = deadlines;
        this.calendar = calendar;
        this.measures = measures;
        this.ledger = ledger;
        this.messages = messages;
        this.parts = parts;
        this.caseFile = caseFile;
        this.person = person;
        this.sentences = sentences;
    }

    /** The declaration that the case goes on with. */
    public Optional<LossDeclaration> find(long complaintId) {
        return store.ofCase(complaintId);
    }

    /**
     * Writes a loss down. Where the same person has declared the same papers before and nobody came for them, or copies were
     * handed over, this case takes that declaration over. So it does where another of its buyers comes then, who signs and waits
     * as the first did: what is refunded is refunded on their own signature.
     *
     * @param agent null where the holder comes
     * @throws RefusedCase when a number or a name can't be right, the holder does not stand on the paper, or it is declared
     *     already
     */
    @Transactional
    public LossDeclaration declare(long complaintId, Loss loss, Holder holder, Agent agent, String who, Instant now) {
        complaints.lock(Set.of(complaintId));
        check(loss, holder, agent, LocalDate.ofInstant(now, zone(complaintId)));
        Set<String> papers = papers(loss);
        List<LossDeclaration> earlier = store.declaring(papers);
        if (!earlier.isEmpty()) {
            return takeOver(earlier, papers, complaintId, loss, holder, agent, who, now);
        }
        store.insert(new LossDeclaration(0, complaintId, loss, holder, agent, State.DECLARED, now, who, null, false));
        LossDeclaration declared = find(complaintId).orElseThrow();
        try {
            papers.forEach(paper -> store.claim(declared.id(), paper));
        } catch (DuplicateKeyException e) {
            throw refused("receipt.declared-just-now");
        }
        return noted(declared.complaintId(), State.DECLARED, Map.of(), now);
    }

    /**
     * The three have signed.
     *
     * @throws RefusedCase when a date is before the declaration was written down, or after today
     */
    @Transactional
    public void sign(long complaintId, Collection<LocalDate> signedOn, Instant now) {
        complaints.lock(Set.of(complaintId));
        LossDeclaration declaration = find(complaintId).orElseThrow();
        ZoneId zone = zone(complaintId);
        LocalDate declared = LocalDate.ofInstant(declaration.declaredAt(), zone);
        LocalDate today = LocalDate.ofInstant(now, zone);
        for (LocalDate date : signedOn) {
            if (date.isBefore(declared) || date.isAfter(today)) {
                throw refused("receipt.signed-on", day(date), day(declared), day(today));
            }
        }
        store.signed(
                declaration.id(), signedOn.stream().max(LocalDate::compareTo).orElseThrow());
    }

    /** The hold begins, counting from the last signature; the customer hears from when they may come. */
    @Transactional
    public void hold(long complaintId, Instant now) {
        complaints.lock(Set.of(complaintId));
        LossDeclaration declaration = find(complaintId).orElseThrow();
        Instant start = declaration.signedOn().atStartOfDay(zone(complaintId)).toInstant();
        // A target that changes later is for later declarations.
        deadlines.startOwn(complaintId, DECLARED, start, now, WHO);
        Optional<Instant> until = deadlines.due(complaintId, HOLD);
        messages.toCustomer(
                complaintId,
                "receipt-hold-begun",
                facts("from", until.flatMap(over -> calendar.opening(complaintId, over))),
                now);
        store.move(declaration.id(), State.ON_HOLD);
        noted(
                complaintId,
                State.ON_HOLD,
                until.<Map<Fact, ?>>map(over -> Map.of(ReceiptNotes.HOLD_UNTIL, over.toString()))
                        .orElse(Map.of()),
                now);
    }

    /** The hold is over, and the customer hears so. */
    @Transactional
    public void over(long complaintId, Instant now) {
        complaints.lock(Set.of(complaintId));
        // A wait is never late: it was over when it was due, whenever that is noticed.
        deadlines.meet(
                complaintId,
                HOLD,
                deadlines.due(complaintId, HOLD).filter(now::isAfter).orElse(now),
                WHO);
        messages.toCustomer(complaintId, "receipt-hold-over", Map.of(), now);
        store.held(find(complaintId).orElseThrow().id());
        moved(complaintId, State.OVER, now);
    }

    /** Nobody has come yet. */
    @Transactional
    public void remind(long complaintId, Instant now) {
        messages.toCustomer(complaintId, "receipt-visit-reminder", Map.of(), now);
    }

    /** Nobody has come at all; the declaration is kept for whenever they do. */
    @Transactional
    public void keepOnFile(long complaintId, Instant now) {
        messages.toCustomer(complaintId, "receipt-on-file", Map.of(), now);
        ended(complaintId, State.ON_FILE, "declaration-on-file", now);
    }

    /** The paper stands in no book. */
    @Transactional
    public void refuse(long complaintId, String why, Instant now) {
        messages.toCustomer(complaintId, "receipt-not-in-the-books", Map.of("why", why), now);
        ended(complaintId, State.REFUSED, "no-papers", now);
    }

    /** The paper was found again: nothing was lost. A refund that is approved or paid stays one, and the paper is spent. */
    @Transactional
    public void cancel(long complaintId, Instant now) {
        messages.toCustomer(complaintId, "receipt-found-again", Map.of(), now);
        release(complaintId, now);
        ended(complaintId, spent(complaintId) ? State.REFUNDED : State.CANCELLED, "found-again", now);
    }

    /**
     * Somebody else has presented the paper: finance and legal go on with it, whatever else has become of the declaration
     * meanwhile. The case stays open until legal has decided.
     */
    private void dispute(long complaintId, Instant now) {
        if (disputes(complaintId).findAny().isPresent()) {
            return;
        }
        parts.begin(complaintId, DISPUTE, now.toString(), Map.of(), now);
        Map<String, Object> facts = new HashMap<>();
        facts.put("toPay", owed(complaintId).orElse(null));
        TOLD_OF_A_STOP.forEach(group -> messages.toGroup(complaintId, group, "receipt-presented", facts, now));
    }

    private Stream<Part> disputes(long complaintId) {
        return parts.open(complaintId).stream().filter(part -> part.process().equals(DISPUTE));
    }

    /** Legal has decided that it is the customer's: what is owed is paid, else the customer may come again. */
    @Transactional
    public void clear(long complaintId, Instant now) {
        complaints.lock(Set.of(complaintId));
        Map<String, Object> facts = new HashMap<>();
        facts.put("toPay", owed(complaintId).orElse(null));
        messages.toCustomer(complaintId, "receipt-cleared", facts, now);
        decided(complaintId, spent(complaintId) ? State.REFUNDED : State.ON_FILE, now);
    }

    /** Legal has decided that it is not the customer's: what was to be paid on it is not paid. */
    @Transactional
    public void reject(long complaintId, String why, Instant now) {
        complaints.lock(Set.of(complaintId));
        messages.toCustomer(complaintId, "receipt-rejected", Map.of("why", why), now);
        owed(complaintId)
                .ifPresent(amount ->
                        messages.toGroup(complaintId, FINANCE, "receipt-refund-off", Map.of("toPay", amount), now));
        ledger.release(complaintId, WHO, sentences.say("receipt.not-theirs"), now);
        measures.open(complaintId).forEach(measure -> measures.drop(measure.id(), WHO, now));
        decided(complaintId, State.REJECTED, now);
    }

    private void decided(long complaintId, State state, Instant now) {
        if (!find(complaintId).orElseThrow().state().frees()) {
            moved(complaintId, state, now);
        }
        disputes(complaintId).forEach(part -> parts.finish(complaintId, DISPUTE, part.reference(), now));
    }

    /** Nothing is paid on a paper that somebody else has, before legal has decided. */
    @Override
    public Optional<String> veto(long complaintId) {
        return find(complaintId)
                .filter(declaration -> declaration.state() == State.STOPPED
                        || disputes(complaintId).findAny().isPresent())
                .map(declaration -> sentences.say("receipt.stopped"));
    }

    /** The declaration is stopped where it stands. */
    @Transactional
    public void stop(long complaintId, Instant now) {
        complaints.lock(Set.of(complaintId));
        dispute(complaintId, now);
        release(complaintId, now);
        ended(complaintId, State.STOPPED, "legal", now);
    }

    /** The customer has got what was due. */
    @Transactional
    public void served(long complaintId, boolean refunded, Instant now) {
        ended(complaintId, refunded ? State.REFUNDED : State.COPIED, "served", now);
    }

    @Override
    public Set<String> deadlines() {
        return Set.of();
    }

    /** A refund that was approved is owed, or paid already, and its papers stay declared. */
    @Override
    @Transactional
    public void withdrawn(long complaintId, String why, Instant now) {
        complaints.lock(Set.of(complaintId));
        find(complaintId)
                .filter(declaration -> declaration.state().going())
                .ifPresent(declaration -> moved(complaintId, withdrawn(complaintId), now));
    }

    private State withdrawn(long complaintId) {
        if (disputes(complaintId).findAny().isPresent()) {
            return State.STOPPED;
        }
        return measures.of(complaintId).stream()
                        .anyMatch(
                                refund -> refund.state() == Measure.State.OPEN || refund.state() == Measure.State.DONE)
                ? State.REFUNDED
                : State.CANCELLED;
    }

    @Override
    public Map<String, String> messages() {
        return Map.of(FOUND, "receipt.found", PRESENTED, "receipt.presented");
    }

    @Override
    public void check(long complaintId, String news) {
        if (news.equals(FOUND) && WHO_LOOK_AT_PAPERS.stream().noneMatch(person::in)) {
            throw refused("receipt.found-by-others");
        }
        Predicate<State> waiting = news.equals(PRESENTED) ? State::disputable : State::going;
        if (find(complaintId).map(LossDeclaration::state).filter(waiting).isEmpty()) {
            throw refused("receipt.nothing-declared");
        }
    }

    @Override
    @Transactional
    public void heard(long complaintId, String news, Entry said, Instant now) {
        complaints.lock(Set.of(complaintId));
        if (news.equals(PRESENTED)) {
            dispute(complaintId, now);
            find(complaintId)
                    .map(LossDeclaration::state)
                    // Where the case still goes on with it, its course stops it.
                    .filter(state -> state.disputable() && !state.going())
                    .ifPresent(state -> moved(complaintId, State.STOPPED, now));
        }
    }

    /** @throws RefusedCase when the number of the agent's document can't be right, or it is the holder's own */
    void check(long complaintId, Agent agent, LocalDate today) {
        check(find(complaintId).orElseThrow().holder(), agent, today);
    }

    /** Whether the customer may come: the hold is over. */
    public boolean holdIsOver(long complaintId) {
        return find(complaintId)
                .filter(declaration -> declaration.state() == State.OVER)
                .isPresent();
    }

    /**
     * What may be done about a declaration, for whoever stands at the desk.
     *
     * @param number of its case
     * @param heldUntil empty before the hold has begun, and where it can't be computed
     * @param from when the site opens next after it
     */
    public record AtTheDesk(
            String number, LossDeclaration declaration, Optional<Instant> heldUntil, Optional<Instant> from) {}

    /** By the number of a paper, however it is written, or of a case; none where nothing is asked. */
    @Transactional(readOnly = true)
    public List<AtTheDesk> lookUp(String asked) {
        String paper = PaperNumber.normalized(asked);
        return store
                .ofCaseOrPaper(
                        asked.strip(), paper.isEmpty() ? List.of("") : List.of("receipt " + paper, "invoice " + paper))
                .stream()
                .map(declaration -> {
                    Optional<Instant> until = deadlines.due(declaration.complaintId(), HOLD);
                    return new AtTheDesk(
                            complaints
                                    .find(declaration.complaintId())
                                    .orElseThrow()
                                    .number(),
                            declaration,
                            until,
                            until.flatMap(over -> calendar.opening(declaration.complaintId(), over)));
                })
                .toList();
    }

    /** What a lost paper is called, such as for the form by which its copy is looked up. */
    public String line(LossDeclaration declaration) {
        Loss loss = declaration.loss();
        return Stream.of(
                        Optional.ofNullable(loss.receiptNumber())
                                .map(number -> sentences.say("receipt.receipt", number)),
                        Optional.ofNullable(loss.invoiceNumber())
                                .map(number -> sentences.say("receipt.invoice", number)),
                        Optional.of(sentences.say("receipt.issued", loss.amount(), day(loss.issuedOn()))))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("\n"));
    }

    private LossDeclaration takeOver(
            List<LossDeclaration> earlier,
            Set<String> papers,
            long complaintId,
            Loss loss,
            Holder holder,
            Agent agent,
            String who,
            Instant now) {
        LossDeclaration declared = earlier.get(0);
        boolean declarer = declared.holder().document().equals(holder.document());
        boolean same = earlier.size() == 1 && papers(declared.loss()).equals(papers);
        Complaint before = complaints.find(declared.complaintId()).orElseThrow();
        if (!same || !declared.state().taken() || !declarer && !standsOn(declared.loss(), holder)) {
            throw refused(
                    switch (declared.state()) {
                        case REFUNDED -> "receipt.refunded";
                        case STOPPED -> "receipt.disputed";
                        case REJECTED -> "receipt.rejected";
                        case ON_FILE, COPIED -> same ? "receipt.no-buyer" : "receipt.declared-before";
                        default -> "receipt.declared-before";
                    },
                    before.number(),
                    day(LocalDate.ofInstant(declared.declaredAt(), zone(before.id()))),
                    mayCome(before.id()));
        }
        if (loss.amount().compareTo(declared.loss().amount()) != 0) {
            throw refused(
                    "receipt.other-amount", before.number(), declared.loss().amount());
        }
        links.link(new Link(complaintId, before.id(), Link.Kind.FOLLOW_ON), who, now);
        if (declarer && declared.held()) {
            store.takeOver(declared.id(), complaintId);
            store.move(declared.id(), State.OVER);
        } else {
            store.declareAnew(
                    declared.id(),
                    new LossDeclaration(
                            declared.id(), complaintId, loss, holder, agent, State.DECLARED, now, who, null, false));
        }
        State state = find(complaintId).orElseThrow().state();
        return noted(complaintId, state, Map.of(ReceiptNotes.TAKEN_FROM, before.number()), now);
    }

    /** What whoever stands at the desk can be told of a case that they do not see. */
    private String mayCome(long complaintId) {
        return deadlines
                .due(complaintId, HOLD)
                .map(until -> sentences.say("receipt.held-until", day(LocalDate.ofInstant(until, zone(complaintId)))))
                .orElse("");
    }

    private void check(Loss loss, Holder holder, Agent agent, LocalDate today) {
        if (papers(loss).contains("")) {
            throw refused("receipt.no-number");
        }
        if (loss.amount().signum() <= 0
                || loss.amount().scale() > DECIMALS
                || loss.amount().compareTo(LARGEST_AMOUNT) > 0) {
            throw refused("receipt.amount", LARGEST_AMOUNT);
        }
        if (loss.issuedOn().isAfter(today)) {
            throw refused("receipt.issued-on", day(loss.issuedOn()), day(today));
        }
        plausible(holder.document(), today);
        if (!standsOn(loss, holder)) {
            throw refused("receipt.other-name", holder.name(), loss.names());
        }
        check(holder, agent, today);
    }

    private static boolean standsOn(Loss loss, Holder holder) {
        return Stream.of(holder.name(), holder.formerName())
                .filter(name -> name != null)
                .anyMatch(name -> HolderName.standsOn(loss.names(), name));
    }

    private void check(Holder holder, Agent agent, LocalDate today) {
        if (agent != null) {
            plausible(agent.document(), today);
            if (agent.document().number().equals(holder.document().number())) {
                throw refused("receipt.agent-is-holder");
            }
        }
    }

    private void plausible(IdentityDocument document, LocalDate today) {
        if (!document.plausible(today)) {
            throw refused("receipt.document-" + document.kind().text());
        }
    }

    private static Set<String> papers(Loss loss) {
        return Stream.of(
                        Optional.ofNullable(loss.receiptNumber())
                                .filter(number -> loss.lost().receipt())
                                .map(number -> paper("receipt", number)),
                        Optional.ofNullable(loss.invoiceNumber())
                                .filter(number -> loss.lost().invoice())
                                .map(number -> paper("invoice", number)))
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }

    /** A receipt and an invoice may have the same number; "" where it is none. */
    private static String paper(String kind, String number) {
        String normalized = PaperNumber.normalized(number);
        return normalized.isEmpty() ? "" : kind + " " + normalized;
    }

    /** Whether its money has gone, or will go. */
    private boolean spent(long complaintId) {
        return ledger.of(complaintId).stream()
                .anyMatch(
                        payment -> payment.state() == Payment.State.APPROVED || payment.state() == Payment.State.PAID);
    }

    /** The refund that was approved and is not paid yet. */
    private Optional<BigDecimal> owed(long complaintId) {
        return ledger.of(complaintId).stream()
                .filter(payment -> payment.state() == Payment.State.APPROVED)
                .map(payment -> payment.offer().amount())
                .reduce(BigDecimal::add);
    }

    /** What money is offered and not agreed to comes to nothing. */
    private void release(long complaintId, Instant now) {
        Set<Long> agreed =
                measures.open(complaintId).stream().map(measure -> measure.id()).collect(Collectors.toSet());
        ledger.release(
                complaintId,
                payment -> !agreed.contains(payment.offer().measureId()),
                WHO,
                sentences.say("receipt.over"),
                now);
    }

    private void ended(long complaintId, State state, String ending, Instant now) {
        complaints.lock(Set.of(complaintId));
        complaints.end(complaintId, ending);
        deadlines.cancel(complaintId, Set.of(HOLD), now, WHO, ending);
        moved(complaintId, state, now);
    }

    private void moved(long complaintId, State state, Instant now) {
        LossDeclaration declaration = find(complaintId).orElseThrow();
        store.move(declaration.id(), state);
        if (state.frees()) {
            store.free(declaration.id());
        }
        noted(complaintId, state, Map.of(), now);
    }

    private LossDeclaration noted(long complaintId, State state, Map<Fact, ?> further, Instant now) {
        Map<Fact, Object> facts = new HashMap<>(further);
        facts.put(ReceiptNotes.STATE, state.name());
        caseFile.note(complaintId, ReceiptNotes.DECLARATION, facts, now);
        return find(complaintId).orElseThrow();
    }

    private static Map<String, Instant> facts(String name, Optional<Instant> instant) {
        Map<String, Instant> facts = new HashMap<>();
        facts.put(name, instant.orElse(null));
        return facts;
    }

    private ZoneId zone(long complaintId) {
        return sites.find(complaints.find(complaintId).orElseThrow().site())
                .map(Site::zone)
                .orElseThrow();
    }

    private String day(LocalDate day) {
        return sentences.language().day().format(day);
    }

    private RefusedCase refused(String sentence, Object... arguments) {
        return new RefusedCase(sentences.say(sentence, arguments));
    }
}
