package io.redress.process.intake;

import io.redress.clock.Clocks;
import io.redress.complaint.Complaint;
import io.redress.complaint.Complaints;
import io.redress.complaint.CoreField;
import io.redress.complaint.Link;
import io.redress.complaint.Links;
import io.redress.complaint.State;
import io.redress.language.Sentences;
import io.redress.ledger.ApprovalAuthority;
import io.redress.ledger.Ledger;
import io.redress.message.MessageDelivered;
import io.redress.message.Messages;
import io.redress.people.Group;
import io.redress.people.Groups;
import io.redress.people.Members;
import io.redress.site.Site;
import io.redress.site.Sites;
import io.redress.triage.Triage;
import io.redress.triage.TriageFacts;
import io.redress.triage.Verdict;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The course of a complaint through its states (processes §1): what each step of it does to the case. */
@Service
class Course {

    static final String WHO = "redress";

    private static final String RECEIPT = "receipt";
    private static final String RECORD_TO_CONFIRM = "record-to-confirm";
    private static final String ACKNOWLEDGEMENT = "acknowledgement";
    private static final String ACKNOWLEDGE = "ACKNOWLEDGE";
    private static final String FIRST_RESPONSE = "FIRST_RESPONSE";
    private static final String RESOLUTION = "RESOLUTION";
    private static final String UNRESOLVED = "UNRESOLVED";
    private static final String TOLD_OF_ESCALATION = "told-of-escalation";
    private static final String SUDDEN_INCIDENT = "sudden-incident";
    private static final String SENIOR_MANAGEMENT = "senior-management";

    /** The customer is there, or on the phone, and is told the number by whoever writes the complaint down (o). */
    private static final Set<String> IN_PERSON = Set.of("desk", "phone", "visit");

    private static final String ON_CALL = "on-call";
    private static final String CREDIT_UNION = "credit-union";
    private static final String SUPERIOR_UNION = "superior-union";

    private static final List<String> LEGAL_AND_MEDIA = List.of(SENIOR_MANAGEMENT, "legal", "public-relations");

    private static final Duration DUPLICATES = Duration.ofDays(30);

    private final Complaints complaints;
    private final Links links;
    private final Sites sites;
    private final Groups groups;
    private final Members members;
    private final Clocks clocks;
    private final Triage triage;
    private final ApprovalAuthority authority;
    private final Ledger ledger;
    private final Messages messages;
    private final Sentences sentences;
    private final Clock clock;

    Course(
            Complaints complaints,
            Links links,
            Sites sites,
            Groups groups,
            Members members,
            Clocks clocks,
            Triage triage,
            ApprovalAuthority authority,
            Ledger ledger,
            Messages messages,
            Sentences sentences,
            Clock clock) {
        this.complaints = complaints;
        this.links = links;
        this.sites = sites;
        this.groups = groups;
        this.members = members;
        this.clocks = clocks;
        this.triage = triage;
        this.authority = authority;
        this.ledger = ledger;
        this.messages = messages;
        this.sentences = sentences;
        this.clock = clock;
    }

    /** Whether a contact is known. */
    boolean reachable(long id) {
        Map<String, Object> core = complaints.core(id);
        return core.get(CoreField.PHONE.key()) != null || core.get(CoreField.EMAIL.key()) != null;
    }

    /** Whether the record is to be read back to the customer, who did not write it. */
    boolean toConfirm(long id) {
        return reachable(id) && !Boolean.TRUE.equals(complaints.core(id).get(CoreField.WRITTEN_BY_CUSTOMER.key()));
    }

    /** Begins to count from receipt. */
    void register(long id) {
        Complaint complaint = complaint(id);
        List<String> happened = toConfirm(id) ? List.of(RECEIPT, RECORD_TO_CONFIRM) : List.of(RECEIPT);
        clocks.start(id, happened, complaint.receivedAt(), clock.instant(), complaint.registeredBy());
    }

    /**
     * Thanks, apologises and says the number; who complained in person has heard it already. The clock is met when the message
     * has arrived.
     */
    @Transactional
    void acknowledge(long id) {
        Instant now = clock.instant();
        if (IN_PERSON.contains(String.valueOf(complaints.core(id).get(CoreField.CHANNEL.key())))) {
            clocks.meet(id, ACKNOWLEDGE, now, complaint(id).registeredBy());
        } else if (messages.toCustomer(id, ACKNOWLEDGEMENT, hearBy(id), now).isEmpty()) {
            clocks.cancel(id, Set.of(ACKNOWLEDGE), now, WHO, "no contact");
        }
    }

    /** By when the customer hears from us; nothing is said where no clock says it. */
    private Map<String, Instant> hearBy(long id) {
        Map<String, Instant> facts = new HashMap<>();
        facts.put(
                "by",
                Stream.of(FIRST_RESPONSE, RESOLUTION)
                        .flatMap(kind -> clocks.due(id, kind).stream())
                        .findFirst()
                        .orElse(null));
        return facts;
    }

    /** The acknowledgement has arrived. */
    @EventListener
    void acknowledged(MessageDelivered message) {
        if (message.template().equals(ACKNOWLEDGEMENT)) {
            clocks.meet(message.complaintId(), ACKNOWLEDGE, message.at(), message.by());
        }
    }

