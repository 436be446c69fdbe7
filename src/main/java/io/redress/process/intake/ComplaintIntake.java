package io.redress.process.intake;

import io.redress.casefile.complaint.Complaint;
import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.complaint.CoreField;
import io.redress.casefile.complaint.Link;
import io.redress.casefile.complaint.Links;
import io.redress.casefile.deadline.CaseCalendar;
import io.redress.casefile.deadline.CaseRecomputation;
import io.redress.casefile.deadline.Deadlines;
import io.redress.casefile.escalation.Escalation;
import io.redress.casefile.lifecycle.Lifecycle;
import io.redress.casefile.message.MessageDelivered;
import io.redress.casefile.message.Messages;
import io.redress.casefile.money.ApprovalAuthority;
import io.redress.engine.route.DeployedRoutes;
import io.redress.engine.route.Route;
import io.redress.language.Sentences;
import io.redress.people.Group;
import io.redress.people.Groups;
import io.redress.people.Members;
import io.redress.site.Site;
import io.redress.site.Sites;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How a complaint is taken in: what each step does to the case. */
@Service
class ComplaintIntake {

    static final String WHO = "redress";

    private static final String RECEIPT = "receipt";
    private static final String ACKNOWLEDGEMENT = "acknowledgement";
    private static final String ACKNOWLEDGE = "ACKNOWLEDGE";
    private static final String CONFIRMATION = "CONFIRMATION";
    private static final String FIRST_RESPONSE = "FIRST_RESPONSE";
    private static final String RESOLUTION = "RESOLUTION";
    private static final String TOLD_OF_ESCALATION = "told-of-escalation";
    private static final String SUDDEN_INCIDENT = "sudden-incident";
    private static final String SENIOR_MANAGEMENT = "senior-management";

    /** The customer is there, or on the phone, and is told the number by whoever writes the complaint down (o). */
    private static final Set<String> IN_PERSON = Set.of("desk", "phone", "visit");

    private static final String ON_CALL = "on-call";

    private static final Duration DUPLICATES = Duration.ofDays(30);

    private final Complaints complaints;
    private final Links links;
    private final Sites sites;
    private final Groups groups;
    private final Members members;
    private final Deadlines deadlines;
    private final CaseRecomputation recomputation;
    private final CaseCalendar calendar;
    private final Triage triage;
    private final ApprovalAuthority authority;
    private final DeployedRoutes routes;
    private final Lifecycle lifecycle;
    private final Escalation escalation;
    private final Messages messages;
    private final Sentences sentences;
    private final Clock clock;

    ComplaintIntake(
            Complaints complaints,
            Links links,
            Sites sites,
            Groups groups,
            Members members,
            Deadlines deadlines,
            CaseRecomputation recomputation,
            CaseCalendar calendar,
            Triage triage,
            ApprovalAuthority authority,
            DeployedRoutes routes,
            Lifecycle lifecycle,
            Escalation escalation,
            Messages messages,
            Sentences sentences,
            Clock clock) {
        this.complaints = complaints;
        this.links = links;
        this.sites = sites;
        this.groups = groups;
        this.members = members;
        this.deadlines = deadlines;
        this.recomputation = recomputation;
        this.calendar = calendar;
        this.triage = triage;
        this.authority = authority;
        this.routes = routes;
        this.lifecycle = lifecycle;
        this.escalation = escalation;
        this.messages = messages;
        this.sentences = sentences;
        this.clock = clock;
    }

    /**
     * Thanks, apologises and says the number; who complained in person has heard it already. The deadline is met when the message
     * has arrived.
     */
    @Transactional
    void acknowledge(long id) {
        Instant now = clock.instant();
        if (IN_PERSON.contains(String.valueOf(complaints.core(id).get(CoreField.CHANNEL.key())))) {
            deadlines.meet(id, ACKNOWLEDGE, now, complaint(id).registeredBy());
        } else if (messages.toCustomer(id, acknowledgement(id), hearBy(id), now).isEmpty()) {
            deadlines.cancel(id, Set.of(ACKNOWLEDGE), now, WHO, "no contact");
        }
    }

    /** A service says what happens next. */
    private String acknowledgement(long id) {
        return judged(complaint(id), complaints.core(id))
                .map(TriageResult::route)
                .filter(this::service)
                .map(route -> ACKNOWLEDGEMENT + "-" + route)
                .orElse(ACKNOWLEDGEMENT);
    }

    /** By when the customer hears from us; nothing is said where no deadline says it. */
    private Map<String, Instant> hearBy(long id) {
        Map<String, Instant> facts = new HashMap<>();
        facts.put(
                "by",
                Stream.of(FIRST_RESPONSE, RESOLUTION)
                        .flatMap(kind -> deadlines.due(id, kind).stream())
                        .findFirst()
                        .orElse(null));
        return facts;
    }

    /** The acknowledgement has arrived. */
    @EventListener
    void acknowledged(MessageDelivered message) {
        if (message.template().startsWith(ACKNOWLEDGEMENT)) {
            deadlines.meet(message.complaintId(), ACKNOWLEDGE, message.at(), message.by());
        }
    }

