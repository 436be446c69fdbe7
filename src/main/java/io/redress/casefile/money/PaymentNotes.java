package io.redress.casefile.money;

import io.redress.casefile.Fact;
import io.redress.casefile.Note;
import io.redress.casefile.Notes;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the file of a case says of its payments. */
@Component
public final class PaymentNotes implements Notes {

    public static final Fact PAYMENT = new Fact("paymentId", Fact.Kind.HIDDEN);
    public static final Fact STATE = new Fact("paymentState", Fact.Kind.CODE);
    public static final Fact KIND = new Fact("paymentKind", Fact.Kind.CODE);
    public static final Fact AMOUNT = new Fact("paymentAmount", Fact.Kind.SUM);
    public static final Fact PURPOSE = new Fact("paymentPurpose", Fact.Kind.TEXT);
    public static final Fact BY = new Fact("paymentBy", Fact.Kind.WHO);
    public static final Fact REASON = new Fact("paymentReason", Fact.Kind.TEXT);
    public static final Fact PROOF = new Fact("paymentProof", Fact.Kind.TEXT);

    static final Note CHANGED = new Note("payment", PAYMENT, STATE, KIND, AMOUNT, PURPOSE, BY, REASON, PROOF);

    @Override
    public List<Note> notes() {
        return List.of(CHANGED);
    }
}
