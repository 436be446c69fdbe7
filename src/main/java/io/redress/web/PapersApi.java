package io.redress.web;

import io.redress.casefile.RefusedCase;
import io.redress.casefile.attachment.Attachments;
import io.redress.casefile.complaint.Complaint;
import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.handover.CaseTasks;
import io.redress.casefile.handover.CaseTasks.CaseTask;
import io.redress.casefile.health.Door;
import io.redress.casefile.health.HealthRecords;
import io.redress.casefile.paper.InvalidPaper;
import io.redress.casefile.paper.Paper;
import io.redress.casefile.paper.PaperKind;
import io.redress.casefile.paper.Papers;
import io.redress.casefile.reading.ValueFormatter;
import io.redress.engine.decision.UnusableTable;
import io.redress.language.Sentences;
import io.redress.people.Person;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * The papers of a case: for whoever may open every case, and for whoever may read one of its tasks; each only as far as
 * {@link ReadablePapers} says.
 */
@RestController
class PapersApi {

    private final Papers papers;
    private final Complaints complaints;
    private final CaseTasks tasks;
    private final ReadablePapers mayRead;
    private final Attachments attachments;
    private final ShownAttachments shown;
    private final HealthRecords health;
    private final Person person;
    private final ValueFormatter words;
    private final Sentences sentences;

    PapersApi(
            Papers papers,
            Complaints complaints,
            CaseTasks tasks,
            ReadablePapers mayRead,
            Attachments attachments,
            ShownAttachments shown,
            HealthRecords health,
            Person person,
            ValueFormatter words,
            Sentences sentences) {
        this.papers = papers;
        this.complaints = complaints;
        this.tasks = tasks;
        this.mayRead = mayRead;
        this.attachments = attachments;
        this.shown = shown;
        this.health = health;
        this.person = person;
        this.words = words;
        this.sentences = sentences;
    }

    /** @param printable what can be printed by hand now, and may be by whoever asks */
    record CasePapers(List<Printed> papers, List<Kind> printable) {}

    record Kind(String kind, String name) {}

    /**
     * A paper, in words.
     *
     * @param holders who has a copy, in the order of the copies
     * @param state {@code awaits-signature}, {@code signed}, or {@code printed} where none is asked for
     * @param attachment the one that shows the signed original; null until there is one
     * @param href where the PDF is
     */
    record Printed(
            long id,
            String kind,
            String name,
            String number,
            int revision,
            String when,
            String who,
            int pages,
            List<String> holders,
            String state,
            String attachment,
            String href) {}

    @GetMapping("/api/cases/{number}/papers")
    ResponseEntity<CasePapers> ofCase(@PathVariable String number) {
        Complaint complaint = complaints.find(number).orElseThrow(() -> missing("paper.no-case", number));
        return unkept(shown(complaint.id()));
    }

    @GetMapping("/api/tasks/{taskId}/papers")
    ResponseEntity<CasePapers> ofTask(@PathVariable String taskId) {
        return unkept(shown(caseOf(taskId)));
    }

    /** Prints every paper of that kind that the case has; what would say the same is not printed again. */
    @PostMapping("/api/tasks/{taskId}/papers/{kind}")
    ResponseEntity<CasePapers> print(@PathVariable String taskId, @PathVariable String kind) {
        long complaintId = caseOf(taskId);
        papers.kinds().stream()
                .filter(known -> known.name().equals(kind) && !mayRead.includes(complaintId, known))
                .findAny()
                .ifPresent(known -> {
                    throw known.health() ? missing("paper.not-here") : closed(kind);
                });
        papers.print(complaintId, kind);
        return unkept(shown(complaintId));
    }

    /** The PDF as it was printed. */
    @GetMapping("/api/papers/{id}")
    ResponseEntity<byte[]> pdf(@PathVariable String id) {
        Paper paper = readable(id);
        if (paper.health()) {
            health.read(paper.complaintId(), Door.PAPER);
        }
        String name = "%s %s (%d).pdf".formatted(papers.name(paper.kind()), paper.number(), paper.revision());
        return pdf(papers.pdf(paper.id()).orElseThrow(), name);
    }

    /** A signed original has come back: the attachment of the case that shows it. */
    @PostMapping("/api/papers/{id}/signed")
    ResponseEntity<Printed> signed(@PathVariable String id, @RequestParam(defaultValue = "") String attachment) {
        Paper paper = readable(id);
        if (person.ofMerchant()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN, sentences.say("paper.signed-by-house"));
        }
        // What is not shown to them is not there.
        boolean hidden = attachments
                .find(attachment)
                .filter(found -> !shown.includes(found))
                .isPresent();
        return unkept(printed(papers.signed(paper.id(), hidden ? "" : attachment)));
    }

    static ResponseEntity<byte[]> pdf(byte[] content, String name) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("Content-Security-Policy", AttachmentsApi.ONLY_THE_VIEWER)
                .header("X-Content-Type-Options", "nosniff")
                .body(content);
    }

    @ExceptionHandler({RefusedCase.class, InvalidPaper.class, UnusableTable.class})
    ResponseEntity<Map<String, String>> refused(RuntimeException e) {
        return ResponseEntity.status(HttpStatus.CONFLICT).body(Map.of("message", e.getMessage()));
    }

    private Paper readable(String id) {
        Paper paper = find(id).filter(known -> person.ofMerchant() || known.health()
                        ? mayRead.includes(known)
                        : person.opensCases() || hasTask(known))
                .orElseThrow(() -> missing("paper.not-here"));
        if (!mayRead.includes(paper)) {
            throw closed(paper.kind());
        }
        return paper;
    }

    private ResponseStatusException closed(String kind) {
        return new ResponseStatusException(
                HttpStatus.FORBIDDEN,
                sentences.say(PaperKind.namesDocument(kind) ? "paper.document" : "paper.identity"));
    }

    private Optional<Paper> find(String id) {
        return id.matches("[1-9]\\d{0,17}") ? papers.find(Long.parseLong(id)) : Optional.empty();
    }

    private long caseOf(String taskId) {
        return tasks.find(taskId).map(CaseTask::complaintId).orElseThrow(() -> missing("paper.no-task"));
    }

    private boolean hasTask(Paper paper) {
        return complaints
                .find(paper.complaintId())
                .filter(complaint -> !tasks.readable(complaint.number()).isEmpty())
                .isPresent();
    }

    private CasePapers shown(long complaintId) {
        return new CasePapers(
                papers.of(complaintId).stream()
                        .filter(mayRead::includes)
                        .map(this::printed)
                        .toList(),
                papers.printable(complaintId).stream()
                        .filter(kind -> mayRead.includes(complaintId, kind))
                        .map(PaperKind::name)
                        .map(kind -> new Kind(kind, papers.name(kind)))
                        .toList());
    }

    private Printed printed(Paper paper) {
        return new Printed(
                paper.id(),
                paper.kind(),
                papers.name(paper.kind()),
                paper.number(),
                paper.revision(),
                words.of(paper.printedAt()),
                words.person(paper.printedBy()),
                paper.pages(),
                paper.holders(),
                !paper.awaitsSignature() ? "printed" : paper.signatureMissing() ? "awaits-signature" : "signed",
                paper.signedByAttachment(),
                "/api/papers/" + paper.id());
    }

    private ResponseStatusException missing(String sentence, Object... arguments) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, sentences.say(sentence, arguments));
    }

    /** No browser keeps what it says of customers. */
    private static <T> ResponseEntity<T> unkept(T body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }
}
