package io.redress.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.redress.casefile.attachment.Attachments;
import io.redress.casefile.complaint.Complaint;
import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.complaint.CoreField;
import io.redress.casefile.complaint.Link;
import io.redress.casefile.complaint.Links;
import io.redress.casefile.deadline.Deadline;
import io.redress.casefile.deadline.DeadlineFormatter;
import io.redress.casefile.deadline.DeadlineState;
import io.redress.casefile.deadline.Deadlines;
import io.redress.casefile.deadline.Urgency;
import io.redress.casefile.entry.Entries;
import io.redress.casefile.entry.Entry;
import io.redress.casefile.handover.CaseTasks;
import io.redress.casefile.handover.CaseTasks.CaseTask;
import io.redress.casefile.health.Door;
import io.redress.casefile.health.HealthRecords;
import io.redress.casefile.insurance.ClaimFormatter;
import io.redress.casefile.insurance.InsuranceClaims;
import io.redress.casefile.message.Message;
import io.redress.casefile.message.Messages;
import io.redress.casefile.reading.EntryFormatter;
import io.redress.casefile.reading.ValueFormatter;
import io.redress.casefile.repayment.Repayments;
import io.redress.form.Personal;
import io.redress.language.Sentences;
import io.redress.people.Person;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * The case of a task, as the panel beside its form shows it, to whoever may read the task. What says who somebody is
 * goes only to those who may open every case, and what speaks of health to those who may read that; who the customer is and how they are reached, to those who
 * speak with customers, too. A merchant sees what it is about, and what is its own.
 */
@RestController
class CasePanelApi {

    /** What the panel says at its top, in this order; keys as forms have them. */
    private static final List<String> CUSTOMER = List.of(CoreField.CUSTOMER_NAME.key(), CoreField.PHONE.key());

    private static final List<String> MATTER = List.of(
            CoreField.PRODUCT.key(),
            CoreField.MODEL.key(),
            CoreField.ORDER_NUMBER.key(),
            CoreField.AMOUNT_CLAIMED.key(),
            CoreField.EXPECTATION.key(),
            CoreField.DESCRIPTION.key());

    /** Advance, payout, repayment and shortfall, where an insurer takes part. */
    private static final String INSURANCE = "insurance";

    /** The routes on which one does: of all others it is not asked. */
    private static final Set<String> WITH_AN_INSURER = Set.of("responsibility-decision", "customer-injury");

    /** What no column has: the newest entry that says it counts. */
    private static final List<String> PROMISED = List.of("promisedOn", "promiseWords");

    /** What a merchant needs to know which purchase it is about; not the words of the customer, who may speak of anything. */
    private static final Set<String> OF_MERCHANTS = Set.of(
            "site",
            CoreField.CATEGORY.key(),
            CoreField.PRODUCT.key(),
            CoreField.MODEL.key(),
            CoreField.ORDER_NUMBER.key(),
            CoreField.AMOUNT_CLAIMED.key());

    /** As many as one looks through. */
    private static final int EARLIER = 20;

    private final CaseTasks tasks;
    private final Complaints complaints;
    private final Entries entries;
    private final HealthRecords health;
    private final Deadlines deadlines;
    private final Messages messages;
    private final Links links;
    private final Attachments attachments;
    private final ShownAttachments shown;
    private final InsuranceClaims claims;
    private final ClaimFormatter claimWords;
    private final Repayments repayments;
    private final Person person;
    private final ValueFormatter words;
    private final EntryFormatter entryWords;
    private final DeadlineFormatter deadlineWords;
    private final AttachmentFormatter fileWords;
    private final Sentences sentences;
    private final Clock clock;

