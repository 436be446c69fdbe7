package io.redress.casefile.paper;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.redress.casefile.CaseFile;
import io.redress.casefile.Fact;
import io.redress.casefile.Note;
import io.redress.casefile.RefusedCase;
import io.redress.casefile.attachment.Attachment;
import io.redress.casefile.attachment.Attachments;
import io.redress.casefile.complaint.Complaint;
import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.health.HealthFiles;
import io.redress.casefile.health.HealthRecords;
import io.redress.casefile.reading.ValueFormatter;
import io.redress.language.Sentences;
import io.redress.people.Person;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The papers of the cases: printed, numbered and kept. What was printed stays as it was; printed again, a paper that would say
 * the same by the same template is the one that is kept, any other is its next revision.
 */
@Service
public class Papers implements HealthFiles {

    /** What admins see of a paper that the course of a case could not print. */
    public static final String NOT_PRINTED = "paper-not-printed";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private final List<PaperContent> contents;
    private final PaperStore store;
    private final PaperFolder folder;
    private final PaperPress press;
    private final PaperCopies copies;
    private final Complaints complaints;
    private final Attachments attachments;
    private final CaseFile caseFile;
    private final HealthRecords health;
    private final ValueFormatter words;
    private final Person person;
    private final Sentences sentences;
    private final Clock clock;

    Papers(
            List<PaperContent> contents,
            PaperStore store,
            PaperFolder folder,
            PaperPress press,
            PaperCopies copies,
            Complaints complaints,
            Attachments attachments,
            CaseFile caseFile,
            HealthRecords health,
            ValueFormatter words,
            Person person,
            Sentences sentences,
            Clock clock) {
        this.contents = contents.stream()
                .sorted(Comparator.comparing(content -> content.kind().name()))
                .toList();
        this.store = store;
        this.folder = folder;
        this.press = press;
        this.copies = copies;
        this.complaints = complaints;
        this.attachments = attachments;
        this.caseFile = caseFile;
        this.health = health;
        this.words = words;
        this.person = person;
        this.sentences = sentences;
        this.clock = clock;
    }

    /** Every kind that can be printed. */
    public List<PaperKind> kinds() {
        return contents.stream().map(PaperContent::kind).toList();
    }

    /** The kinds of which the case has something to print. */
    public List<PaperKind> printable(long complaintId) {
        return contents.stream()
                .filter(content -> !content.subjects(complaintId).isEmpty())
                .map(PaperContent::kind)
                .toList();
    }

    /**
     * Prints every paper of that kind that the case has.
     *
     * @return each in its newest revision
     * @throws RefusedCase when there is no such kind, or nothing to print of it
     * @throws InvalidPaper when its template can't be printed
     */
    @Transactional
    public List<Paper> print(long complaintId, String kind) {
        List<String> subjects = content(kind).subjects(complaintId);
        if (subjects.isEmpty()) {
            throw new RefusedCase(sentences.say("paper.nothing-to-print", name(kind)));
        }
        return subjects.stream()
                .map(subject -> print(complaintId, kind, subject))
                .toList();
    }

    /**
     * Prints one paper by the course of its case, which no template holds up: whoever mends that prints it by hand.
     *
     * @return why it could not be printed; nothing when it was
     */
    @Transactional
    public Optional<String> printInCourse(long complaintId, String kind, String subject) {
        try {
            print(complaintId, kind, subject);
            return Optional.empty();
        } catch (InvalidPaper e) {
            return Optional.of(sentences.say("paper.by-hand", e.getMessage()));
        }
    }

