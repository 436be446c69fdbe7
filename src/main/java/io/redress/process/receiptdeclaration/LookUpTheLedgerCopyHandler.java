package io.redress.process.receiptdeclaration;

import io.redress.casefile.RefusedCase;
import io.redress.casefile.SubmitHandler;
import io.redress.casefile.attachment.Attachments;
import io.redress.casefile.entry.Entry;
import io.redress.casefile.entry.FormField;
import io.redress.language.Sentences;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What was found is attached; what was not is said. */
@Component
class LookUpTheLedgerCopyHandler implements SubmitHandler {

    private static final String NONE = "none";
    private static final Set<String> FOUND = Set.of("ledger", "bank");

    private final Attachments attachments;
    private final Sentences sentences;

    LookUpTheLedgerCopyHandler(Attachments attachments, Sentences sentences) {
        this.attachments = attachments;
        this.sentences = sentences;
    }

    @Override
    public Set<FormField<?>> reads() {
        return Set.of(ReceiptDeclarationProcess.FOUND_IN, ReceiptDeclarationProcess.NOT_FOUND);
    }

    @Override
    public void submit(Entry submission) {
        String foundIn = ReceiptDeclarationProcess.FOUND_IN.find(submission).orElse("");
        if (foundIn.equals(NONE)) {
            if (ReceiptDeclarationProcess.NOT_FOUND.find(submission).isEmpty()) {
                throw new RefusedCase(sentences.say("receipt.not-found-why"));
            }
        } else if (!FOUND.contains(foundIn)) {
            throw new RefusedCase(sentences.say("receipt.unsaid", ReceiptDeclarationProcess.FOUND_IN.key()));
        } else if (!attachments.anyMadeAt(submission.taskId())) {
            throw new RefusedCase(sentences.say("receipt.no-ledger-copy"));
        }
    }
}
