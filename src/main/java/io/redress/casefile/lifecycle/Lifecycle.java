package io.redress.casefile.lifecycle;

import io.redress.casefile.complaint.Complaint;
import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.complaint.CoreField;
import io.redress.casefile.complaint.State;
import io.redress.casefile.deadline.Deadlines;
import io.redress.casefile.message.Messages;
import io.redress.casefile.part.LastingPart;
import io.redress.language.Sentences;
import io.redress.site.Site;
import io.redress.site.Sites;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How the life of a complaint begins and ends. */
@Service
public class Lifecycle {

    private static final String WHO = "redress";

    private static final String RECEIPT = "receipt";
    private static final String RECORD_TO_CONFIRM = "record-to-confirm";
    private static final String RESOLUTION = "RESOLUTION";
    private static final String TOLD_OF_ESCALATION = "told-of-escalation";

    private static final String CREDIT_UNION = "credit-union";
    private static final String SUPERIOR_UNION = "superior-union";
    private static final List<String> LEGAL_AND_MEDIA = List.of("senior-management", "legal", "public-relations");

    private final Complaints complaints;
    private final Sites sites;
    private final Deadlines deadlines;
    private final List<LastingPart> lasting;
    private final Messages messages;
    private final Sentences sentences;
    private final Clock clock;

    Lifecycle(
            Complaints complaints,
            Sites sites,
            Deadlines deadlines,
            List<LastingPart> lasting,
            Messages messages,
            Sentences sentences,
            Clock clock) {
        this.complaints = complaints;
        this.sites = sites;
        this.deadlines = deadlines;
        this.lasting = lasting;
        this.messages = messages;
        this.sentences = sentences;
        this.clock = clock;
    }

    /** Begins to count from receipt. */
    public void register(long id) {
        Complaint complaint = complaint(id);
        List<String> happened = complaints.toConfirm(id) ? List.of(RECEIPT, RECORD_TO_CONFIRM) : List.of(RECEIPT);
        deadlines.start(id, happened, complaint.receivedAt(), clock.instant(), complaint.registeredBy());
    }

    /** Those who must know of a legal or media case. */
    @Transactional
    public void notifyLegalAndMedia(long id) {
        for (String group : LEGAL_AND_MEDIA) {
            messages.toGroup(
                    id,
                    group,
                    TOLD_OF_ESCALATION,
                    Map.of("reason", sentences.say("lifecycle.legal-or-media"), "by", ""),
                    clock.instant());
        }
    }

    /** What waits for the customer or for us is over; the parts that stand on their own go on, and the archive waits for them. */
    @Transactional
    public void withdraw(long id) {
        Instant now = clock.instant();
        lasting.forEach(part -> part.withdrawn(id, sentences.say("lifecycle.withdrawn"), now));
        deadlines.cancelAllBut(
                lasting.stream().flatMap(part -> part.deadlines().stream()).collect(Collectors.toSet()),
                id,
                now,
                WHO,
                Complaint.WITHDRAWN);
        complaints.end(id, Complaint.WITHDRAWN);
    }

    /** It goes on in another case, and is closed when nothing of its own goes on any more. */
    @Transactional
    public void join(long id) {
        complaints.end(id, Complaint.JOINED);
        deadlines.cancelAll(id, clock.instant(), WHO, Complaint.JOINED);
    }

    /**
     * The dossier is complete. Who can be written to is thanked once more; who was called for the follow-up has been thanked
     * by then, who has withdrawn the complaint asked for nothing more, and who came for a service has no answer to thank for. Who complained in a case that was joined to another hears
     * from there.
     */
    @Transactional
    public void archive(long id) {
        Complaint complaint = complaint(id);
        if (complaint.closed()) {
            return;
        }
        if (Complaint.JOINED.equals(complaint.ending())) {
            close(id);
            return;
        }
        if (!Complaint.WITHDRAWN.equals(complaint.ending())
                && complaint.state() != State.OPEN
                && complaints.core(id).get(CoreField.EMAIL.key()) != null) {
            messages.toCustomer(id, "thanks", Map.of(), clock.instant());
        }
        if (profile(complaint).equals(CREDIT_UNION)) {
            messages.toGroup(id, SUPERIOR_UNION, "dossier-reported", Map.of(), clock.instant());
        }
        deadlines.meet(id, RESOLUTION, clock.instant(), WHO);
        close(id);
    }

    /** Closes and locks the case; its deadlines have nothing more to wait for. */
    private void close(long id) {
        Instant now = clock.instant();
        deadlines.cancelAll(id, now, WHO, "closed");
        complaints.close(id, now);
    }

    private String profile(Complaint complaint) {
        return sites.find(complaint.site()).map(Site::profile).orElseThrow();
    }

    private Complaint complaint(long id) {
        return complaints.find(id).orElseThrow();
    }
}
