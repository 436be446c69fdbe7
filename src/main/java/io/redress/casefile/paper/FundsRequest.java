package io.redress.casefile.paper;

import io.redress.casefile.measure.Measure;
import io.redress.casefile.measure.Measures;
import io.redress.casefile.money.Ledger;
import io.redress.casefile.money.Payment;
import io.redress.language.Sentences;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 请款单: money that was approved for a customer, asked of finance. */
@Component
class FundsRequest implements PaperContent {

    private static final PaperKind KIND = new PaperKind(PaperKind.FUNDS_REQUEST, "FR", false, true);

    private final PaperFacts facts;
    private final Ledger ledger;
    private final Measures measures;
    private final Sentences sentences;

    FundsRequest(PaperFacts facts, Ledger ledger, Measures measures, Sentences sentences) {
        this.facts = facts;
        this.ledger = ledger;
        this.measures = measures;
        this.sentences = sentences;
    }

    @Override
    public PaperKind kind() {
        return KIND;
    }

    /** By the measure that pays it. */
    @Override
    public List<String> subjects(long complaintId) {
        return ledger.of(complaintId).stream()
                .filter(payment -> payment.offer().measureId() != null)
                // What is settled has a request of its own.
                .filter(payment -> !payment.offer().kind().settlement())
                .filter(payment -> payment.state() == Payment.State.APPROVED || payment.state() == Payment.State.PAID)
                .map(payment -> PaperSubjects.measure(payment.offer().measureId()))
                .distinct()
                .toList();
    }

    @Override
    public Map<String, Object> facts(long complaintId, String subject) {
        Payment payment = ledger.of(complaintId).stream()
                .filter(asked ->
                        subject.equals(PaperSubjects.MEASURE + asked.offer().measureId()))
                .reduce((earlier, later) -> later)
                .orElseThrow();
        Measure measure = measures.find(payment.offer().measureId()).orElseThrow();
        Map<String, Object> said = new HashMap<>();
        PaperFacts.putAmount(said, "amount", payment.offer().amount());
        said.put("purpose", payment.offer().purpose());
        said.put(
                "kind",
                sentences.say("paper.paid-" + payment.offer().kind().name().toLowerCase(Locale.ROOT)));
        said.put("requestedBy", facts.person(payment.offer().requestedBy()));
        said.put("requestedAt", facts.at(payment.requestedAt()));
        said.put("approvedBy", facts.person(payment.approvedBy()));
        said.put("approvedAt", facts.at(payment.approvedAt()));
        said.put("department", facts.group(measure.planned().department()));
        said.put("due", sentences.language().day().format(measure.planned().dueOn()));
        return said;
    }

    @Override
    public String department(long complaintId, String subject) {
        return measures.find(Long.parseLong(subject.substring(PaperSubjects.MEASURE.length())))
                .orElseThrow()
                .planned()
                .department();
    }
}
