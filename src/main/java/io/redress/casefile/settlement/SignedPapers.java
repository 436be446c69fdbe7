package io.redress.casefile.settlement;

import io.redress.casefile.RefusedCase;
import io.redress.casefile.attachment.Attachment;
import io.redress.casefile.attachment.Attachments;
import io.redress.casefile.entry.Entry;
import io.redress.casefile.insurance.InsuranceClaims;
import io.redress.casefile.paper.PaperKind;
import io.redress.casefile.paper.PaperSubjects;
import io.redress.casefile.paper.Papers;
import io.redress.language.Sentences;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The papers of a payment: printed for the signatures, and seen signed before they are filed. */
@Component
public class SignedPapers {

    static final List<String> KINDS = List.of(PaperKind.RECEIPT, PaperKind.SETTLEMENT_AGREEMENT);

    private final InsuranceClaims claims;
    private final Papers papers;
    private final Attachments attachments;
    private final Sentences sentences;

    SignedPapers(InsuranceClaims claims, Papers papers, Attachments attachments, Sentences sentences) {
        this.claims = claims;
        this.papers = papers;
        this.attachments = attachments;
        this.sentences = sentences;
    }

    /** @return why a paper could not be printed, by its kind */
    public Map<String, String> print(long complaintId, long measureId) {
        boolean insured = claims.insured(complaintId, measureId);
        // Not every payment has a note of what goes to the insurer.
        return Stream.concat(KINDS.stream(), insured ? Stream.of(PaperKind.HANDOVER_NOTE) : Stream.empty())
                .flatMap(kind -> papers.printInCourse(complaintId, kind, PaperSubjects.measure(measureId)).stream()
                        .map(why -> Map.entry(kind, why)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * What was scanned at this step are the signed papers, unless somebody has said which scan is which.
     *
     * @throws RefusedCase when nothing was scanned
     */
    public void signed(Entry submission, long measureId) {
        long id = submission.complaintId();
        String subject = PaperSubjects.measure(measureId);
        String scan = scan(submission);
        for (String kind : KINDS) {
            papers.of(id).stream()
                    .filter(paper ->
                            paper.kind().equals(kind) && paper.subject().equals(subject))
                    .reduce((earlier, later) -> later)
                    .filter(paper -> paper.signedByAttachment() == null)
                    .ifPresent(paper -> papers.signed(paper.id(), scan));
        }
    }

    private String scan(Entry submission) {
        return attachments.of(submission.complaintId()).stream()
                .filter(attached -> attached.type().scan() && attached.tasks().contains(submission.taskId()))
                .map(Attachment::id)
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new RefusedCase(sentences.say("settlement.no-scan")));
    }
}
