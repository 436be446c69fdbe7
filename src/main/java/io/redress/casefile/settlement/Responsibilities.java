package io.redress.casefile.settlement;

import io.redress.casefile.RefusedCase;
import io.redress.casefile.complaint.ClaimKind;
import io.redress.casefile.complaint.Complaint;
import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.entry.Entry;
import io.redress.casefile.entry.FormField;
import io.redress.casefile.escalation.Escalation;
import io.redress.casefile.insurance.InsuranceClaims;
import io.redress.language.Sentences;
import io.redress.merchant.Merchant;
import io.redress.merchant.Merchants;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who judges whether a claim is the mall's to answer for, what they judge, and where that leads (source 000, the chart). */
@Service
public class Responsibilities {

    /** {@code ours}, {@code not-ours}, {@code other-kind} or {@code evidence-missing}. */
    static final FormField<String> LIABILITY = new FormField<>("liability", String.class);
    /** {@code yes} or {@code no}. */
    static final FormField<String> COVERED = new FormField<>("coveredByPolicy", String.class);
    /** {@code yes} or {@code no}. */
    static final FormField<String> GOODWILL = new FormField<>("goodwill", String.class);

    /** The id of a merchant, or {@link Merchants#UNLISTED}. */
    static final FormField<String> MERCHANT = new FormField<>("merchant", String.class);
    /** Its name, where the register does not have it. */
    static final FormField<String> UNLISTED_MERCHANT = new FormField<>("unlistedMerchant", String.class);

    static final FormField<String> REASON = new FormField<>("responsibilityReason", String.class);

    public static final Set<FormField<?>> FIELDS =
            Set.of(LIABILITY, COVERED, GOODWILL, MERCHANT, UNLISTED_MERCHANT, REASON);

    /** Speaks to insurers for the mall. */
    private static final String REPORTER = "customer-service";

    private static final String OURS = "ours";
    private static final String NOT_OURS = "not-ours";
    private static final String OTHER_KIND = "other-kind";
    private static final String EVIDENCE_MISSING = "evidence-missing";
    private static final String YES = "yes";
    private static final Set<String> YES_OR_NO = Set.of(YES, "no");

    private final ResponsibilityStore store;
    private final LiabilityRoutes routes;
    private final Complaints complaints;
    private final Escalation escalation;
    private final Merchants merchants;
    private final Cover cover;
    private final InsuranceClaims claims;
    private final Sentences sentences;

    Responsibilities(
            ResponsibilityStore store,
            LiabilityRoutes routes,
            Complaints complaints,
            Escalation escalation,
            Merchants merchants,
            Cover cover,
            InsuranceClaims claims,
            Sentences sentences) {
        this.store = store;
        this.routes = routes;
        this.complaints = complaints;
        this.escalation = escalation;
        this.merchants = merchants;
        this.cover = cover;
        this.claims = claims;
        this.sentences = sentences;
    }

    /** The group that is to judge it, and those passed over because nobody is in them. */
    @Transactional
    public Escalation.Outcome decider(long complaintId) {
        complaints.lock(Set.of(complaintId));
        return escalation.somebody(complaintId, opened(complaintId).decider());
    }

    /**
     * What whoever judges it has written down.
     *
     * @throws RefusedCase when it says what can't be: whoever submits it hears so
     */
    @Transactional
    public void decide(Entry decision) {
        long id = decision.complaintId();
        complaints.lock(Set.of(id));
        Responsibility before = opened(id);
        String said = LIABILITY.find(decision).orElse("");
        String reason = REASON.find(decision).orElseThrow(() -> unsaid(REASON));
        switch (said) {
            case EVIDENCE_MISSING -> store.save(sentAbout(before, decision, reason, 1, 0));
            case OTHER_KIND -> store.save(sentAbout(before, decision, reason, 0, 1));
            case OURS, NOT_OURS -> store.save(judged(before, decision, said.equals(OURS), reason));
            default -> throw unsaid(LIABILITY);
        }
    }

    /** Where a judged claim leads, by the table that is in force. */
    public LiabilityRoutes.LiabilityRoute route(long complaintId) {
        Responsibility judged = store.find(complaintId).orElseThrow();
        return routes.of(judged.kind(), Boolean.TRUE.equals(judged.ours()), Boolean.TRUE.equals(judged.covered()));
    }

    /** What a policy covers is claimed of its insurer: once for a case, however often it is judged. */
    @Transactional
    public void claim(long complaintId) {
        complaints.lock(Set.of(complaintId));
        Responsibility judged = store.find(complaintId).orElseThrow();
        claims.begin(
                complaintId,
                judged.kind(),
                judged.policy(),
                escalation.somebody(complaintId, REPORTER).level(),
                escalation.somebody(complaintId, judged.kind().decider()).level(),
                judged.decidedAt());
    }

    /** Where it leads if no policy covers it after all. */
    LiabilityRoutes.LiabilityRoute routeWithoutCover(long complaintId) {
        Responsibility judged = store.find(complaintId).orElseThrow();
        return routes.of(judged.kind(), Boolean.TRUE.equals(judged.ours()), false);
    }