    /**
     * Judges the case by the table and sets up the clocks that depend on it, counting from receipt.
     *
     * @return empty when somebody must classify it first
     */
    @Transactional
    Optional<Verdict> triage(long id) {
        Complaint complaint = complaint(id);
        Map<String, Object> core = complaints.core(id);
        BigDecimal claimed = (BigDecimal) core.get(CoreField.AMOUNT_CLAIMED.key());
        Optional<Verdict> verdict = triage.of(new TriageFacts(
                complaint.category(),
                profile(id),
                complaint.injury(),
                complaint.media(),
                claimed,
                core.containsKey(CoreField.LOCAL_OFFICE.key())));
        verdict.ifPresent(judged -> {
            Instant now = clock.instant();
            complaints.triaged(id, judged.severity(), judged.complexity(), judged.route(), judged.ownerGroup());
            clocks.recompute(id, now, WHO, "triage");
            clocks.start(id, RECEIPT, complaint.receivedAt(), now, WHO);
            if (!reachable(id)) {
                clocks.cancel(id, Set.of(FIRST_RESPONSE), now, WHO, "no contact");
            }
            if (Boolean.TRUE.equals(complaints.core(id).get(CoreField.URGENT.key()))) {
                groups.find(judged.ownerGroup())
                        .flatMap(Group::head)
                        .ifPresent(head -> messages.toGroup(
                                id,
                                head,
                                TOLD_OF_ESCALATION,
                                Map.of("reason", sentences.say("course.urgent"), "by", ""),
                                now));
            }
            if (claimed != null && authority.large(claimed)) {
                messages.toGroup(
                        id,
                        SENIOR_MANAGEMENT,
                        TOLD_OF_ESCALATION,
                        Map.of("reason", sentences.say("course.large-case"), "by", ""),
                        now);
            }
        });
        return verdict;
    }

    /** Whoever takes a complaint down judges how urgent it is; what a program brings out of hours is judged by who is on call. */
    boolean urgencyToJudge(long id) {
        Complaint complaint = complaint(id);
        boolean byProgram = groups.all().stream()
                .filter(group -> group.kind() == Group.Kind.API)
                .anyMatch(group -> members.of(group.id()).contains(complaint.registeredBy()));
        return byProgram
                && !clocks.open(id, complaint.receivedAt())
                && !members.of(ON_CALL).isEmpty();
    }

    boolean suddenIncident(long id) {
        return SUDDEN_INCIDENT.equals(complaint(id).category());
    }

    /** An open case of the last thirty days that this one may repeat. */
    Optional<Complaint> earlier(long id) {
        return complaints.earlier(id, complaint(id).receivedAt().minus(DUPLICATES));
    }

    /** What came of the route: nothing is owed any more to whom nobody can reach. */
    @Transactional
    void result(long id, boolean settled) {
        Instant now = clock.instant();
        complaints.move(id, State.ANSWERED);
        boolean reachable = reachable(id);
        if (settled || !reachable) {
            clocks.meet(id, UNRESOLVED, now, WHO);
        }
        if (!reachable) {
            clocks.meet(id, RESOLUTION, now, WHO);
            complaints.end(id, "no-contact");
        }
    }

    /** The case goes on in the earlier one, and the customer is told so. */
    @Transactional
    void join(long id) {
        Complaint earlier = earlier(id).orElseThrow();
        links.link(new Link(id, earlier.id(), Link.Kind.JOINED), WHO, clock.instant());
        clocks.join(id, earlier.id(), clock.instant(), WHO, complaint(id).number());
        messages.toCustomer(id, "duplicate-joined", Map.of("earlier", earlier.number()), clock.instant());
        close(id, "joined");
    }

    /** Those who must know of a legal or media case. */
    @Transactional
    void tellLegalAndMedia(long id) {
        for (String group : LEGAL_AND_MEDIA) {
            messages.toGroup(
                    id,
                    group,
                    TOLD_OF_ESCALATION,
                    Map.of("reason", sentences.say("course.legal-or-media"), "by", ""),
                    clock.instant());
        }
    }

    /** Done and told; the follow-up waits. */
    void settle(long id, String ending) {
        complaints.end(id, ending);
    }

    /** The problem came back: how it ended before counts no more. */
    @Transactional
    void reopen(long id) {
        complaints.end(id, null);
    }

    /** What waits for the customer or for us is over, money that is not paid yet too. */
    @Transactional
    void withdraw(long id) {
        ledger.release(id, WHO, sentences.say("course.withdrawn"), clock.instant());
        close(id, "withdrawn");
    }

    /**
     * The dossier is complete. Who can be written to is thanked once more; who was called for the follow-up has been thanked
     * by then.
     */
    @Transactional
    void archive(long id) {
        if (complaints.core(id).get(CoreField.EMAIL.key()) != null) {
            messages.toCustomer(id, "thanks", Map.of(), clock.instant());
        }
        if (profile(id).equals(CREDIT_UNION)) {
            messages.toGroup(id, SUPERIOR_UNION, "dossier-reported", Map.of(), clock.instant());
        }
        clocks.meet(id, RESOLUTION, clock.instant(), WHO);
        close(id, null);
    }

    /** Closes and locks the case; its clocks have nothing more to wait for. */
    private void close(long id, String ending) {
        Instant now = clock.instant();
        if (ending != null) {
            complaints.end(id, ending);
        }
        clocks.cancelAll(id, now, WHO, "closed");
        complaints.close(id, now);
    }

    private String profile(long id) {
        return sites.find(complaint(id).site()).map(Site::profile).orElseThrow();
    }

    private Complaint complaint(long id) {
        return complaints.find(id).orElseThrow();
    }
}
