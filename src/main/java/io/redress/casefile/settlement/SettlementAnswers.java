package io.redress.casefile.settlement;

import io.redress.casefile.Answers;
import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.complaint.CoreField;
import io.redress.casefile.entry.FormField;
import io.redress.language.Sentences;
import io.redress.merchant.Merchant;
import io.redress.merchant.Merchants;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the forms of a settlement show of it, and propose. */
@Component
class SettlementAnswers implements Answers {

    /** Whose matter it is now, and why it comes back. */
    private static final FormField<String> CLAIM = new FormField<>("claimKind", String.class);
    /** What was judged, in a sentence. */
    private static final FormField<String> JUDGED = new FormField<>("judged", String.class);
    /** Why, where the finding is explained. */
    private static final FormField<String> CONCLUSION = new FormField<>("conclusionReason", String.class);
    /** What was agreed, in lines. */
    private static final FormField<String> SETTLEMENT = new FormField<>("settlementLine", String.class);
    /** In CNY. */
    private static final FormField<BigDecimal> CASH_LIMIT = new FormField<>("cashLimit", BigDecimal.class);
    /** That money was paid before, in a sentence. */
    private static final FormField<String> PAID = new FormField<>("alreadyPaid", String.class);
    /** What the customer brings. */
    private static final FormField<String> PAPERS = new FormField<>("papersList", String.class);
    /** Which merchant, how it is reached, and what it has left with the mall. */
    private static final FormField<String> MERCHANT = new FormField<>("merchantLine", String.class);
    /** What somebody owes, in a line. */
    private static final FormField<String> OWED = new FormField<>("recoveryLine", String.class);

    /** Of what happened, so that it can be read at a glance; the papers have it whole. */
    private static final int SHOWN = 1_000;

    private final Responsibilities responsibilities;
    private final Cover cover;
    private final Settlements settlements;
    private final Recoveries recoveries;
    private final InsuredSettlements insured;
    private final Complaints complaints;
    private final Sentences sentences;

    SettlementAnswers(
            Responsibilities responsibilities,
            Cover cover,
            Settlements settlements,
            Recoveries recoveries,
            InsuredSettlements insured,
            Complaints complaints,
            Sentences sentences) {
        this.responsibilities = responsibilities;
        this.cover = cover;
        this.settlements = settlements;
        this.recoveries = recoveries;
        this.insured = insured;
        this.complaints = complaints;
        this.sentences = sentences;
    }

    @Override
    public Map<String, Object> answer(long complaintId, Map<String, Object> step, Collection<String> keys) {
        Map<String, Object> answers = new HashMap<>();
        if (keys.contains(CLAIM.key()) || keys.contains(JUDGED.key()) || keys.contains(CONCLUSION.key())) {
            responsibilities.find(complaintId).ifPresent(found -> judged(found, answers));
        }
        if (keys.contains(Cover.POLICY.key()) || keys.contains(Responsibilities.COVERED.key())) {
            responsibilities.find(complaintId).ifPresent(found -> cover.propose(found, answers));
        }
        if (keys.contains(SettlementFields.FACTS.key())) {
            propose(complaintId, answers);
        }
        if (keys.contains(SETTLEMENT.key())) {
            settlement(complaintId, step)
                    .ifPresent(found ->
                            answers.put(SETTLEMENT.key(), line(found, keys.contains(MerchantPayments.PAID.key()))));
        }
        if (keys.contains(PAPERS.key())) {
            settlements.agreed(complaintId).flatMap(insured::papers).ifPresent(list -> answers.put(PAPERS.key(), list));
        }
        if (keys.contains(MERCHANT.key())) {
            responsibilities
                    .merchantName(complaintId)
                    .ifPresent(name -> answers.put(
                            MERCHANT.key(),
                            responsibilities
                                    .merchant(complaintId)
                                    .map(this::line)
                                    .orElse(name)));
        }
        if (keys.contains(OWED.key()) && step.get(Recoveries.RECOVERY_ID) instanceof BigDecimal id) {
            recoveries
                    .find(id.longValue())
                    .filter(owed -> owed.complaintId() == complaintId)
                    .ifPresent(owed -> answers.put(OWED.key(), line(owed)));
        }
        answers.values().removeIf(Objects::isNull);
        if (answers.containsKey(PAID.key())) {
            // What they claimed, they have; what is added, they say now.
            answers.put(SettlementFields.AMOUNT.key(), null);
        }
        return answers;
    }