    /**
     * Prints one paper; the same again as long as it would say the same.
     *
     * @throws RefusedCase when there is no such kind
     * @throws InvalidPaper when its template can't be printed
     */
    @Transactional
    public Paper print(long complaintId, String kind, String subject) {
        complaints.lock(Set.of(complaintId));
        PaperContent content = content(kind);
        Complaint complaint = complaints.find(complaintId).orElseThrow();
        PaperTemplate template = folder.template(kind);
        Map<String, Object> facts = new HashMap<>(content.facts(complaintId, subject));
        facts.put("number", complaint.number());
        facts.put("site", words.site(complaint.site()));
        facts.put("title", name(kind));
        List<String> holders = copies.holders(kind, content.copiesAs(complaintId, subject, complaint.route())).stream()
                .map(holder -> holder(holder, content.department(complaintId, subject)))
                .toList();
        String version = version(facts, holders, template);
        List<Paper> ofTheKind = store.of(complaintId).stream()
                .filter(paper -> paper.kind().equals(kind))
                .toList();
        Optional<Paper> newest = ofTheKind.stream()
                .filter(paper -> paper.subject().equals(subject))
                .reduce((earlier, later) -> later);
        return newest.filter(paper -> paper.contentVersion().equals(version)).orElseGet(() -> {
            String number = newest.map(Paper::number)
                    .orElseGet(() -> complaint.number() + "-" + content.kind().code()
                            + (1
                                    + ofTheKind.stream()
                                            .map(Paper::subject)
                                            .distinct()
                                            .count()));
            int revision = newest.map(Paper::revision).orElse(0) + 1;
            Instant now = clock.instant();
            if (content.kind().health()) {
                health.restart(complaintId, now);
            }
            PaperRenderer.Printed printed = print(template, facts, number, revision, holders, now);
            return store.add(
                    new Paper(
                            0,
                            complaintId,
                            kind,
                            subject,
                            number,
                            revision,
                            sentences.language().code(),
                            template.version(),
                            version,
                            sha256(printed.pdf()),
                            printed.pages(),
                            holders,
                            content.kind().identity(),
                            content.kind().health(),
                            now,
                            person.login(),
                            content.kind().signed(),
                            null),
                    printed.pdf());
        });
    }

    /**
     * A paper as its template would print it now, marked as a trial; nothing is kept.
     *
     * @param facts what it says, with the case’s number and its site
     */
    public byte[] preview(String kind, Map<String, Object> facts) {
        content(kind);
        Map<String, Object> said = new HashMap<>(facts);
        said.put("title", name(kind));
        List<String> holders = copies.holders(kind, null).stream()
                .map(holder -> holder(holder, ""))
                .toList();
        return print(folder.template(kind), said, sentences.say("paper.trial"), 1, holders, clock.instant())
                .pdf();
    }

    /** The same for what the case has to print, the first of each kind. */
    @Transactional(readOnly = true)
    public byte[] preview(String kind, long complaintId) {
        PaperContent content = content(kind);
        String subject = content.subjects(complaintId).stream()
                .findFirst()
                .orElseThrow(() -> new RefusedCase(sentences.say("paper.nothing-to-print", name(kind))));
        Complaint complaint = complaints.find(complaintId).orElseThrow();
        Map<String, Object> facts = new HashMap<>(content.facts(complaintId, subject));
        facts.put("number", complaint.number());
        facts.put("site", words.site(complaint.site()));
        return preview(kind, facts);
    }

    /** The papers of a case, the oldest first. */
    public List<Paper> of(long complaintId) {
        return store.of(complaintId);
    }

    public Optional<Paper> find(long id) {
        return store.find(id);
    }

    /** The PDF as it was printed. */
    public Optional<byte[]> pdf(long id) {
        return store.pdf(id);
    }

    /** What people call a kind of paper. */
    public String name(String kind) {
        return sentences.say("paper.kind-" + content(kind).kind().name());
    }

