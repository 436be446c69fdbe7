package io.redress.casefile.message;

import io.redress.casefile.complaint.Complaint;
import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.complaint.CoreField;
import io.redress.casefile.complaint.Link;
import io.redress.casefile.complaint.Links;
import io.redress.casefile.entry.Entries;
import io.redress.casefile.entry.Entry;
import io.redress.casefile.entry.FormField;
import io.redress.casefile.message.MessageTemplates.Draft;
import io.redress.language.Sentences;
import io.redress.site.Site;
import io.redress.site.Sites;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What customers and colleagues are told: written first, in the transaction of the step that tells, then delivered. */
@Service
public class Messages {

    /** The field of the form Tell the customer that says what came of it. */
    static final FormField<String> DELIVERY_OUTCOME = new FormField<>("deliveryOutcome", String.class);

    private static final String SYSTEM = "redress";

    private final MessageStore store;
    private final MessageTemplates templates;
    private final MessageDelivery delivery;
    private final SmtpMail mail;
    private final Complaints complaints;
    private final Links links;
    private final Sites sites;
    private final Entries entries;
    private final Sentences sentences;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate ofItsOwn;

    Messages(
            MessageStore store,
            MessageTemplates templates,
            MessageDelivery delivery,
            SmtpMail mail,
            Complaints complaints,
            Links links,
            Sites sites,
            Entries entries,
            Sentences sentences,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.templates = templates;
        this.delivery = delivery;
        this.mail = mail;
        this.complaints = complaints;
        this.links = links;
        this.sites = sites;
        this.entries = entries;
        this.sentences = sentences;
        this.events = events;
        this.ofItsOwn = new TransactionTemplate(transactions);
        this.ofItsOwn.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    private record Contact(Channel channel, String address) {}

    /**
     * Tells the customer of a case: by e-mail when an address is known, else by phone; by both where the text is one for
     * every channel.
     *
     * @param template the text's name; it always knows number, customer, site and receivedAt
     * @param facts what else it can name: texts, numbers, days and instants; null is known to be empty
     * @return the messages, now on their way; none when no contact is known
     * @throws InvalidTemplate when the text can't be written
     */
    @Transactional
    public List<Message> toCustomer(long complaintId, String template, Map<String, ?> facts, Instant now) {
        List<Message> written = new ArrayList<>();
        Set<Contact> told = new HashSet<>();
        for (Map<String, Object> customer : customers(complaintId)) {
            List<Contact> contacts =
                    contacts(customer).stream().filter(told::add).toList();
            if (!contacts.isEmpty()) {
                Draft draft = draft(complaintId, customer, template, facts);
                for (Contact contact : draft.everyChannel() ? contacts : contacts.subList(0, 1)) {
                    written.add(begin(complaintId, null, contact, template, draft, now));
                }
            }
        }
        return written;
    }

    /**
     * Tells a group of colleagues, who find it among their tasks.
     *
     * @throws InvalidTemplate when the text can't be written
     */
    @Transactional
    public Message toGroup(long complaintId, String group, String template, Map<String, ?> facts, Instant now) {
        Draft draft = draft(complaintId, complaints.core(complaintId), template, facts);
        return begin(complaintId, group, new Contact(Channel.SITE_MESSAGE, null), template, draft, now);
    }

    /** Whether e-mail goes by itself. */
    public boolean mails() {
        return mail.configured();
    }

    /**
     * Tells somebody outside who is not the customer, by e-mail.
     *
     * @param group colleagues who tell them instead, where there is no address or the mail server refuses it
     * @param address null where there is none
     * @throws InvalidTemplate when the text can't be written
     */
    @Transactional
    public Message toAddress(
            long complaintId, String group, String address, String template, Map<String, ?> facts, Instant now) {
        Draft draft = draft(complaintId, complaints.core(complaintId), template, facts);
        Contact contact =
                address == null ? new Contact(Channel.SITE_MESSAGE, null) : new Contact(Channel.E_MAIL, address);
        return begin(complaintId, group, contact, template, draft, now);
    }

    /**
     * A text as it would be sent, for somebody to change.
     *
     * @throws InvalidTemplate when the text can't be written
     */
    public String text(long complaintId, String template, Map<String, ?> facts) {
        return draft(complaintId, complaints.core(complaintId), template, facts).text();
    }

    /** The messages of a case, the oldest first. */
    public List<Message> of(long complaintId) {
        return store.of(complaintId);
    }

    Optional<Message> find(long id) {
        return store.find(id);
    }

    /**
     * Sends a message by e-mail, unless that was done: as the last thing before the transaction is stored, so that whatever
     * else may fail in it fails before anything has left. Only where the mail server took it and storing that failed will
     * the customer get a second copy, with the same Message-ID: SMTP allows no better. What follows from it is said by
     * {@link #recordSent}, in a transaction of its own.
     *
     * <p>Storing the transaction ends with {@link MailNotSent} when it may succeed another time.
     */
    @Transactional
    public void send(long complaintId, long id, Instant now) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                sendNow(complaintId, id, now);
            }
        });
    }

    private void sendNow(long complaintId, long id, Instant now) {
        Message message = ofTheCase(complaintId, id);
        if (message.state() == Message.State.DELIVERED) {
            return;
        }
        // Counted even if it fails and nothing else is kept.
        ofItsOwn.executeWithoutResult(status -> store.tried(id));
        store.ended(id, mail.send(message) ? Outcome.SENT : Outcome.ADDRESS_REFUSED, now, SYSTEM);
    }

    /**
     * Tells who waits for a message that it has gone by e-mail, with the instant at which it went.
     *
     * @return whether the mail server took it; false when it refuses the address for good
     */
    @Transactional
    public boolean recordSent(long complaintId, long id) {
        Message message = ofTheCase(complaintId, id);
        boolean sent = message.state() == Message.State.DELIVERED;
        if (sent) {
            arrived(message, message.deliveredAt(), message.deliveredBy());
        }
        return sent;
    }

    /**
     * Records what came of a message that a person was to tell or to read.
     *
     * @param processInstanceId that of its delivery, whose newest entry says it
     */
    @Transactional
    public Outcome record(long complaintId, long id, String processInstanceId) {
        Message message = ofTheCase(complaintId, id);
        Entry said = entries.of(message.complaintId()).stream()
                .filter(entry -> processInstanceId.equals(entry.processInstanceId()))
                .reduce((earlier, later) -> later)
                .orElseThrow();
        Outcome outcome = DELIVERY_OUTCOME.find(said).map(Outcome::of).orElse(Outcome.READ);
        store.tried(id);
        store.ended(id, outcome, said.submittedAt(), said.submittedBy());
        if (outcome.state() == Message.State.DELIVERED) {
            arrived(message, said.submittedAt(), said.submittedBy());
        }
        return outcome;
    }

    /** A diagram that delivers may name any message: only one of its own case goes out, and is recorded. */
    private Message ofTheCase(long complaintId, long id) {
        return store.find(id)
                .filter(message -> message.complaintId() == complaintId)
                .orElseThrow(() -> new IllegalStateException("case %d has no message %d".formatted(complaintId, id)));
    }

    private void arrived(Message message, Instant at, String by) {
        events.publishEvent(new MessageDelivered(message.complaintId(), message.template(), at, by));
    }

    private Message begin(long complaintId, String group, Contact contact, String template, Draft draft, Instant now) {
        Message message = store.add(new Message(
                0,
                complaintId,
                group,
                contact.address(),
                contact.channel(),
                sentences.language(),
                template,
                draft.subject(),
                draft.text(),
                Message.State.WAITING,
                0,
                now,
                null,
                null,
                null));
        delivery.begin(message);
        return message;
    }

    /** Who complained, and whoever complained of the same matter: their cases were joined to this one. */
    private List<Map<String, Object>> customers(long complaintId) {
        return Stream.concat(Stream.of(complaintId), joined(complaintId).stream())
                .map(complaints::core)
                .toList();
    }

    /** The numbers of the cases that were joined to this one by somebody who is reached in another way: by another customer. */
    public List<String> othersOfTheSameMatter(long complaintId) {
        List<Contact> own = contacts(complaints.core(complaintId));
        return joined(complaintId).stream()
                .filter(id -> {
                    List<Contact> theirs = contacts(complaints.core(id));
                    return !theirs.isEmpty() && theirs.stream().noneMatch(own::contains);
                })
                .map(id -> complaints.find(id).orElseThrow().number())
                .toList();
    }

    /** The cases that ended in this one, and those that had ended in them. */
    private List<Long> joined(long complaintId) {
        return links.of(complaintId).stream()
                .filter(link -> link.kind() == Link.Kind.JOINED && link.linkedId() == complaintId)
                .map(Link::complaintId)
                .flatMap(id -> Stream.concat(Stream.of(id), joined(id).stream()))
                .toList();
    }

    private static List<Contact> contacts(Map<String, Object> core) {
        List<Contact> contacts = new ArrayList<>();
        contact(core, CoreField.EMAIL, Channel.E_MAIL).ifPresent(contacts::add);
        contact(core, CoreField.PHONE, Channel.PHONE).ifPresent(contacts::add);
        return contacts;
    }

    private static Optional<Contact> contact(Map<String, Object> core, CoreField field, Channel channel) {
        return Optional.ofNullable((String) core.get(field.key()))
                .filter(address -> !address.isBlank())
                .map(address -> new Contact(channel, address));
    }

    private Draft draft(long complaintId, Map<String, Object> core, String template, Map<String, ?> facts) {
        Complaint complaint = complaints.find(complaintId).orElseThrow();
        Site site = sites.find(complaint.site()).orElseThrow();
        Map<String, String> texts = new HashMap<>();
        facts.forEach((name, value) -> texts.put(name, text(value, site.zone())));
        texts.put("number", complaint.number());
        texts.put("customer", text(core.get(CoreField.CUSTOMER_NAME.key()), site.zone()));
        texts.put("site", site.name(sentences.language()));
        texts.put("receivedAt", text(complaint.receivedAt(), site.zone()));
        return templates.draft(template, texts);
    }

    private String text(Object value, ZoneId zone) {
        if (value instanceof Instant instant) {
            return formatted("message.time-pattern", instant.atZone(zone));
        }
        if (value instanceof LocalDate day) {
            return formatted("message.day-pattern", day);
        }
        if (value instanceof BigDecimal number) {
            return Sentences.sum(number);
        }
        return value == null ? "" : value.toString();
    }

    private String formatted(String pattern, TemporalAccessor time) {
        return DateTimeFormatter.ofPattern(
                        sentences.say(pattern), sentences.language().locale())
                .format(time);
    }
}
