package io.redress.casefile.attachment;

import io.redress.casefile.CaseFile;
import io.redress.casefile.Fact;
import io.redress.casefile.Note;
import io.redress.casefile.attachment.AttachmentFolder.Received;
import io.redress.casefile.attachment.RefusedAttachment.Reason;
import io.redress.casefile.complaint.Complaint;
import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.health.HealthFiles;
import io.redress.casefile.health.HealthTasks;
import io.redress.language.Sentences;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The files of cases: what people and programs attach, kept as it came and never run. Bytes come first, the row that knows
 * them last; what is stopped between the two is known to nobody and swept away.
 */
@Service
public class Attachments implements HealthFiles {

    private static final Logger LOG = LoggerFactory.getLogger(Attachments.class);

    private final AttachmentStore store;
    private final AttachmentFolder folder;
    private final FolderGuard guard;
    private final Complaints complaints;
    private final CaseFile caseFile;
    private final HealthTasks healthTasks;
    private final TransactionTemplate transaction;
    private final Sentences sentences;
    private final Clock clock;
    private final long largest;
    private final FileTypes types = new FileTypes();
    private final Legibility legibility = new Legibility();
    private final Previews previews = new Previews();

    Attachments(
            AttachmentStore store,
            AttachmentFolder folder,
            FolderGuard guard,
            Complaints complaints,
            CaseFile caseFile,
            HealthTasks healthTasks,
            TransactionTemplate transaction,
            AttachmentProperties properties,
            Sentences sentences,
            Clock clock) {
        this.store = store;
        this.folder = folder;
        this.guard = guard;
        this.complaints = complaints;
        this.caseFile = caseFile;
        this.healthTasks = healthTasks;
        this.transaction = transaction;
        this.largest = properties.largest().toBytes();
        this.sentences = sentences;
        this.clock = clock;
    }

    /**
     * What became of a file.
     *
     * @param already the case had it before: it is that one
     * @param again it had it from elsewhere: from now on it is evidence at this task, too
     */
    public record Attached(Attachment attachment, boolean already, boolean again) {}

    /**
     * A file, on its way.
     *
     * @param name what it is called by who sends it; null or a path at worst
     * @param shows what it shows; null or empty where that is not said
     * @param length in bytes, as announced; negative where it is not
     */
    public record Sent(String name, String shows, long length, InputStream content) {}

    /** Bytes that one file may have at most. */
    public long largest() {
        return largest;
    }

    /** The attachments of a case, the oldest first. */
    public List<Attachment> of(long complaintId) {
        return store.of(complaintId);
    }

    public Optional<Attachment> find(String id) {
        return store.find(id);
    }

    /** Whether something was attached at that task. */
    public boolean anyMadeAt(String taskId) {
        return store.anyMadeAt(taskId);
    }

    /**
     * Takes in a file and keeps it with a case, once for the same bytes; attached at a further task, they are evidence there,
     * too.
     *
     * @param where asked before anything is read, and again under the lock of the case: a long upload may come too late
     * @throws RefusedAttachment when it can't be kept; nothing of it is left behind
     */
    public Attached attach(Supplier<Origin> where, Sent sent, String who) {
        Origin origin = where.get();
        takesMore(origin);
        if (sent.length() > largest) {
            throw tooLarge();
        }
        if (!guard.sees()) {
            throw refused(Reason.STORE, "attachment.store-away");
        }
        try (Received received = folder.receive(sent.content(), largest)) {
            return keep(where, sent, who, received);
        } catch (AttachmentFolder.TooLong e) {
            throw tooLarge();
        } catch (AttachmentFolder.CutShort e) {
            throw refused(Reason.WRONG, "attachment.cut-short");
        } catch (IOException e) {
            LOG.error("an attachment could not be written", e);
            throw refused(Reason.STORE, "attachment.store-full");
        }
    }

