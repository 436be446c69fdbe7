package io.redress.process.addition;

import io.redress.casefile.complaint.Complaint;
import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.complaint.CoreField;
import io.redress.casefile.entry.Entries;
import io.redress.casefile.entry.Entry;
import io.redress.casefile.escalation.CasePeople;
import io.redress.casefile.handover.Handover;
import io.redress.casefile.message.Messages;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What follows from something that was added to a running case: its entry says what it was. */
@Service
class Additions {

    /** Who answers for a case that waits for nobody's task. */
    private static final String NOBODYS = "customer-service";

    /** What can have been written down wrong. */
    private static final List<String> CORRECTABLE = Stream.of(
                    CoreField.CUSTOMER_NAME,
                    CoreField.PHONE,
                    CoreField.EMAIL,
                    CoreField.ORDER_NUMBER,
                    CoreField.DESCRIPTION)
            .map(CoreField::key)
            .toList();

    private final Entries entries;
    private final Complaints complaints;
    private final OtherMatters otherMatters;
    private final CasePeople people;
    private final Messages messages;
    private final Handover handover;
    private final Clock clock;

    Additions(
            Entries entries,
            Complaints complaints,
            OtherMatters otherMatters,
            CasePeople people,
            Messages messages,
            Handover handover,
            Clock clock) {
        this.entries = entries;
        this.complaints = complaints;
        this.otherMatters = otherMatters;
        this.people = people;
        this.messages = messages;
        this.handover = handover;
        this.clock = clock;
    }

    /** Registers another matter as a case of its own. */
    Complaint otherMatter(long id, String addition) {
        List<Entry> said = entries.of(id);
        return otherMatters.register(said.get(0), own(said, addition));
    }

    /** Whoever has the case in hand is told that the customer has called again, and for which time. */
    @Transactional
    void calledAgain(long id, String addition) {
        List<Entry> said = entries.of(id);
        Entry call = own(said, addition);
        long count = said.subList(0, said.indexOf(call) + 1).stream()
                .map(AdditionProcess.ADDED::find)
                .filter(Optional.of(AdditionProcess.CUSTOMER_CALLS_AGAIN)::equals)
                .count();
        List<String> inHand = people.groups(id);
        for (String group : inHand.isEmpty() ? List.of(NOBODYS) : inHand) {
            messages.toGroup(
                    id,
                    group,
                    "customer-calls-again",
                    Map.of("count", count, "said", AdditionProcess.CALL_SAID.in(call)),
                    clock.instant());
        }
    }

    /** The typed core follows a correction, unless a newer one says otherwise; what was closed meanwhile is locked. */
    @Transactional
    void correct(long id, String addition) {
        complaints.lock(Set.of(id));
        if (complaints.find(id).orElseThrow().closed()) {
            return;
        }
        List<Entry> said = entries.of(id);
        Entry correction = own(said, addition);
        Map<String, Object> right = given(correction);
        said.subList(said.indexOf(correction), said.size())
                .forEach(later -> right.replaceAll((key, value) ->
                        Objects.requireNonNullElse(later.fields().get(key), value)));
        complaints.update(id, right);
    }

    /** Gives the open tasks of the case to the person who was chosen, as far as they are that person's to do. */
    void handOver(long id, String addition) {
        Entry decision = own(entries.of(id), addition);
        handover.to(id, AdditionProcess.NEW_OWNER.in(decision), decision.submittedBy(), clock.instant());
    }

    /** What a correction gives: an empty field stays as it is in the case. */
    static Map<String, Object> given(Entry correction) {
        Map<String, Object> given = new LinkedHashMap<>(correction.fields());
        given.values().removeIf(Objects::isNull);
        given.keySet().retainAll(CORRECTABLE);
        return given;
    }

    static Entry own(List<Entry> said, String addition) {
        return said.stream()
                .filter(entry -> addition.equals(entry.processInstanceId()))
                .findFirst()
                .orElseThrow();
    }
}
