package io.redress.casefile.injury;

import io.redress.casefile.CaseFile;
import io.redress.casefile.CaseNews;
import io.redress.casefile.RefusedCase;
import io.redress.casefile.complaint.ClaimKind;
import io.redress.casefile.complaint.Complaint;
import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.complaint.CoreField;
import io.redress.casefile.entry.Entries;
import io.redress.casefile.entry.Entry;
import io.redress.casefile.entry.FormField;
import io.redress.casefile.escalation.Escalation;
import io.redress.casefile.health.HealthRecords;
import io.redress.casefile.insurance.InsuranceClaim;
import io.redress.casefile.insurance.InsuranceClaims;
import io.redress.casefile.insurance.InsurancePolicies;
import io.redress.casefile.insurance.InsurancePolicy;
import io.redress.casefile.message.Messages;
import io.redress.casefile.settlement.Recoveries;
import io.redress.casefile.settlement.Responsibilities;
import io.redress.casefile.treatment.TreatmentAdvance;
import io.redress.casefile.treatment.TreatmentAdvances;
import io.redress.language.Sentences;
import io.redress.people.Group;
import io.redress.people.Groups;
import io.redress.people.Person;
import io.redress.site.Site;
import io.redress.site.Sites;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What happens when a customer is hurt on the premises or by goods (source 000, rules, part 3). */
@Service
public class Injuries implements CaseNews {

    /** The process that handles such a case. */
    public static final String ROUTE = "customer-injury";

    private static final String ANOTHER_WITNESS = "another-witness";
    private static final String TREATMENT_COSTS = "treatment-costs";

    private static final String PREMISES = "premises";
    private static final String GOODS_AT_HOME = "goods-at-home";
    private static final String SENIOR_MANAGEMENT = "senior-management";
    private static final String YES = "yes";
    private static final Set<String> YES_OR_NO = Set.of(YES, "no");
    /** Those who take goods off the shelves. */
    private static final List<String> STOP_SALES = List.of("quality-inspection", "purchasing");

    private final InjuryStore store;
    private final InjuryRoles roles;
    private final HealthRecords health;
    private final TreatmentAdvances advances;
    private final InsuranceClaims claims;
    private final InsurancePolicies policies;
    private final Responsibilities responsibilities;
    private final Recoveries recoveries;
    private final Complaints complaints;
    private final Entries entries;
    private final Escalation escalation;
    private final Groups groups;
    private final Messages messages;
    private final Sites sites;
    private final CaseFile caseFile;
    private final Sentences sentences;
    private final Clock clock;

    Injuries(
            InjuryStore store,
            InjuryRoles roles,
            HealthRecords health,
            TreatmentAdvances advances,
            InsuranceClaims claims,
            InsurancePolicies policies,
            Responsibilities responsibilities,
            Recoveries recoveries,
            Complaints complaints,
            Entries entries,
            Escalation escalation,
            Groups groups,
            Messages messages,
            Sites sites,
            CaseFile caseFile,
            Sentences sentences,
            Clock clock) {
        this.store = store;
        this.roles = roles;
        this.health = health;
        this.advances = advances;
        this.claims = claims;
        this.policies = policies;
        this.responsibilities = responsibilities;
        this.recoveries = recoveries;
        this.complaints = complaints;
        this.entries = entries;
        this.escalation = escalation;
        this.groups = groups;
        this.messages = messages;
        this.sites = sites;
        this.caseFile = caseFile;
        this.sentences = sentences;
        this.clock = clock;
    }

    public Optional<Injury> find(long complaintId) {
        return store.find(complaintId);
    }

    /** @throws IllegalStateException when the case has none: a diagram may ask in any */
    public Injury of(long complaintId) {
        return store.find(complaintId)
                .orElseThrow(() -> new IllegalStateException("nobody is hurt in case %d".formatted(complaintId)));
    }

    /** Where it happened: {@code premises} or {@code goods-at-home}. */
    public String place(long complaintId) {
        return entries.newest(complaintId, InjuryFields.PLACE)
                .filter(GOODS_AT_HOME::equals)
                .orElse(PREMISES);
    }