    /** Whether the mall pays what it need not: {@code yes}, {@code no} or {@code not-asked}. */
    public String goodwill(long complaintId) {
        Boolean goodwill = store.find(complaintId).orElseThrow().goodwill();
        return goodwill == null ? "not-asked" : goodwill ? YES : "no";
    }

    /** Who agrees the sum with the customer. */
    public Escalation.Outcome settler(long complaintId) {
        return escalation.somebody(complaintId, route(complaintId).settler());
    }

    public Optional<Responsibility> find(long complaintId) {
        return store.find(complaintId);
    }

    /** The merchant that is concerned; empty where none is, or none that the register has. */
    public Optional<Merchant> merchant(long complaintId) {
        return find(complaintId).map(Responsibility::merchant).flatMap(merchants::find);
    }

    /** What the merchant that is concerned is called; empty where none is. */
    public Optional<String> merchantName(long complaintId) {
        return merchant(complaintId)
                .map(Merchant::line)
                .or(() -> find(complaintId).map(Responsibility::unlistedMerchant));
    }

    /** The cases in which those merchants are concerned, the newest first. */
    public List<Long> ofMerchants(Set<String> ids) {
        return ids.isEmpty() ? List.of() : store.ofMerchants(ids);
    }

    private Responsibility opened(long complaintId) {
        return store.find(complaintId).orElseGet(() -> {
            Complaint complaint = complaints.find(complaintId).orElseThrow();
            Responsibility opened = new Responsibility(
                    complaintId,
                    ClaimKind.ofCategory(complaint.category()),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    0,
                    0,
                    null,
                    null);
            store.save(opened);
            return opened;
        });
    }

    private Responsibility sentAbout(Responsibility before, Entry decision, String reason, int back, int over) {
        if (before.lastWord()) {
            throw new RefusedCase(sentences.say("responsibility.last-word"));
        }
        return new Responsibility(
                before.complaintId(),
                over > 0 ? before.kind().other() : before.kind(),
                null,
                null,
                null,
                null,
                listed(decision).orElse(before.merchant()),
                UNLISTED_MERCHANT.find(decision).orElse(before.unlistedMerchant()),
                reason,
                before.sentBack() + back,
                before.sentOver() + over,
                decision.submittedBy(),
                decision.submittedAt());
    }

    private Responsibility judged(Responsibility before, Entry decision, boolean ours, String reason) {
        boolean merchants = before.kind() == ClaimKind.MERCHANT;
        String listed = listed(decision).orElse(null);
        String unlisted = UNLISTED_MERCHANT.find(decision).orElse(null);
        if (merchants && (listed == null) == (unlisted == null)) {
            throw unsaid(listed == null && MERCHANT.find(decision).isPresent() ? UNLISTED_MERCHANT : MERCHANT);
        }
        Boolean covered = ours ? answer(COVERED, decision) : null;
        return new Responsibility(
                before.complaintId(),
                before.kind(),
                ours,
                covered,
                Boolean.TRUE.equals(covered) ? cover.policy(before).number() : null,
                ours || merchants ? null : answer(GOODWILL, decision),
                listed,
                unlisted,
                reason,
                before.sentBack(),
                before.sentOver(),
                decision.submittedBy(),
                decision.submittedAt());
    }

    /**
     * What another process of the case has come to, with evidence of its own: nobody judges it once more.
     *
     * @param kind whose matter it is
     * @param policy the number of the policy under which it is claimed already; null where it is claimed under none
     * @param conclusion whose fields {@link #MERCHANT} and {@link #UNLISTED_MERCHANT} count where it is a merchant's matter
     * @throws RefusedCase when a merchant is concerned and none is named
     */
    @Transactional
    public void conclude(Entry conclusion, ClaimKind kind, boolean ours, String policy, String reason) {
        long id = conclusion.complaintId();
        complaints.lock(Set.of(id));
        Responsibility before = opened(id);
        boolean merchants = kind == ClaimKind.MERCHANT;
        String listed = merchants ? listed(conclusion).orElse(before.merchant()) : null;
        String unlisted = merchants && listed == null
                ? UNLISTED_MERCHANT.find(conclusion).orElse(before.unlistedMerchant())
                : null;
        if (merchants && ours && listed == null && unlisted == null) {
            throw unsaid(MERCHANT);
        }
        store.save(new Responsibility(
                id,
                kind,
                ours,
                ours ? policy != null : null,
                ours ? policy : null,
                null,
                listed,
                unlisted,
                reason,
                before.sentBack(),
                before.sentOver(),
                conclusion.submittedBy(),
                conclusion.submittedAt()));
    }

    /** @throws RefusedCase when the register has no such merchant */
    private Optional<String> listed(Entry decision) {
        return MERCHANT.find(decision)
                .filter(id -> !id.equals(Merchants.UNLISTED))
                .map(id -> merchants
                        .find(id)
                        .orElseThrow(() -> new RefusedCase(sentences.say("merchants.unknown", id)))
                        .id());
    }

    private boolean answer(FormField<String> field, Entry decision) {
        return field.find(decision)
                .filter(YES_OR_NO::contains)
                .orElseThrow(() -> unsaid(field))
                .equals(YES);
    }

    private RefusedCase unsaid(FormField<?> field) {
        return new RefusedCase(sentences.say("responsibility.unsaid", field.key()));
    }
}
