package io.redress.web;

import io.redress.casefile.attachment.Attachment;
import io.redress.casefile.attachment.Attachments;
import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.handover.CaseTasks;
import io.redress.casefile.health.HealthRecords;
import io.redress.casefile.paper.Paper;
import io.redress.casefile.paper.Papers;
import io.redress.casefile.receipt.LossDeclarations;
import io.redress.casefile.settlement.Settlements;
import io.redress.people.Person;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The attachments of a case that whoever asks may see: the scan of a signed paper shows no more people what the paper does not, and
 * the cards that are copied where a loss is declared are for those who need their numbers. What is attached where a compensation is
 * agreed and paid (cards and bills of whoever is paid) is seen by whoever attached it, pays, or has a task of the case. What shows
 * how somebody is, is seen by whoever attached it, and those who may read that.
 */
@Component
class ShownAttachments {

    private final Attachments attachments;
    private final Papers papers;
    private final ReadablePapers readable;
    private final MerchantsShare merchants;
    private final HealthRecords health;
    private final Complaints complaints;
    private final CaseTasks tasks;
    private final Person person;

    ShownAttachments(
            Attachments attachments,
            Papers papers,
            ReadablePapers readable,
            MerchantsShare merchants,
            HealthRecords health,
            Complaints complaints,
            CaseTasks tasks,
            Person person) {
        this.attachments = attachments;
        this.papers = papers;
        this.readable = readable;
        this.merchants = merchants;
        this.health = health;
        this.complaints = complaints;
        this.tasks = tasks;
        this.person = person;
    }

    /** The oldest first. */
    List<Attachment> of(long complaintId) {
        List<Attachment> all = attachments.of(complaintId);
        if (all.isEmpty()) {
            return all;
        }
        Predicate<Attachment> shown = shown(complaintId);
        return all.stream().filter(shown).toList();
    }

    boolean includes(Attachment attachment) {
        return shown(attachment.complaintId()).test(attachment);
    }

    private Predicate<Attachment> shown(long complaintId) {
        BooleanSupplier reads = once(() -> health.mayRead(complaintId));
        Predicate<Attachment> others = others(complaintId);
        return attachment -> attachment.health()
                ? attachment.attachedBy(person.login()) || reads.getAsBoolean()
                : others.test(attachment);
    }

    private Predicate<Attachment> others(long complaintId) {
        if (person.ofMerchant()) {
            return merchants::includes;
        }
        Set<String> hidden = papers.of(complaintId).stream()
                .filter(paper -> paper.signedByAttachment() != null)
                .filter(paper -> !readable.includes(paper))
                .map(Paper::signedByAttachment)
                .collect(Collectors.toSet());
        boolean cards = person.seesDocumentNumbers();
        // Asked only where something is attached that hangs on it.
        BooleanSupplier payees = once(() -> cards || hasTask(complaintId));
        return attachment -> !hidden.contains(attachment.id())
                && (cards || !attachedIn(attachment, LossDeclarations.PROCESSES))
                && (!attachedIn(attachment, Settlements.PROCESSES)
                        || person.login().equals(attachment.attachedBy())
                        || payees.getAsBoolean());
    }

    private static BooleanSupplier once(BooleanSupplier question) {
        Boolean[] answer = new Boolean[1];
        return () -> {
            if (answer[0] == null) {
                answer[0] = question.getAsBoolean();
            }
            return answer[0];
        };
    }

    private boolean hasTask(long complaintId) {
        return complaints
                .find(complaintId)
                .filter(complaint -> !tasks.readable(complaint.number()).isEmpty())
                .isPresent();
    }

    static boolean attachedIn(Attachment attachment, Set<String> processes) {
        return Stream.concat(
                        Stream.ofNullable(attachment.process()),
                        attachment.again().stream().map(Attachment.Again::process))
                .anyMatch(processes::contains);
    }
}