    /** The groups that hold a copy of a paper of that kind in this case. */
    public Set<String> holders(long complaintId, String kind) {
        PaperContent content = content(kind);
        String route = complaints.find(complaintId).orElseThrow().route();
        return content.subjects(complaintId).stream()
                .flatMap(subject -> copies.holders(kind, content.copiesAs(complaintId, subject, route)).stream())
                .filter(holder -> !PaperCopies.ROLES.contains(holder))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * A signed original of the paper has come back, as that attachment of its case shows. A later scan takes its place, since
     * the first may be unreadable and its task done; the file of the case says so.
     *
     * @throws RefusedCase when there is no such paper, it is not to be signed, or the attachment is not a scan in its case
     */
    @Transactional
    public Paper signed(long paperId, String attachmentId) {
        long complaintId = known(paperId).complaintId();
        complaints.lock(Set.of(complaintId));
        Paper paper = known(paperId);
        if (complaints.find(complaintId).orElseThrow().closed()) {
            throw new RefusedCase(sentences.say("paper.closed"));
        }
        Attachment scan = attachments
                .find(attachmentId)
                .filter(found -> found.complaintId() == complaintId)
                .filter(found -> found.type().scan())
                .orElseThrow(() -> new RefusedCase(sentences.say("paper.no-scan")));
        if (!paper.awaitsSignature()) {
            throw new RefusedCase(sentences.say("paper.not-signed", name(paper.kind()), paper.number()));
        }
        if (!attachmentId.equals(paper.signedByAttachment())) {
            store.signed(paperId, attachmentId);
            if (paper.health()) {
                attachments.showsHealth(scan);
            }
            note(paper, scan);
        }
        return store.find(paperId).orElseThrow();
    }

    @Override
    public void erase(long complaintId) {
        store.eraseHealth(complaintId);
    }

    private Paper known(long paperId) {
        return store.find(paperId)
                .orElseThrow(() -> new RefusedCase(sentences.say("paper.unknown", Long.toString(paperId))));
    }

    private void note(Paper paper, Attachment scan) {
        Map<Fact, Object> facts = new HashMap<>();
        facts.put(PaperNotes.PAPER, name(paper.kind()) + " " + paper.number());
        facts.put(PaperNotes.SCAN, scan.name());
        facts.put(PaperNotes.BY, person.login());
        Optional<Attachment> earlier =
                Optional.ofNullable(paper.signedByAttachment()).flatMap(attachments::find);
        earlier.ifPresent(replaced -> facts.put(PaperNotes.REPLACED, replaced.name()));
        Note note = earlier.isPresent() ? PaperNotes.SCAN_REPLACED : PaperNotes.SIGNED;
        if (paper.health()
                || scan.health()
                || earlier.filter(Attachment::health).isPresent()) {
            caseFile.noteApart(paper.complaintId(), note, facts, clock.instant());
        } else {
            caseFile.note(paper.complaintId(), note, facts, clock.instant());
        }
    }

    private PaperRenderer.Printed print(
            PaperTemplate template,
            Map<String, Object> facts,
            String number,
            int revision,
            List<String> holders,
            Instant now) {
        List<Map<String, Object>> filled = new ArrayList<>();
        for (String holder : holders) {
            Map<String, Object> copy = new HashMap<>(facts);
            copy.put("paperNumber", number);
            copy.put("revision", Integer.toString(revision));
            copy.put("printedAt", words.of(now));
            copy.put("holder", holder);
            copy.put("copy", Integer.toString(filled.size() + 1));
            copy.put("copies", Integer.toString(holders.size()));
            filled.add(copy);
        }
        return press.print(template, filled, now);
    }

    private String holder(String holder, String department) {
        if (holder.equals("department") && !department.isEmpty()) {
            return words.groups(Set.of(department));
        }
        return PaperCopies.ROLES.contains(holder)
                ? sentences.say("paper.holder-" + holder)
                : words.groups(Set.of(holder));
    }

    private PaperContent content(String kind) {
        return contents.stream()
                .filter(content -> content.kind().name().equals(kind))
                .findFirst()
                .orElseThrow(() -> new RefusedCase(sentences.say("paper.unknown-kind")));
    }

    private static String version(Map<String, Object> facts, List<String> holders, PaperTemplate template) {
        try {
            return sha256(JSON.writeValueAsBytes(List.of(facts, holders, template.version())));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(PaperFolder.sha256().digest(bytes));
    }
}
