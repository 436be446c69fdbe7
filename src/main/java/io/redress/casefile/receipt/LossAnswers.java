package io.redress.casefile.receipt;

import io.redress.casefile.Answers;
import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.complaint.CoreField;
import io.redress.casefile.entry.FormField;
import io.redress.casefile.identity.IdentityDocument;
import io.redress.language.Sentences;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the forms of a loss show of it, and propose. */
@Component
class LossAnswers implements Answers {

    /** The papers, in lines. */
    static final FormField<String> LOSS = new FormField<>("lossDeclared", String.class);
    /** Who must stand at the desk, with the end of the number of their document. */
    static final FormField<String> HOLDER = new FormField<>("lossHolder", String.class);
    /** Which copies are due to whoever has come. */
    static final FormField<String> COPIES = new FormField<>("copiesDue", String.class);

    private static final FormField<BigDecimal> REFUND = new FormField<>("refundAmount", BigDecimal.class);
    private static final int SHOWN = 4;

    private final LossDeclarations declarations;
    private final Visits visits;
    private final Complaints complaints;
    private final Sentences sentences;

    LossAnswers(LossDeclarations declarations, Visits visits, Complaints complaints, Sentences sentences) {
        this.declarations = declarations;
        this.visits = visits;
        this.complaints = complaints;
        this.sentences = sentences;
    }

    @Override
    public Map<String, Object> answer(long complaintId, Map<String, Object> step, Collection<String> keys) {
        Map<String, Object> answers = new HashMap<>();
        if (keys.contains(LossFields.LOST.key())) {
            Map<String, Object> core = complaints.core(complaintId);
            Object name = core.get(CoreField.CUSTOMER_NAME.key());
            answers.put(LossFields.HOLDER_NAME.key(), name);
            answers.put(LossFields.NAMES.key(), name);
            answers.put(LossFields.RECEIPT_NUMBER.key(), core.get(CoreField.ORDER_NUMBER.key()));
            answers.put(LossFields.CIRCUMSTANCES.key(), core.get(CoreField.DESCRIPTION.key()));
        }
        if (keys.contains(LOSS.key())) {
            Optional<LossDeclaration> declared = declarations.find(complaintId);
            answers.put(LOSS.key(), declared.map(declarations::line).orElse(""));
            answers.put(HOLDER.key(), declared.map(this::holder).orElse(""));
            answers.put(REFUND.key(), declared.map(one -> one.loss().amount()).orElse(null));
        }
        if (keys.contains(COPIES.key())) {
            answers.put(COPIES.key(), sentences.say("receipt.due-" + visits.outcome(complaintId)));
        }
        answers.values().removeIf(Objects::isNull);
        return answers;
    }

    private String holder(LossDeclaration declared) {
        IdentityDocument document = declared.holder().document();
        String number = document.number();
        return sentences.say(
                "receipt.holder",
                declared.holder().name(),
                sentences.say("receipt.kind-" + document.kind().text()),
                number.substring(Math.max(0, number.length() - SHOWN)));
    }
}
