package io.redress.web;

import io.redress.casefile.attachment.Attachment;
import io.redress.casefile.attachment.Attachments;
import io.redress.casefile.attachment.Attachments.Attached;
import io.redress.casefile.attachment.Attachments.Sent;
import io.redress.casefile.attachment.FileType;
import io.redress.casefile.attachment.Origin;
import io.redress.casefile.attachment.RefusedAttachment;
import io.redress.casefile.complaint.Complaint;
import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.handover.CaseTasks;
import io.redress.casefile.handover.CaseTasks.CaseTask;
import io.redress.casefile.health.Door;
import io.redress.casefile.health.HealthRecords;
import io.redress.casefile.intake.Registrar;
import io.redress.language.Sentences;
import io.redress.people.Person;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.core.io.PathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * The files of cases over HTTP. A file comes as the body of a request and nothing else, so that it is never held in memory;
 * it is given out in a way that no browser runs anything of it.
 */
@RestController
class AttachmentsApi {

    /** Whatever is in it, it may load nothing, run nothing, and knows of no login. */
    private static final String NOTHING_RUNS = "sandbox; default-src 'none'; style-src 'unsafe-inline'";

    /** The same for PDF, which browsers show by a program of their own, walled off by itself: in a sandbox they show nothing. */
    static final String ONLY_THE_VIEWER = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'";

    private final Attachments attachments;
    private final CaseTasks tasks;
    private final Complaints complaints;
    private final Registrar registrar;
    private final Person person;
    private final AttachmentFormatter words;
    private final ShownAttachments shown;
    private final HealthRecords health;
    private final Sentences sentences;

    AttachmentsApi(
            Attachments attachments,
            CaseTasks tasks,
            Complaints complaints,
            Registrar registrar,
            Person person,
            AttachmentFormatter words,
            ShownAttachments shown,
            HealthRecords health,
            Sentences sentences) {
        this.attachments = attachments;
        this.tasks = tasks;
        this.complaints = complaints;
        this.registrar = registrar;
        this.person = person;
        this.words = words;
        this.shown = shown;
        this.health = health;
        this.sentences = sentences;
    }

    /** Those of the case of a task, the oldest first, to whoever may read the task. */
    @GetMapping("/api/tasks/{taskId}/attachments")
    ResponseEntity<List<AttachmentFormatter.Line>> ofTask(@PathVariable String taskId) {
        Complaint complaint = complaints.find(task(taskId).complaintId()).orElseThrow();
        List<Attachment> seen = shown.of(complaint.id());
        seen.stream().filter(Attachment::health).findAny().ifPresent(this::read);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(words.lines(seen, person.login(), tasks.readable(complaint.number())::contains));
    }

    /** Attaches the body at a task; the same bytes again are the attachment that the case has already, and evidence here, too. */
    @PutMapping("/api/tasks/{taskId}/attachments")
    ResponseEntity<Map<String, Object>> attach(
            @PathVariable String taskId,
            @RequestParam(required = false) String name,
            @RequestParam(required = false) String shows,
            HttpServletRequest request) {
        return attached(
                () -> {
                    CaseTask task = task(taskId);
                    return new Origin(task.complaintId(), task.process(), task.step(), task.id());
                },
                name,
                shows,
                request);
    }

