package io.redress.process.measure;

import io.redress.casefile.Answers;
import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.complaint.CoreField;
import io.redress.casefile.measure.Measure;
import io.redress.casefile.measure.Measures;
import io.redress.casefile.money.Ledger;
import io.redress.casefile.money.Payment;
import io.redress.casefile.plan.MeasureFormatter;
import io.redress.casefile.receipt.LossDeclaration;
import io.redress.casefile.receipt.LossDeclarations;
import io.redress.language.Sentences;
import io.redress.people.Members;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The measure that a step carries out, and the money that goes with it. */
@Component
class MeasureAnswers implements Answers {

    private final Measures measures;
    private final MeasureFormatter words;
    private final Ledger ledger;
    private final LossDeclarations declarations;
    private final Complaints complaints;
    private final Members members;
    private final Sentences sentences;

    MeasureAnswers(
            Measures measures,
            MeasureFormatter words,
            Ledger ledger,
            LossDeclarations declarations,
            Complaints complaints,
            Members members,
            Sentences sentences) {
        this.measures = measures;
        this.words = words;
        this.ledger = ledger;
        this.declarations = declarations;
        this.complaints = complaints;
        this.members = members;
        this.sentences = sentences;
    }

    @Override
    public Map<String, Object> answer(long complaintId, Map<String, Object> step, Collection<String> keys) {
        Map<String, Object> answers = new HashMap<>();
        if (step.get(MeasureProcess.MEASURE_ID.name()) instanceof BigDecimal id) {
            if (keys.contains(MeasureProcess.MEASURE.key())) {
                answers.put(
                        MeasureProcess.MEASURE.key(),
                        measure(complaintId, id).map(words::line).orElse(null));
            }
            if (keys.contains(MeasureProcess.PAYMENT.key())) {
                answers.put(
                        MeasureProcess.PAYMENT.key(),
                        measure(complaintId, id)
                                .flatMap(this::approved)
                                .map(this::line)
                                .orElse(null));
            }
        }
        return answers;
    }

    private Optional<Measure> measure(long complaintId, BigDecimal id) {
        return measures.find(id.longValueExact()).filter(measure -> measure.complaintId() == complaintId);
    }

    /** Nothing where it was refused, or came to nothing: there is nothing to pay. */
    private Optional<Payment> approved(Measure measure) {
        return ledger.of(measure.complaintId()).stream()
                .filter(payment -> Objects.equals(payment.offer().measureId(), measure.id()))
                .filter(payment -> payment.state() == Payment.State.APPROVED)
                .findFirst();
    }

    private String line(Payment payment) {
        String line = sentences.say(
                "measure.payment",
                payment.offer().amount(),
                sentences.say(
                        "note.paymentKind-" + payment.offer().kind().name().toLowerCase(Locale.ROOT)),
                payee(payment.offer().complaintId()),
                members.name(payment.approvedBy()));
        String purpose = payment.offer().purpose();
        return purpose.isBlank() ? line : line + "\n" + sentences.say("measure.payment-why", purpose);
    }

    /** Whoever has declared a loss may go by another name than who wrote in. */
    private String payee(long complaintId) {
        return declarations
                .find(complaintId)
                .map(LossDeclaration::holder)
                .map(LossDeclaration.Holder::name)
                .orElseGet(() -> Objects.toString(
                        complaints.core(complaintId).get(CoreField.CUSTOMER_NAME.key()),
                        sentences.say("panel.the-customer")));
    }
}