    private void judged(Responsibility found, Map<String, Object> answers) {
        answers.put(CLAIM.key(), found.kind().text());
        answers.put(CONCLUSION.key(), found.decidedBy() == null ? null : found.reason());
        answers.put(
                Responsibilities.MERCHANT.key(),
                found.unlistedMerchant() == null ? found.merchant() : Merchants.UNLISTED);
        answers.put(Responsibilities.UNLISTED_MERCHANT.key(), found.unlistedMerchant());
        if (found.ours() != null) {
            answers.put(
                    JUDGED.key(),
                    sentences.say(
                            found.ours() ? "responsibility.ours" : "responsibility.not-ours",
                            Objects.toString(found.reason(), "")));
        }
    }

    /** What is known already; whoever was agreed with before is proposed again. */
    private void propose(long complaintId, Map<String, Object> answers) {
        Map<String, Object> core = complaints.core(complaintId);
        BigDecimal paid = settlements.paidAlready(complaintId);
        if (paid.signum() == 0) {
            answers.put(SettlementFields.AMOUNT.key(), core.get(CoreField.AMOUNT_CLAIMED.key()));
        } else {
            answers.put(PAID.key(), sentences.say("settlement.paid-already", paid));
        }
        answers.put(CASH_LIMIT.key(), settlements.cashLimit(complaintId));
        answers.put(SettlementFields.PAYEE_KIND.key(), Payee.Kind.CUSTOMER.text());
        answers.put(SettlementFields.PAYEE_NAME.key(), core.get(CoreField.CUSTOMER_NAME.key()));
        answers.put(SettlementFields.FACTS.key(), core.get(CoreField.DESCRIPTION.key()));
        insured.requirements(complaintId).ifPresent(list -> answers.put(SettlementFields.PAPERS_NEEDED.key(), list));
    }

    private Optional<Settlement> settlement(long complaintId, Map<String, Object> step) {
        return step.get("measureId") instanceof BigDecimal id
                ? settlements.of(complaintId).stream()
                        .filter(one -> Objects.equals(one.measureId(), id.longValue()))
                        .findFirst()
                : settlements.agreed(complaintId);
    }

    /**
     * What is paid to whom, and what for: whoever pays need not know more of the case.
     *
     * @param whole whether whoever reads it pays it now, and has no list with the account
     */
    private String line(Settlement found, boolean whole) {
        String facts = found.facts();
        return terms(found, whole)
                + insured.consent(found).map(line -> "\n" + line).orElse("")
                + "\n"
                + sentences.say("settlement.for", facts.length() > SHOWN ? facts.substring(0, SHOWN) + "…" : facts);
    }

    private String terms(Settlement found, boolean whole) {
        return sentences.say(
                "settlement.line",
                found.amount(),
                sentences.say("settlement.payer-" + found.payer().text()),
                found.payee().name(),
                sentences.say("settlement.payee-" + found.payee().kind().text()),
                found.transfer()
                        ? sentences.say(
                                "settlement.by-transfer",
                                found.payee().account().bank(),
                                whole
                                        ? found.payee().account().number()
                                        : found.payee().account().masked())
                        : sentences.say("settlement.by-cash"));
    }

    private String line(Merchant merchant) {
        return sentences.say(
                "merchants.summary",
                merchant.line(),
                Objects.toString(merchant.contact(), "–"),
                Objects.toString(merchant.phone(), "–"),
                merchant.deposit());
    }

    private String line(Recovery owed) {
        return sentences.say("recovery.line", owed.debtor(), owed.amount(), owed.received(), owed.open());
    }
}