    /** Attaches the body to a complaint, for the login that posted it. */
    @PutMapping("/api/complaints/{number}/attachments")
    ResponseEntity<Map<String, Object>> post(
            @PathVariable String number,
            @RequestParam(required = false) String name,
            @RequestParam(required = false) String shows,
            HttpServletRequest request) {
        if (!registrar.admits()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN, sentences.say("attachment.not-yours"));
        }
        return attached(() -> Origin.posted(posted(number).id()), name, shows, request);
    }

    private ResponseEntity<Map<String, Object>> attached(
            Supplier<Origin> where, String name, String shows, HttpServletRequest request) {
        try (InputStream content = request.getInputStream()) {
            Attached attached = asked(() -> attachments.attach(
                    where, new Sent(name, shows, request.getContentLengthLong(), content), person.login()));
            Attachment attachment = attached.attachment();
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("id", attachment.id());
            answer.put("name", attachment.name());
            answer.put("type", attachment.type().mediaType());
            answer.put("bytes", attachment.bytes());
            answer.put("sha256", attachment.sha256());
            answer.put("already", attached.already());
            if (attached.again()) {
                answer.put("again", true);
            }
            return ResponseEntity.status(attached.already() ? HttpStatus.OK : HttpStatus.CREATED)
                    .body(answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file itself. */
    @GetMapping("/api/attachments/{id}")
    ResponseEntity<Resource> open(@PathVariable String id) {
        Attachment attachment = readable(id);
        read(attachment);
        return given(
                attachment, false, attachment.type().inline(), attachment.type().mediaType());
    }

    /** The small picture of a picture. */
    @GetMapping("/api/attachments/{id}/preview")
    ResponseEntity<Resource> preview(@PathVariable String id) {
        Attachment attachment = readable(id);
        read(attachment);
        return given(
                attachment,
                true,
                true,
                (attachment.type() == FileType.JPEG ? FileType.JPEG : FileType.PNG).mediaType());
    }

    @DeleteMapping("/api/attachments/{id}")
    ResponseEntity<Void> takeBack(@PathVariable String id) {
        String attached = readable(id).id();
        asked(() -> {
            attachments.takeBack(attached, person.login(), this::sees);
            return null;
        });
        return ResponseEntity.noContent().build();
    }

    private ResponseEntity<Resource> given(Attachment attachment, boolean preview, boolean inline, String type) {
        Resource bytes = new PathResource(asked(() -> attachments.bytes(attachment, preview)));
        ContentDisposition disposition = (inline ? ContentDisposition.inline() : ContentDisposition.attachment())
                .filename(attachment.downloadName(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("X-Content-Type-Options", "nosniff")
                .header(
                        "Content-Security-Policy",
                        FileType.PDF.mediaType().equals(type) ? ONLY_THE_VIEWER : NOTHING_RUNS)
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .body(bytes);
    }

    /** As the panel shows it: to whoever has a task of the case, and to those who may open every case. */
    private Attachment readable(String id) {
        return attachments
                .find(id)
                .filter(attachment -> attachment.health()
                        || person.opensCases()
                        || person.ofMerchant()
                        || hasTask(attachment.complaintId()))
                .filter(shown::includes)
                .orElseThrow(
                        () -> new ResponseStatusException(HttpStatus.NOT_FOUND, sentences.say("attachment.unknown")));
    }

    private void read(Attachment attachment) {
        if (attachment.health()) {
            health.read(attachment.complaintId(), Door.ATTACHMENT);
        }
    }

    private boolean hasTask(long complaintId) {
        return complaints
                .find(complaintId)
                .filter(complaint -> !tasks.readable(complaint.number()).isEmpty())
                .isPresent();
    }

    private CaseTask task(String taskId) {
        return tasks.find(taskId)
                .orElseThrow(
                        () -> new ResponseStatusException(HttpStatus.NOT_FOUND, sentences.say("attachment.no-task")));
    }

    private boolean sees(String taskId) {
        return tasks.find(taskId).isPresent();
    }

    /** Another's complaint is as unknown as one that is not there. */
    private Complaint posted(String number) {
        return complaints
                .find(number)
                .filter(complaint -> complaint.registeredBy().equals(person.login()))
                .orElseThrow(() ->
                        new ResponseStatusException(HttpStatus.NOT_FOUND, sentences.say("attachment.no-case", number)));
    }

    private static <T> T asked(Supplier<T> work) {
        try {
            return work.get();
        } catch (RefusedAttachment e) {
            throw new ResponseStatusException(
                    switch (e.reason()) {
                        case UNKNOWN -> HttpStatus.NOT_FOUND;
                        case WRONG -> HttpStatus.BAD_REQUEST;
                        case TOO_LARGE -> HttpStatus.PAYLOAD_TOO_LARGE;
                        case KIND -> HttpStatus.UNSUPPORTED_MEDIA_TYPE;
                        case LATE -> HttpStatus.CONFLICT;
                        case STORE -> HttpStatus.SERVICE_UNAVAILABLE;
                    },
                    e.getMessage(),
                    e);
        }
    }
}