    /**
     * Finds who sees to it, and tells them, once; where nobody is in a group, who stands above it. A case that came back is concluded on
     * once more.
     *
     * @return the groups that were passed over
     */
    @Transactional
    public List<String> notifyDepartments(long complaintId) {
        complaints.lock(Set.of(complaintId));
        if (store.find(complaintId).isPresent()) {
            store.reopened(complaintId);
            return List.of();
        }
        Complaint complaint = complaints.find(complaintId).orElseThrow();
        String place = place(complaintId);
        InjuryRoles.Roles found =
                roles.of(sites.find(complaint.site()).map(Site::profile).orElseThrow(), place);
        List<String> passedOver = new ArrayList<>();
        Injury injury = new Injury(
                complaintId,
                kind(complaint, place),
                somebody(complaintId, found.dutyManager(), passedOver),
                somebody(complaintId, found.scene(), passedOver),
                somebody(complaintId, found.reporter(), passedOver),
                somebody(complaintId, found.concluder(), passedOver),
                somebody(complaintId, found.funds(), passedOver),
                found.advanceLimit(),
                null,
                null,
                null);
        store.insert(injury);
        Instant now = clock.instant();
        Set<String> told = new LinkedHashSet<>(
                List.of(injury.dutyManager(), injury.scene(), injury.reporter(), injury.concluder()));
        health.openTo(complaintId, told);
        told.forEach(group -> messages.toGroup(complaintId, group, "injury-reported", Map.of(), now));
        caseFile.note(complaintId, InjuryNotes.DEPARTMENTS_TOLD, Map.of(InjuryNotes.TOLD, List.copyOf(told)), now);
        return passedOver.stream().distinct().toList();
    }

    private static ClaimKind kind(Complaint complaint, String place) {
        if (ClaimKind.ofCategory(complaint.category()) == ClaimKind.MERCHANT) {
            return ClaimKind.MERCHANT;
        }
        return place.equals(GOODS_AT_HOME) ? ClaimKind.OWN_GOODS : ClaimKind.ENVIRONMENT;
    }

    private String somebody(long complaintId, String group, List<String> passedOver) {
        Escalation.Outcome outcome = escalation.somebody(complaintId, group);
        passedOver.addAll(outcome.emptyLevels());
        return outcome.level();
    }

    /**
     * What whoever is on duty has decided: company and advance are two questions.
     *
     * @throws RefusedCase when it leaves one of them open, or grants an advance of no amount
     */
    @Transactional
    public void decideOnCompanyAndAdvance(Entry decision) {
        long id = decision.complaintId();
        complaints.lock(Set.of(id));
        choice(InjuryFields.COMPANY, decision, YES_OR_NO);
        if (choice(InjuryFields.ADVANCE, decision, YES_OR_NO).equals(YES)) {
            advances.ask(
                    id,
                    decision.taskId(),
                    InjuryFields.ADVANCE_AMOUNT.find(decision).orElse(null),
                    decision.submittedBy(),
                    decision.submittedBy(),
                    of(id).dutyManager());
        }
    }

    /** Somebody goes along, or money is on its way: those above are told, and not what is hurt. */
    @Transactional
    public void reportToManagement(long complaintId) {
        Instant now = clock.instant();
        Stream.of(head(complaintId), SENIOR_MANAGEMENT)
                .distinct()
                .forEach(group -> messages.toGroup(complaintId, group, "injury-help-granted", Map.of(), now));
    }

    /** Who stands above whoever is on duty: decides what becomes of an advance where nothing is agreed. */
    public String head(long complaintId) {
        String head =
                groups.find(of(complaintId).dutyManager()).flatMap(Group::head).orElse(SENIOR_MANAGEMENT);
        return escalation.somebody(complaintId, head).level();
    }

    /** @throws RefusedCase when a witness has no name */
    public void witness(Entry said) {
        String news = choice(InjuryFields.WITNESS_NEWS, said, Set.of("heard", "nobody", "withdrawn"));
        if (!news.equals("nobody") && InjuryFields.WITNESS_NAME.find(said).isEmpty()) {
            throw unsaid(InjuryFields.WITNESS_NAME);
        }
    }

