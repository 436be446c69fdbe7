package io.redress.process.lostreceipt;

import io.redress.casefile.SubmitHandler;
import io.redress.casefile.entry.Entry;
import io.redress.casefile.entry.FormField;
import io.redress.casefile.receipt.LossDeclarations;
import io.redress.casefile.receipt.LossFields;
import io.redress.language.Sentences;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Whoever stands at the desk hears at once what is wrong with a name or a number, or that it is declared already. */
@Component
class RegisterTheLossHandler implements SubmitHandler {

    private final LossDeclarations declarations;
    private final Sentences sentences;

    RegisterTheLossHandler(LossDeclarations declarations, Sentences sentences) {
        this.declarations = declarations;
        this.sentences = sentences;
    }

    @Override
    public Set<FormField<?>> reads() {
        return LossFields.ALL;
    }

    @Override
    public void submit(Entry submission) {
        declarations.declare(
                submission.complaintId(),
                LossFields.loss(submission, sentences),
                LossFields.holder(submission, sentences),
                LossFields.agent(submission, sentences),
                submission.submittedBy(),
                submission.submittedAt());
    }
}
