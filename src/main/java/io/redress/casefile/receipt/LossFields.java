package io.redress.casefile.receipt;

import io.redress.casefile.RefusedCase;
import io.redress.casefile.entry.Entry;
import io.redress.casefile.entry.FormField;
import io.redress.casefile.identity.IdentityDocument;
import io.redress.casefile.receipt.LossDeclaration.Agent;
import io.redress.casefile.receipt.LossDeclaration.Holder;
import io.redress.casefile.receipt.LossDeclaration.Loss;
import io.redress.language.Sentences;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What the forms ask about a loss. */
public final class LossFields {

    /** The text of a {@link LostPaper}. */
    static final FormField<String> LOST = new FormField<>("lostPaper", String.class);

    static final FormField<String> RECEIPT_NUMBER = new FormField<>("receiptNumber", String.class);
    static final FormField<String> INVOICE_NUMBER = new FormField<>("invoiceNumber", String.class);
    /** In CNY. */
    static final FormField<BigDecimal> AMOUNT = new FormField<>("paperAmount", BigDecimal.class);

    static final FormField<LocalDate> ISSUED_ON = new FormField<>("paperIssuedOn", LocalDate.class);
    static final FormField<String> NAMES = new FormField<>("namesOnPaper", String.class);
    static final FormField<String> HOLDER_NAME = new FormField<>("holderName", String.class);
    static final FormField<String> FORMER_NAME = new FormField<>("holderFormerName", String.class);
    /** The text of an {@link IdentityDocument.Kind}. */
    static final FormField<String> HOLDER_DOCUMENT = new FormField<>("holderDocument", String.class);

    static final FormField<String> HOLDER_DOCUMENT_NUMBER = new FormField<>("holderIdNumber", String.class);
    static final FormField<String> REPRESENTATIVE = new FormField<>("holderRepresentative", String.class);
    /** {@code holder} or {@code agent}. */
    static final FormField<String> COME_BY = new FormField<>("lossReportedBy", String.class);

    static final FormField<String> AGENT_NAME = new FormField<>("agentName", String.class);
    static final FormField<String> AGENT_DOCUMENT = new FormField<>("agentDocument", String.class);
    static final FormField<String> AGENT_DOCUMENT_NUMBER = new FormField<>("agentIdNumber", String.class);
    static final FormField<String> CIRCUMSTANCES = new FormField<>("lossCircumstances", String.class);
    static final FormField<String> CONSULTANT = new FormField<>("salesConsultant", String.class);

    public static final Set<FormField<?>> ALL = Set.of(
            LOST,
            RECEIPT_NUMBER,
            INVOICE_NUMBER,
            AMOUNT,
            ISSUED_ON,
            NAMES,
            HOLDER_NAME,
            FORMER_NAME,
            HOLDER_DOCUMENT,
            HOLDER_DOCUMENT_NUMBER,
            REPRESENTATIVE,
            COME_BY,
            AGENT_NAME,
            AGENT_DOCUMENT,
            AGENT_DOCUMENT_NUMBER,
            CIRCUMSTANCES,
            CONSULTANT);

    static final String AGENT = "agent";

    private LossFields() {}

    public static Loss loss(Entry said, Sentences sentences) {
        LostPaper lost = required(LOST, said, sentences, LostPaper::of);
        return new Loss(
                lost,
                lost == LostPaper.INVOICE ? null : RECEIPT_NUMBER.find(said).orElse(""),
                lost == LostPaper.RECEIPT ? null : INVOICE_NUMBER.find(said).orElse(""),
                required(AMOUNT, said, sentences, Optional::of),
                required(ISSUED_ON, said, sentences, Optional::of),
                required(NAMES, said, sentences, Optional::of),
                CIRCUMSTANCES.find(said).orElse(""),
                required(CONSULTANT, said, sentences, Optional::of));
    }

    public static Holder holder(Entry said, Sentences sentences) {
        return new Holder(
                required(HOLDER_NAME, said, sentences, Optional::of),
                FORMER_NAME.find(said).orElse(null),
                document(HOLDER_DOCUMENT, HOLDER_DOCUMENT_NUMBER, said, sentences),
                REPRESENTATIVE.find(said).orElse(null));
    }

    /** Who reports it in place of the holder; null where the holder comes. */
    public static Agent agent(Entry said, Sentences sentences) {
        return agent(COME_BY, said, sentences);
    }

    /** @param comeBy the field that says who has come */
    static Agent agent(FormField<String> comeBy, Entry said, Sentences sentences) {
        return comeBy.find(said).filter(AGENT::equals).isEmpty()
                ? null
                : new Agent(
                        required(AGENT_NAME, said, sentences, Optional::of),
                        document(AGENT_DOCUMENT, AGENT_DOCUMENT_NUMBER, said, sentences));
    }

    private static IdentityDocument document(
            FormField<String> kind, FormField<String> number, Entry said, Sentences sentences) {
        return IdentityDocument.of(
                required(kind, said, sentences, IdentityDocument.Kind::of),
                required(number, said, sentences, Optional::of));
    }

    /** An owner's form may leave it open, or offer more than there is. */
    private static <T, U> U required(
            FormField<T> field, Entry said, Sentences sentences, Function<T, Optional<U>> read) {
        return field.find(said)
                .flatMap(read)
                .orElseThrow(() -> new RefusedCase(sentences.say("receipt.unsaid", field.key())));
    }
}