    /** Begins what is claimed of the insurer, where a policy holds on the day: the same claim as a settlement would begin. */
    @Transactional
    public void claim(long complaintId) {
        complaints.lock(Set.of(complaintId));
        Injury injury = of(complaintId);
        Optional<InsurancePolicy> policy =
                policies.holding(complaints.find(complaintId).orElseThrow(), injury.kind());
        if (policy.isPresent()) {
            claims.beginAtReceipt(
                    complaintId, injury.kind(), policy.get().number(), injury.reporter(), injury.concluder());
        } else if (claims.of(complaintId).isEmpty()) {
            caseFile.note(complaintId, InjuryNotes.NO_POLICY, Map.of(), clock.instant());
        }
    }

    /** {@code told}, {@code waited-for}, or {@code none} where there is no insurer. */
    @Transactional
    public String insurerState(long complaintId) {
        // Whoever reports holds the lock, too: nobody does between looking and waiting.
        complaints.lock(Set.of(complaintId));
        return claims.of(complaintId)
                .map(claim -> claim.reportedAt() != null || !claim.open() ? "told" : "waited-for")
                .orElse("none");
    }

    /** The goods have hurt somebody at home: those who can take them off the shelves are asked to. */
    @Transactional
    public void askToStopTheSale(long complaintId) {
        Instant now = clock.instant();
        STOP_SALES.forEach(group -> messages.toGroup(complaintId, group, "stop-the-sale", Map.of(), now));
    }

    /**
     * Who is liable, with the reason.
     *
     * @throws RefusedCase when it says nothing of what can be, or a merchant is concerned and none is named
     */
    @Transactional
    public void conclude(Entry conclusion) {
        long id = conclusion.complaintId();
        complaints.lock(Set.of(id));
        Injury injury = of(id);
        String reason = InjuryFields.REASON.find(conclusion).orElseThrow(() -> unsaid(InjuryFields.REASON));
        Injury.Conclusion concluded =
                switch (InjuryFields.LIABILITY.find(conclusion).orElse("")) {
                    case "ours" -> Injury.Conclusion.OURS;
                    case "not-ours" -> Injury.Conclusion.NOT_OURS;
                    case "disputed" -> Injury.Conclusion.DISPUTED;
                    default -> throw unsaid(InjuryFields.LIABILITY);
                };
        responsibilities.conclude(
                conclusion,
                injury.kind(),
                concluded == Injury.Conclusion.OURS,
                policy(id).orElse(null),
                reason);
        store.concluded(id, concluded, conclusion.submittedBy(), conclusion.submittedAt());
        // Whoever answers a claim interrupts its limitation.
        health.restart(id, conclusion.submittedAt());
    }

    /**
     * How the legal case has ended.
     *
     * @throws RefusedCase when it does not say so, or not why
     */
    @Transactional
    public void legalCaseOver(Entry over) {
        long id = over.complaintId();
        complaints.lock(Set.of(id));
        String result = choice(
                InjuryFields.LEGAL_RESULT,
                over,
                Set.of("settlement", "judgment-against-us", "advance-enough", "judgment-for-us", "claim-withdrawn"));
        String reason = InjuryFields.REASON.find(over).orElseThrow(() -> unsaid(InjuryFields.REASON));
        boolean ours = result.equals("settlement") || result.equals("judgment-against-us");
        if (ours) {
            BigDecimal sum = InjuryFields.LEGAL_SUM.find(over).orElseThrow(() -> unsaid(InjuryFields.LEGAL_SUM));
            if (sum.compareTo(advances.advanced(id)) <= 0) {
                throw new RefusedCase(sentences.say("injury.advance-enough", advances.advanced(id)));
            }
        }
        boolean merchant = responsibilities.merchantName(id).isPresent();
        ClaimKind kind = of(id).kind();
        responsibilities.conclude(
                over,
                kind == ClaimKind.MERCHANT && !merchant ? ClaimKind.ENVIRONMENT : kind,
                ours,
                policy(id).orElse(null),
                reason);
        store.concluded(
                id, ours ? Injury.Conclusion.OURS : Injury.Conclusion.NOT_OURS, over.submittedBy(), over.submittedAt());
    }

