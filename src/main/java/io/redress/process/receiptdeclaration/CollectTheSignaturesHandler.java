package io.redress.process.receiptdeclaration;

import io.redress.casefile.RefusedCase;
import io.redress.casefile.SubmitHandler;
import io.redress.casefile.attachment.Attachment;
import io.redress.casefile.attachment.Attachments;
import io.redress.casefile.entry.Entry;
import io.redress.casefile.entry.FormField;
import io.redress.casefile.paper.Paper;
import io.redress.casefile.paper.PaperKind;
import io.redress.casefile.paper.Papers;
import io.redress.casefile.receipt.LossDeclarations;
import io.redress.language.Sentences;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The hold counts from the last of three signatures, and those are seen on the scan. */
@Component
class CollectTheSignaturesHandler implements SubmitHandler {

    private final LossDeclarations declarations;
    private final Papers papers;
    private final Attachments attachments;
    private final Sentences sentences;

    CollectTheSignaturesHandler(
            LossDeclarations declarations, Papers papers, Attachments attachments, Sentences sentences) {
        this.declarations = declarations;
        this.papers = papers;
        this.attachments = attachments;
        this.sentences = sentences;
    }

    @Override
    public Set<FormField<?>> reads() {
        return Set.copyOf(ReceiptDeclarationProcess.SIGNED_ON);
    }

    @Override
    public void submit(Entry submission) {
        declarations.sign(
                submission.complaintId(),
                ReceiptDeclarationProcess.SIGNED_ON.stream()
                        .map(field -> field.find(submission)
                                .orElseThrow(() -> new RefusedCase(sentences.say("receipt.unsaid", field.key()))))
                        .toList(),
                submission.submittedAt());
        Paper declaration = papers.of(submission.complaintId()).stream()
                .filter(paper -> paper.kind().equals(PaperKind.LOSS_DECLARATION))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new RefusedCase(sentences.say("receipt.not-printed")));
        if (declaration.signedByAttachment() == null) {
            // What was scanned at this step is the declaration, unless somebody has said which scan is.
            String scan = attachments.of(submission.complaintId()).stream()
                    .filter(attached ->
                            attached.type().scan() && attached.tasks().contains(submission.taskId()))
                    .map(Attachment::id)
                    .reduce((earlier, later) -> later)
                    .orElseThrow(() -> new RefusedCase(sentences.say("receipt.no-scan")));
            papers.signed(declaration.id(), scan);
        }
    }
}