    /** What triage says of a case, and whether its route is no complaint's, but of something that we do for the customer. */
    record Judged(TriageResult result, boolean service) {}

    /**
     * Judges the case by the table and sets up the deadlines that depend on it, counting from receipt.
     *
     * @return empty when somebody must classify it first
     */
    @Transactional
    Optional<Judged> triage(long id) {
        Complaint complaint = complaint(id);
        Map<String, Object> core = complaints.core(id);
        BigDecimal claimed = (BigDecimal) core.get(CoreField.AMOUNT_CLAIMED.key());
        Optional<TriageResult> verdict = judged(complaint, core);
        return verdict.map(judged -> {
            Instant now = clock.instant();
            boolean service = service(judged.route());
            complaints.triaged(id, judged.severity(), judged.complexity(), judged.route(), judged.ownerGroup());
            recomputation.recompute(id, now, WHO, "triage");
            deadlines.cancelOthers(id, RECEIPT, now, WHO, "triage");
            deadlines.start(id, RECEIPT, complaint.receivedAt(), now, WHO);
            if (suddenIncident(id)) {
                escalation.ask(id, SUDDEN_INCIDENT, now);
            }
            if (!complaints.reachable(id)) {
                deadlines.cancel(id, Set.of(FIRST_RESPONSE), now, WHO, "no contact");
            }
            if (service) {
                // There is nothing to read back.
                deadlines.cancel(id, Set.of(CONFIRMATION), now, WHO, "service");
            }
            if (Boolean.TRUE.equals(core.get(CoreField.URGENT.key()))) {
                groups.find(judged.ownerGroup())
                        .flatMap(Group::head)
                        .ifPresent(head -> messages.toGroup(
                                id,
                                head,
                                TOLD_OF_ESCALATION,
                                Map.of("reason", sentences.say("lifecycle.urgent"), "by", ""),
                                now));
            }
            if (claimed != null && authority.large(claimed)) {
                messages.toGroup(
                        id,
                        SENIOR_MANAGEMENT,
                        TOLD_OF_ESCALATION,
                        Map.of("reason", sentences.say("lifecycle.large-case"), "by", ""),
                        now);
            }
            return new Judged(judged, service);
        });
    }

    private Optional<TriageResult> judged(Complaint complaint, Map<String, Object> core) {
        return triage.of(new TriageFacts(
                complaint.category(),
                sites.find(complaint.site()).map(Site::profile).orElseThrow(),
                complaint.injury(),
                complaint.media(),
                (BigDecimal) core.get(CoreField.AMOUNT_CLAIMED.key()),
                core.containsKey(CoreField.LOCAL_OFFICE.key())));
    }

    /** Whoever takes a complaint down judges how urgent it is; what a program brings out of hours is judged by who is on call. */
    boolean urgencyToJudge(long id) {
        Complaint complaint = complaint(id);
        boolean byProgram = groups.all().stream()
                .filter(group -> group.kind() == Group.Kind.API)
                .anyMatch(group -> members.of(group.id()).contains(complaint.registeredBy()));
        return byProgram
                && !calendar.open(id, complaint.receivedAt())
                && !members.of(ON_CALL).isEmpty();
    }

    private boolean service(String route) {
        return route != null && routes.find(route).filter(Route::service).isPresent();
    }

    boolean suddenIncident(long id) {
        return SUDDEN_INCIDENT.equals(complaint(id).category());
    }

    /**
     * A case of the last thirty days, still in hand, that this one may repeat. An incident or a media case is never taken for a
     * repetition: who must hear of it has been asked, and is to answer; a service repeats no complaint.
     */
    Optional<Complaint> earlier(long id) {
        Complaint complaint = complaint(id);
        if (SUDDEN_INCIDENT.equals(complaint.category()) || complaint.media() || service(complaint.route())) {
            return Optional.empty();
        }
        return complaints
                .earlier(id, complaint.receivedAt().minus(DUPLICATES))
                .filter(other -> !service(other.route()));
    }

    /**
     * The case goes on in the earlier one, and the customer is told so; one that is not in hand any more takes nothing in, and
     * this one follows on it.
     *
     * @return whether it does
     */
    @Transactional
    boolean join(long id, long earlierId) {
        Instant now = clock.instant();
        complaints.lock(Set.of(id, earlierId));
        Complaint earlier = complaint(earlierId);
        if (!earlier.inHand()) {
            links.link(new Link(id, earlierId, Link.Kind.FOLLOW_ON), WHO, now);
            return false;
        }
        links.link(new Link(id, earlierId, Link.Kind.JOINED), WHO, now);
        deadlines.join(id, earlierId, now, WHO, complaint(id).number());
        messages.toCustomer(id, "duplicate-joined", Map.of("earlier", earlier.number()), now);
        lifecycle.join(id);
        return true;
    }

    private Complaint complaint(long id) {
        return complaints.find(id).orElseThrow();
    }
}
