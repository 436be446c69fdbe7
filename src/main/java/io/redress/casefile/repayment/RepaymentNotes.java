package io.redress.casefile.repayment;

import io.redress.casefile.Fact;
import io.redress.casefile.Note;
import io.redress.casefile.Notes;
import java.util.List;
import org.springframework.stereotype.Component;

/** What Redress writes down of what merchants get back. */
@Component
class RepaymentNotes implements Notes {

    static final Fact MERCHANT = new Fact("repaymentMerchant", Fact.Kind.TEXT);
    static final Fact AMOUNT = new Fact("repaymentAmount", Fact.Kind.SUM);
    static final Fact PROOF = new Fact("repaymentProof", Fact.Kind.TEXT);

    static final Note REPAID = new Note("merchant-repaid", MERCHANT, AMOUNT, PROOF);

    @Override
    public List<Note> notes() {
        return List.of(REPAID);
    }
}