    CasePanelApi(
            CaseTasks tasks,
            Complaints complaints,
            Entries entries,
            HealthRecords health,
            Deadlines deadlines,
            Messages messages,
            Links links,
            Attachments attachments,
            ShownAttachments shown,
            InsuranceClaims claims,
            ClaimFormatter claimWords,
            Repayments repayments,
            Person person,
            ValueFormatter words,
            EntryFormatter entryWords,
            DeadlineFormatter deadlineWords,
            AttachmentFormatter fileWords,
            Sentences sentences,
            Clock clock) {
        this.tasks = tasks;
        this.complaints = complaints;
        this.entries = entries;
        this.health = health;
        this.deadlines = deadlines;
        this.messages = messages;
        this.links = links;
        this.attachments = attachments;
        this.shown = shown;
        this.claims = claims;
        this.claimWords = claimWords;
        this.repayments = repayments;
        this.person = person;
        this.words = words;
        this.entryWords = entryWords;
        this.deadlineWords = deadlineWords;
        this.fileWords = fileWords;
        this.sentences = sentences;
        this.clock = clock;
    }

    /**
     * All that is shown; every text is plain and in the language of the installation.
     *
     * @param mayOpen whether the reader may open the page of the case, and of those linked to it
     * @param now by which the reader's own clock is set right
     * @param leading the deadlines that are overdue, then the one that comes next; the longest overdue first; null for a merchant
     * @param deadlines null for a merchant, of whom only its tasks are due
     * @param attachments the newest first
     * @param evidence whether the task is done only when something was attached at it
     * @param largest bytes that a file may have
     * @param injury what is said of anybody's health, the newest first; null, and not there, where the reader may not read it or nothing is
     * @param earlier null where the reader may not open it
     */
    record CasePanel(
            String number,
            boolean mayOpen,
            Instant now,
            String severity,
            List<Fact> facts,
            List<Due> leading,
            List<EntryFormatter.Line> entries,
            @JsonInclude(JsonInclude.Include.NON_NULL) List<EntryFormatter.Line> injury,
            List<Due> deadlines,
            List<AttachmentFormatter.Line> attachments,
            boolean evidence,
            long largest,
            List<Told> messages,
            List<Linked> links,
            Earlier earlier,
            List<OpenTask> tasks) {}

    /** @param name the field's key, by which the page knows it */
    record Fact(String name, String label, String value) {}

    /**
     * A deadline.
     *
     * @param state {@code overdue}, {@code near}, {@code running}, {@code paused} or {@code ended}
     * @param due null where nothing counts down: it is paused, ended or not computable
     * @param near when it begins to be near; null where it does not
     */
    record Due(String name, String line, String state, Instant due, Instant near, List<String> why) {}

    /**
     * Other cases of the same phone or e-mail.
     *
     * @param more how many there are besides
     */
    record Earlier(List<Linked> newest, int more) {}

    /** @param text null where the reader is not to see it */
    record Told(String when, String to, String channel, String state, String subject, String text) {}

    record Linked(String number, String how, String site, String state, String received) {}

    /**
     * @param id null where the reader may not open it
     * @param due by when it is to be done; null where no time is set
     */
    record OpenTask(String id, String name, String whose, String due) {}

    /** Not read-only: whoever reads of an injury is written down. */
    @GetMapping("/api/tasks/{taskId}/case")
    @Transactional
    public ResponseEntity<CasePanel> ofTask(@PathVariable String taskId) {
        CaseTask task = task(taskId);
        // No browser keeps what it says of customers.
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(panel(task, complaints.find(task.complaintId()).orElseThrow(), person.opensCases()));
    }

    /** What goes on in the case, to be drawn; what people wait for first. */
    @GetMapping("/api/tasks/{taskId}/courses")
    @Transactional(readOnly = true)
    public ResponseEntity<List<CaseTasks.Course>> courses(@PathVariable String taskId) {
        Complaint complaint = complaints.find(task(taskId).complaintId()).orElseThrow();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(tasks.courses(complaint.number(), person.opensCases()));
    }