    private Attached keep(Supplier<Origin> where, Sent sent, String who, Received received) throws IOException {
        String name = name(sent.name());
        if (received.bytes() == 0) {
            throw refused(Reason.WRONG, "attachment.empty", name);
        }
        FileTypes.Found found = types.of(received.file());
        if (found.more()) {
            throw refused(Reason.KIND, "attachment.document-with-more", name, found.found());
        }
        FileType type = found.type()
                .orElseThrow(() -> refused(
                        Reason.KIND,
                        "attachment.kind",
                        name,
                        sentences.say("attachment.kind-" + kind(found)),
                        found.found()));
        if (!legibility.of(received.file(), type)) {
            throw refused(Reason.WRONG, "attachment.illegible", name);
        }
        String id = UUID.randomUUID().toString();
        boolean kept = false;
        folder.keep(received, id);
        try {
            boolean preview = previews.make(folder.file(id), type, folder.preview(id));
            Attached attached = transaction.execute(status -> {
                complaints.lock(Set.of(where.get().complaintId()));
                Origin origin = where.get();
                takesMore(origin);
                Optional<Attachment> same = store.same(origin.complaintId(), received.sha256());
                return same.map(earlier -> again(origin, earlier, who))
                        .orElseGet(() -> new Attached(
                                add(origin, id, name, sent.shows(), type, received, preview, who), false, false));
            });
            kept = !attached.already();
            return attached;
        } finally {
            if (!kept) {
                folder.forget(id);
            }
        }
    }

    private Attached again(Origin origin, Attachment earlier, String who) {
        boolean again = origin.taskId() != null && !earlier.tasks().contains(origin.taskId());
        if (again) {
            Instant now = clock.instant();
            boolean health = earlier.health() || health(origin);
            if (health) {
                store.showsHealth(earlier.id());
            }
            store.addAgain(
                    earlier.id(), new Attachment.Again(origin.process(), origin.step(), origin.taskId(), who, now));
            note(AttachmentNotes.AGAIN, earlier, health, who, now);
        }
        return new Attached(earlier, true, again);
    }

    private void note(Note note, Attachment attachment, boolean health, String who, Instant now) {
        note(
                attachment.complaintId(),
                note,
                health,
                Map.of(AttachmentNotes.NAME, attachment.name(), AttachmentNotes.BY, who),
                now);
    }

    /** What a file is called says what it shows. */
    private void note(long complaintId, Note note, boolean health, Map<Fact, Object> facts, Instant now) {
        if (health) {
            caseFile.noteApart(complaintId, note, facts, now);
        } else {
            caseFile.note(complaintId, note, facts, now);
        }
    }

    /** What comes with a complaint in which somebody says how somebody is may show it. */
    private boolean health(Origin origin) {
        return origin.taskId() == null
                ? complaints.find(origin.complaintId()).orElseThrow().health()
                : healthTasks.asks(origin.taskId());
    }

    private Attachment add(
            Origin origin,
            String id,
            String name,
            String shows,
            FileType type,
            Received received,
            boolean preview,
            String who) {
        String words = shows == null ? "" : FileName.cut(FileName.words(shows), FileName.LONGEST_WORDS);
        Attachment attachment = new Attachment(
                id,
                origin.complaintId(),
                origin.process(),
                origin.step(),
                origin.taskId(),
                name,
                words.isEmpty() ? null : words,
                type,
                received.bytes(),
                received.sha256(),
                preview,
                who,
                clock.instant(),
                health(origin),
                List.of());
        store.add(attachment);
        Map<Fact, Object> facts = new LinkedHashMap<>();
        facts.put(AttachmentNotes.NAME, name);
        if (attachment.shows() != null) {
            facts.put(AttachmentNotes.SHOWS, attachment.shows());
        }
        facts.put(AttachmentNotes.BY, who);
        note(origin.complaintId(), AttachmentNotes.ATTACHED, attachment.health(), facts, attachment.attachedAt());
        return attachment;
    }

    /**
     * Takes back what was attached by mistake: only who attached it may, while the task is open at which they did; at each
     * such task. Where somebody else attached the same, it stays. That it was there, and that it is gone, stays in the file
     * of the case.
     *
     * @param open whether that person can still see a task
     * @throws RefusedAttachment when it is not theirs, or too late
     */
    public void takeBack(String id, String who, Predicate<String> open) {
        Attachment known = store.find(id).orElseThrow(() -> refused(Reason.UNKNOWN, "attachment.unknown"));
        boolean gone = Boolean.TRUE.equals(transaction.execute(status -> {
            complaints.lock(Set.of(known.complaintId()));
            // Somebody may have attached it again, or taken it back, meanwhile.
            Optional<Attachment> now = store.find(id);
            if (!mayTakeBack(now.orElse(known), who, open)) {
                throw refused(Reason.LATE, "attachment.not-taken-back", known.name());
            }
            now.ifPresent(attachment -> {
                takeAway(attachment, who, open);
                note(AttachmentNotes.TAKEN_BACK, attachment, attachment.health(), who, clock.instant());
            });
            return store.find(id).isEmpty();
        }));
        if (gone) {
            sweepAway(id);
        }
    }

