package io.redress.casefile.injury;

import io.redress.casefile.entry.FormField;
import java.math.BigDecimal;
import java.util.Set;

/** What the forms of an injury ask for. */
public final class InjuryFields {

    /** {@code premises} or {@code goods-at-home}; asked where it is registered. */
    static final FormField<String> PLACE = new FormField<>("injuryPlace", String.class);

    /** {@code yes} or {@code no}, each. */
    static final FormField<String> COMPANY = new FormField<>("companyDecision", String.class);

    static final FormField<String> ADVANCE = new FormField<>("advanceDecision", String.class);
    /** In CNY. */
    static final FormField<BigDecimal> ADVANCE_AMOUNT = new FormField<>("advanceAmount", BigDecimal.class);
    /** What a treatment costs, or costs more, in CNY. */
    static final FormField<BigDecimal> TREATMENT_COST = new FormField<>("treatmentCost", BigDecimal.class);
    /** {@code heard}, {@code nobody} or {@code withdrawn}. */
    static final FormField<String> WITNESS_NEWS = new FormField<>("witnessNews", String.class);

    static final FormField<String> WITNESS_NAME = new FormField<>("witnessName", String.class);
    /** {@code ours}, {@code not-ours} or {@code disputed}. */
    static final FormField<String> LIABILITY = new FormField<>("injuryLiability", String.class);

    static final FormField<String> REASON = new FormField<>("responsibilityReason", String.class);
    static final FormField<String> MERCHANT = new FormField<>("merchant", String.class);
    static final FormField<String> UNLISTED_MERCHANT = new FormField<>("unlistedMerchant", String.class);
    /** {@code settlement}, {@code judgment-against-us}, {@code advance-enough}, {@code judgment-for-us} or {@code claim-withdrawn}. */
    static final FormField<String> LEGAL_RESULT = new FormField<>("legalResult", String.class);
    /** What was agreed or judged, in CNY: from then on it is what is claimed. */
    static final FormField<BigDecimal> LEGAL_SUM = new FormField<>("amountClaimed", BigDecimal.class);
    /** {@code keep} or {@code reclaim}. */
    static final FormField<String> ADVANCE_FATE = new FormField<>("advanceFate", String.class);

    /** What each form says. */
    public static final Set<FormField<?>> COMPANY_AND_ADVANCE = Set.of(COMPANY, ADVANCE, ADVANCE_AMOUNT);

    public static final Set<FormField<?>> WITNESS = Set.of(WITNESS_NEWS, WITNESS_NAME);
    public static final Set<FormField<?>> CONCLUSION = Set.of(LIABILITY, REASON, MERCHANT, UNLISTED_MERCHANT);
    public static final Set<FormField<?>> LEGAL_CASE = Set.of(LEGAL_RESULT, LEGAL_SUM, REASON);
    public static final Set<FormField<?>> FATE = Set.of(ADVANCE_FATE);

    private InjuryFields() {}
}
