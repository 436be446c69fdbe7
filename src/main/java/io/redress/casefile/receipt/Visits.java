package io.redress.casefile.receipt;

import io.redress.casefile.RefusedCase;
import io.redress.casefile.entry.Entries;
import io.redress.casefile.entry.Entry;
import io.redress.casefile.entry.FormField;
import io.redress.casefile.receipt.LossDeclaration.Agent;
import io.redress.language.Sentences;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import org.springframework.stereotype.Service;

/** Who comes after the hold, and what is due to them. */
@Service
public class Visits {

    /** What the table calls a refund. */
    public static final String REFUND = ReceiptOutcomes.REFUND;

    /** {@code holder} or {@code agent}. */
    static final FormField<String> VISITOR = new FormField<>("visitor", String.class);
    /** {@code refund} or {@code copies}. */
    static final FormField<String> PURPOSE = new FormField<>("visitPurpose", String.class);

    public static final Set<FormField<?>> FIELDS = Set.of(
            VISITOR, PURPOSE, LossFields.AGENT_NAME, LossFields.AGENT_DOCUMENT, LossFields.AGENT_DOCUMENT_NUMBER);

    private final LossDeclarations declarations;
    private final ReceiptOutcomes outcomes;
    private final Entries entries;
    private final Sentences sentences;

    Visits(LossDeclarations declarations, ReceiptOutcomes outcomes, Entries entries, Sentences sentences) {
        this.declarations = declarations;
        this.outcomes = outcomes;
        this.entries = entries;
        this.sentences = sentences;
    }

    /** @throws RefusedCase when nothing is due to whoever has come, or who they are can't be right */
    public void check(Entry visit) {
        Agent agent = LossFields.agent(VISITOR, visit, sentences);
        if (agent != null) {
            declarations.check(visit.complaintId(), agent, LocalDate.ofInstant(visit.submittedAt(), ZoneOffset.UTC));
        }
        if (outcome(visit).equals(ReceiptOutcomes.REFUSED)) {
            throw new RefusedCase(sentences.say("receipt.agent-refund"));
        }
    }

    /** What is due to whoever came last: one of {@link ReceiptOutcomes#ALL}. */
    public String outcome(long complaintId) {
        return outcome(entries.of(complaintId).stream()
                .filter(entry -> VISITOR.find(entry).isPresent())
                .reduce((earlier, later) -> later)
                .orElseThrow());
    }

    private String outcome(Entry visit) {
        LossDeclaration declaration = declarations.find(visit.complaintId()).orElseThrow();
        return outcomes.of(
                declaration.loss().lost().text(),
                PURPOSE.find(visit).filter(REFUND::equals).isPresent(),
                VISITOR.find(visit).filter(LossFields.AGENT::equals).isPresent());
    }
}