    private CaseTask task(String taskId) {
        return tasks.find(taskId)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, sentences.say("panel.unknown")));
    }

    /** What it is about, and what is its own. */
    private CasePanel panelOfMerchant(CaseTask task, Complaint complaint) {
        return new CasePanel(
                complaint.number(),
                false,
                clock.instant(),
                complaint.severity(),
                facts(complaint, entries.of(complaint.id()), false).stream()
                        .filter(fact -> OF_MERCHANTS.contains(fact.name()))
                        .toList(),
                null,
                List.of(),
                null,
                null,
                newestFirst(fileWords.lines(
                        shown.of(complaint.id()), person.login(), tasks.readable(complaint.number())::contains)),
                task.evidence(),
                attachments.largest(),
                List.of(),
                List.of(),
                null,
                open(complaint, tasks.readable(complaint.number())).stream()
                        .filter(open -> open.id() != null)
                        .toList());
    }

    private CasePanel panel(CaseTask task, Complaint complaint, boolean everything) {
        if (person.ofMerchant()) {
            return panelOfMerchant(task, complaint);
        }
        boolean contact = person.reachesCustomers();
        Set<String> readable = tasks.readable(complaint.number());
        Instant now = clock.instant();
        List<Entry> written = entries.of(complaint.id());
        List<Deadline> counted = deadlines.of(complaint.id());
        return new CasePanel(
                complaint.number(),
                everything,
                now,
                complaint.severity(),
                facts(complaint, written, contact),
                leading(counted, now).map(deadline -> due(deadline, now)).toList(),
                newestFirst(entryWords.lines(written, seen(everything, contact)).stream()
                        .distinct()
                        .toList()),
                injury(complaint),
                counted.stream().map(deadline -> due(deadline, now)).toList(),
                newestFirst(fileWords.lines(shown.of(complaint.id()), person.login(), readable::contains)),
                task.evidence(),
                attachments.largest(),
                newestFirst(messages.of(complaint.id()).stream()
                        .map(message -> told(message, everything, contact))
                        .toList()),
                linked(complaint),
                everything ? earlier(complaint) : null,
                open(complaint, readable));
    }

    private List<EntryFormatter.Line> injury(Complaint complaint) {
        if (!complaint.health() || !health.mayRead(complaint)) {
            return null;
        }
        health.read(complaint.id(), Door.PANEL);
        return newestFirst(entryWords.lines(health.of(complaint.id()), EntryFormatter.HEALTH));
    }

    private Set<Personal> seen(boolean everything, boolean contact) {
        if (everything) {
            return person.seesDocumentNumbers() ? EntryFormatter.EVERYTHING : EntryFormatter.ALL_BUT_DOCUMENTS;
        }
        return contact ? Set.of(Personal.CONTACT) : Set.of();
    }

    private Earlier earlier(Complaint complaint) {
        Complaints.OfTheCustomer found = complaints.ofTheCustomer(complaint.id(), EARLIER);
        return new Earlier(
                found.newest().stream()
                        .map(other -> linked(other, sentences.say("panel.link-earlier")))
                        .toList(),
                found.all() - found.newest().size());
    }

    private Linked linked(Complaint other, String how) {
        return new Linked(
                other.number(),
                how,
                words.site(other.site()),
                words.state(other.state()),
                words.of(other.receivedAt()));
    }

    private List<Fact> facts(Complaint complaint, List<Entry> written, boolean contact) {
        Map<String, Object> said = new LinkedHashMap<>();
        written.forEach(entry -> PROMISED.forEach(key -> {
            if (entry.fields().get(key) != null) {
                said.put(key, entry.fields().get(key));
            }
        }));
        said.putAll(complaints.core(complaint.id()));
        Set<String> shown = Stream.of(List.of(CoreField.CATEGORY.key()), CUSTOMER, MATTER, PROMISED)
                .flatMap(List::stream)
                .collect(Collectors.toSet());
        said.keySet().retainAll(shown);
        Map<String, String> values = new LinkedHashMap<>(entryWords.values(written, said));
        values.put("site", words.site(complaint.site()));
        values.put("state", words.state(complaint.state()));
        if (complaint.severity() != null) {
            values.put("severity", words.severity(complaint.severity()));
        }
        Stream.ofNullable(complaint.route())
                .filter(WITH_AN_INSURER::contains)
                .flatMap(route -> claims.of(complaint.id()).stream())
                .map(claim -> String.join(" → ", claimWords.chain(claim, repayments.repaid(complaint.id()))))
                .forEach(chain -> values.put(INSURANCE, chain));
        return Stream.of(
                        List.of("site", CoreField.CATEGORY.key(), "severity", "state"),
                        CUSTOMER,
                        MATTER,
                        List.of(INSURANCE),
                        PROMISED)
                .flatMap(List::stream)
                .filter(values::containsKey)
                .filter(key -> contact || !CUSTOMER.contains(key))
                .map(key -> new Fact(key, sentences.say("panel.fact-" + key), values.get(key)))
                .toList();
    }

    private static Stream<Deadline> leading(List<Deadline> counted, Instant now) {
        Comparator<Deadline> byDue = Comparator.comparing(Deadline::dueAt);
        return Stream.concat(
                counted.stream()
                        .filter(deadline -> deadline.urgency(now) == Urgency.OVERDUE)
                        .sorted(Comparator.comparing(Deadline::dueAt, Comparator.nullsLast(Comparator.naturalOrder()))),
                counted.stream()
                        .filter(deadline -> deadline.runs() && deadline.urgency(now) != Urgency.OVERDUE)
                        .min(byDue)
                        .stream());
    }

    private Due due(Deadline deadline, Instant now) {
        Urgency urgency = deadline.urgency(now);
        String state = deadline.ended()
                ? "ended"
                : switch (urgency) {
                    case OVERDUE -> "overdue";
                    case AT_RISK -> "near";
                    case NONE -> deadline.state() == DeadlineState.PAUSED ? "paused" : "running";
                };
        boolean counts = urgency == Urgency.OVERDUE || deadline.runs();
        return new Due(
                deadlineWords.name(deadline),
                deadlineWords.line(deadline),
                state,
                counts ? deadline.dueAt() : null,
                counts ? deadline.atRiskAt() : null,
                deadlineWords.explain(deadline));
    }

    private Told told(Message message, boolean everything, boolean contact) {
        return new Told(
                words.of(message.createdAt()),
                message.toGroup()
                        ? words.groups(Set.of(message.group()))
                        : contact ? message.address() : sentences.say("panel.the-customer"),
                sentences.say("message.channel-" + message.channel().code()),
                sentences.say("panel.message-" + message.state().name().toLowerCase(Locale.ROOT)),
                message.subject(),
                // The forms that show it mark it so: it names the customer.
                everything ? message.text() : null);
    }

    private List<Linked> linked(Complaint complaint) {
        List<Link> all = links.of(complaint.id());
        Function<Link, Long> other =
                link -> link.complaintId() == complaint.id() ? link.linkedId() : link.complaintId();
        Map<Long, Complaint> others = complaints.find(all.stream().map(other).collect(Collectors.toSet())).stream()
                .collect(Collectors.toMap(Complaint::id, Function.identity()));
        return all.stream()
                .map(link -> {
                    Complaint found = others.get(other.apply(link));
                    String direction = link.complaintId() == complaint.id() ? "" : "-here";
                    String kind = link.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
                    return linked(found, sentences.say("panel.link-" + kind + direction));
                })
                .toList();
    }

    private List<OpenTask> open(Complaint complaint, Set<String> readable) {
        return tasks.open(complaint.number()).stream()
                .map(task -> new OpenTask(
                        readable.contains(task.id()) ? task.id() : null,
                        task.name(),
                        words.whose(task),
                        task.due() == null ? null : words.of(task.due())))
                .toList();
    }

    private static <T> List<T> newestFirst(List<T> oldestFirst) {
        List<T> newest = new ArrayList<>(oldestFirst);
        Collections.reverse(newest);
        return newest;
    }
}