    /** From now on it is seen by those only who may read how somebody is; under the lock of its case. */
    public void showsHealth(Attachment attachment) {
        if (!attachment.health()) {
            store.showsHealth(attachment.id());
        }
    }

    @Override
    public void erase(long complaintId) {
        List<String> ids = store.of(complaintId).stream()
                .filter(Attachment::health)
                .map(Attachment::id)
                .toList();
        ids.forEach(store::remove);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                ids.forEach(Attachments.this::sweepAway);
            }
        });
    }

    /** Where it can't be now, it is swept away later, since no case knows it. */
    private void sweepAway(String id) {
        try {
            folder.forget(id);
        } catch (IOException e) {
            LOG.warn("an attachment that is gone is to be swept away later: {}", e.toString());
        }
    }

    private void takeAway(Attachment attachment, String who, Predicate<String> open) {
        List<Attachment.Again> stays = new ArrayList<>();
        for (Attachment.Again again : attachment.again()) {
            if (again.attachedBy().equals(who) && open.test(again.taskId())) {
                store.removeAgain(attachment.id(), again.taskId());
            } else {
                stays.add(again);
            }
        }
        if (firstIsTheirs(attachment, who, open)) {
            if (stays.isEmpty()) {
                store.remove(attachment.id());
            } else {
                store.move(attachment.id(), stays.get(0));
            }
        }
    }

    public boolean mayTakeBack(Attachment attachment, String who, Predicate<String> open) {
        return firstIsTheirs(attachment, who, open)
                || attachment.again().stream()
                        .anyMatch(again -> again.attachedBy().equals(who) && open.test(again.taskId()));
    }

    private static boolean firstIsTheirs(Attachment attachment, String who, Predicate<String> open) {
        return attachment.attachedBy().equals(who) && attachment.taskId() != null && open.test(attachment.taskId());
    }

    /**
     * Where the bytes of an attachment, or those of its small picture, stand.
     *
     * @throws RefusedAttachment when the folder can't be reached, or holds no such file
     */
    public Path bytes(Attachment attachment, boolean preview) {
        Path file = preview ? folder.preview(attachment.id()) : folder.file(attachment.id());
        if (preview && !attachment.preview()) {
            throw refused(Reason.UNKNOWN, "attachment.unknown");
        }
        if (!Files.isReadable(file)) {
            LOG.error("attachment {} is not in its folder", attachment.id());
            throw refused(Reason.STORE, "attachment.store-away");
        }
        return file;
    }

    private void takesMore(Origin origin) {
        Complaint complaint = complaints.find(origin.complaintId()).orElseThrow();
        if (complaint.closed()) {
            throw refused(Reason.LATE, "attachment.closed", complaint.number());
        }
        // What was agreed before goes on, and its steps may need evidence.
        if (Complaint.WITHDRAWN.equals(complaint.ending()) && origin.taskId() == null) {
            throw refused(Reason.LATE, "attachment.withdrawn", complaint.number());
        }
    }

    private String name(String given) {
        String name = given == null ? "" : FileName.of(given);
        return name.isEmpty() ? sentences.say("attachment.unnamed") : name;
    }

    /** What it is, in the words of people. */
    private static String kind(FileTypes.Found found) {
        String type = found.found();
        if (type.equals("text/html") || type.equals("application/xhtml+xml")) {
            return "page";
        }
        if (type.equals("image/svg+xml")) {
            return "drawing";
        }
        if (type.startsWith("video/") || type.startsWith("audio/")) {
            return "recording";
        }
        if (type.startsWith("image/")) {
            return "picture";
        }
        if (type.contains("zip")
                || type.contains("rar")
                || type.contains("7z")
                || type.contains("ooxml")
                || type.contains("tar")) {
            return "archive";
        }
        if (type.contains("msdownload")
                || type.contains("executable")
                || type.contains("x-sh")
                || type.contains("elf")
                || type.contains("dosexec")
                || type.contains("sharedlib")) {
            return "program";
        }
        return "other";
    }

    private RefusedAttachment tooLarge() {
        return refused(Reason.TOO_LARGE, "attachment.too-large", largest / (1024 * 1024));
    }

    private RefusedAttachment refused(Reason reason, String sentence, Object... arguments) {
        return new RefusedAttachment(reason, sentences.say(sentence, arguments));
    }
}
