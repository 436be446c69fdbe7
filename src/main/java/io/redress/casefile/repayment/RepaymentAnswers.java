package io.redress.casefile.repayment;

import io.redress.casefile.Answers;
import io.redress.casefile.entry.FormField;
import io.redress.language.Sentences;
import io.redress.merchant.BankAccount;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the form of a repayment shows: how much, where to, and whether the account is to be asked about. */
@Component
class RepaymentAnswers implements Answers {

    private static final FormField<String> LINE = new FormField<>("repaymentLine", String.class);
    /** {@code register}, {@code new} or {@code missing}. */
    private static final FormField<String> STATE = new FormField<>("accountState", String.class);

    private final Repayments repayments;
    private final Sentences sentences;

    RepaymentAnswers(Repayments repayments, Sentences sentences) {
        this.repayments = repayments;
        this.sentences = sentences;
    }

    @Override
    public Map<String, Object> answer(long complaintId, Map<String, Object> step, Collection<String> keys) {
        Map<String, Object> answers = new HashMap<>();
        if (keys.contains(LINE.key()) && step.get(Repayments.REPAYMENT_ID) instanceof BigDecimal id) {
            repayments
                    .find(complaintId, id.longValue())
                    .filter(owed -> owed.amount() != null)
                    .ifPresent(owed -> show(owed, answers));
        }
        return answers;
    }

    private void show(Repayment owed, Map<String, Object> answers) {
        Optional<BankAccount> account = repayments.known(owed);
        Repayments.Less less = repayments.less(owed);
        answers.put(
                LINE.key(),
                sentences.say(
                        "repayment.line",
                        owed.merchantName(),
                        owed.advanced(),
                        less.borne(),
                        less.straight(),
                        owed.amount(),
                        account.map(known -> known.bank() + " " + known.number())
                                .orElseGet(() -> sentences.say("repayment.no-account"))));
        answers.put(
                STATE.key(),
                account.isEmpty() ? "missing" : repayments.changed(owed).isPresent() ? "new" : "register");
    }
}
