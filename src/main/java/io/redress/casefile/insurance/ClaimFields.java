package io.redress.casefile.insurance;

import io.redress.casefile.entry.FormField;
import java.math.BigDecimal;
import java.util.Set;

/** What the forms of a claim ask. */
public final class ClaimFields {

    /** {@code e-mail}: Redress writes; {@code otherwise}: whoever fills it in has told the insurer. */
    static final FormField<String> REPORTED_BY = new FormField<>("reportedBy", String.class);

    static final FormField<String> REPORT_EMAIL = new FormField<>("reportEmail", String.class);
    static final FormField<String> REPORT_TEXT = new FormField<>("reportText", String.class);
    static final FormField<String> NUMBER = new FormField<>("claimNumber", String.class);
    static final FormField<String> REQUIREMENTS = new FormField<>("insurersRequirements", String.class);
    /** {@code covered}, {@code not-covered} or {@code not-yet}. */
    static final FormField<String> OPINION = new FormField<>("insurersOpinion", String.class);
    /** {@code go-on}, {@code wait} or {@code give-up}. */
    static final FormField<String> DECISION = new FormField<>("claimDecision", String.class);

    static final FormField<String> DECISION_REASON = new FormField<>("claimDecisionReason", String.class);
    /** {@code given}, {@code not-asked} or {@code refused}. */
    public static final FormField<String> CONSENT = new FormField<>("insurersConsent", String.class);
    /** In CNY. */
    static final FormField<BigDecimal> CLAIMED = new FormField<>("claimedAmount", BigDecimal.class);
    /** {@code accepted} or {@code refused}. */
    static final FormField<String> INSURERS_DECISION = new FormField<>("insurersDecision", String.class);
    /** In CNY. */
    static final FormField<BigDecimal> ACCEPTED = new FormField<>("acceptedAmount", BigDecimal.class);

    static final FormField<String> INSURERS_REASON = new FormField<>("insurersReason", String.class);
    /** {@code received} or {@code ended}. */
    static final FormField<String> PAYOUT_NEWS = new FormField<>("payoutNews", String.class);
    /** In CNY. */
    static final FormField<BigDecimal> PAYOUT_AMOUNT = new FormField<>("payoutAmount", BigDecimal.class);
    /** {@code house}, {@code merchant} or {@code customer}. */
    static final FormField<String> PAYOUT_TO = new FormField<>("payoutTo", String.class);

    static final FormField<String> PAYOUT_PROOF = new FormField<>("payoutProof", String.class);
    static final FormField<String> PAYOUT_REASON = new FormField<>("payoutReason", String.class);
    /** {@code mall} or {@code merchant}. */
    static final FormField<String> BEARER = new FormField<>("shortfallBearer", String.class);

    static final FormField<String> BEARER_REASON = new FormField<>("shortfallReason", String.class);

    public static final Set<FormField<?>> REPORT = Set.of(REPORTED_BY, REPORT_EMAIL, REPORT_TEXT, NUMBER, REQUIREMENTS);
    public static final Set<FormField<?>> ANSWER = Set.of(NUMBER, REQUIREMENTS, OPINION);
    public static final Set<FormField<?>> HOW_TO_GO_ON = Set.of(DECISION, DECISION_REASON);
    public static final Set<FormField<?>> SUBMISSION = Set.of(CLAIMED);
    public static final Set<FormField<?>> INSURERS_WORD = Set.of(INSURERS_DECISION, ACCEPTED, INSURERS_REASON);
    public static final Set<FormField<?>> PAYOUT =
            Set.of(PAYOUT_NEWS, PAYOUT_AMOUNT, PAYOUT_TO, PAYOUT_PROOF, PAYOUT_REASON);
    public static final Set<FormField<?>> SHORTFALL = Set.of(BEARER, BEARER_REASON);

    private ClaimFields() {}
}