    /** Under which it is claimed, as long as anything can be. */
    private Optional<String> policy(long complaintId) {
        return claims.of(complaintId).filter(InsuranceClaim::takesMore).map(InsuranceClaim::policy);
    }

    /**
     * Writes what was granted into the ledger.
     *
     * @return whether somebody above is to approve it
     */
    @Transactional
    public boolean requestFunds(long complaintId, long advanceId) {
        return advances.request(complaintId, advanceId, of(complaintId).advanceLimit());
    }

    /** Whether the petty cash pays it, since nobody of finance is there at this hour. */
    @Transactional
    public boolean pettyCash(long complaintId, long advanceId) {
        return advances.pettyCash(complaintId, advanceId);
    }

    /** Whether something was advanced and nobody has decided what becomes of it. */
    public boolean advanceOpen(long complaintId) {
        return !advances.open(complaintId).isEmpty();
    }

    /**
     * What becomes of an advance where nothing is agreed: it stays with the customer, or is fetched back.
     *
     * @throws RefusedCase when it says neither
     */
    @Transactional
    public void decideOnTheAdvance(Entry decision) {
        long id = decision.complaintId();
        boolean reclaim = choice(InjuryFields.ADVANCE_FATE, decision, Set.of("keep", "reclaim"))
                .equals("reclaim");
        decided(id, reclaim, decision.submittedBy(), decision.submittedAt());
    }

    /** An advance is seen to; one that comes after the decision on the others of its case has their fate. */
    @Transactional
    public void advanceOver(long complaintId, long advanceId) {
        complaints.lock(Set.of(complaintId));
        advances.over(complaintId, advanceId);
        advances.all(complaintId).stream()
                .map(TreatmentAdvance::fate)
                .filter(Objects::nonNull)
                .reduce((earlier, later) -> later)
                .filter(fate -> of(complaintId).conclusion() == Injury.Conclusion.NOT_OURS)
                .ifPresent(fate ->
                        decided(complaintId, fate == TreatmentAdvance.Fate.RECLAIMED, Person.NOBODY, clock.instant()));
    }

    private void decided(long id, boolean reclaim, String who, Instant now) {
        List<TreatmentAdvance> decided =
                advances.decided(id, reclaim ? TreatmentAdvance.Fate.RECLAIMED : TreatmentAdvance.Fate.KEPT, who);
        if (reclaim) {
            String customer = Objects.toString(
                    complaints.core(id).get(CoreField.CUSTOMER_NAME.key()), sentences.say("panel.the-customer"));
            decided.forEach(advance -> recoveries.reclaim(id, advance.paymentId(), customer, advance.amount(), now));
        }
    }

    @Override
    public Map<String, String> messages() {
        return Map.of(ANOTHER_WITNESS, "injury.another-witness");
    }

    @Override
    public Set<String> taken() {
        return Set.of(TREATMENT_COSTS);
    }

    @Override
    public void check(long complaintId, String news) {
        Injury injury = store.find(complaintId).orElseThrow(() -> new RefusedCase(sentences.say("injury.none")));
        if (news.equals(ANOTHER_WITNESS) && injury.conclusion() != null) {
            throw new RefusedCase(sentences.say("injury.concluded"));
        }
    }

    @Override
    public void check(String news, Entry said) {
        check(said.complaintId(), news);
        if (news.equals(TREATMENT_COSTS)) {
            advances.check(InjuryFields.TREATMENT_COST.find(said).orElse(null));
        }
    }

    @Override
    public void heard(long complaintId, String news, Entry said, Instant now) {
        if (news.equals(TREATMENT_COSTS)) {
            advances.ask(
                    complaintId,
                    said.processInstanceId(),
                    InjuryFields.TREATMENT_COST.find(said).orElse(null),
                    said.submittedBy(),
                    null,
                    of(complaintId).dutyManager());
        }
    }

    private String choice(FormField<String> field, Entry said, Set<String> known) {
        return field.find(said).filter(known::contains).orElseThrow(() -> unsaid(field));
    }

    private RefusedCase unsaid(FormField<?> field) {
        return new RefusedCase(sentences.say("responsibility.unsaid", field.key()));
    }
}
