package io.redress.process.office;

import io.redress.casefile.complaint.Complaint;
import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.complaint.CoreField;
import io.redress.casefile.deadline.Deadlines;
import io.redress.casefile.escalation.Escalation;
import io.redress.casefile.message.Messages;
import io.redress.language.Sentences;
import io.redress.site.Site;
import io.redress.site.Sites;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Complaints made to head office about a local office, which settles them itself as long as it can (004 part 9, 3.4 and 3.5). */
@Service
public class LocalOffices {

    private static final String WHO = "redress";
    private static final String OWN_COURSE = "complaint-resolution";

    private static final List<String> TOLD_OF_SEVERE = List.of("property-director", "general-manager-office");

    private final Complaints complaints;
    private final Sites sites;
    private final Deadlines deadlines;
    private final Escalation escalation;
    private final Messages messages;
    private final Sentences sentences;

    LocalOffices(
            Complaints complaints,
            Sites sites,
            Deadlines deadlines,
            Escalation escalation,
            Messages messages,
            Sentences sentences) {
        this.complaints = complaints;
        this.sites = sites;
        this.deadlines = deadlines;
        this.escalation = escalation;
        this.messages = messages;
        this.sentences = sentences;
    }

    /**
     * Tells the office, which has its time from now on.
     *
     * @return the group that stands for it, and those passed over because nobody is in them
     */
    @Transactional
    public Escalation.Outcome notify(long complaintId, Instant now) {
        Site office = office(complaintId);
        Escalation.Outcome somebody = escalation.somebody(complaintId, office.office());
        messages.toGroup(
                complaintId,
                somebody.level(),
                "told-to-the-office",
                Map.of("office", office.name(sentences.language())),
                now);
        deadlines.startAnew(complaintId, "local-office-told", now, now, WHO);
        return somebody;
    }

    /** A severe one is told to those above the office at once. */
    @Transactional
    public void notifyHeads(long complaintId, Instant now) {
        for (String head : TOLD_OF_SEVERE) {
            messages.toGroup(
                    complaintId,
                    escalation.somebody(complaintId, head).level(),
                    "told-of-escalation",
                    Map.of("reason", sentences.say("office.severe"), "by", ""),
                    now);
        }
    }

    /** From now on the case goes the general course; the deadlines of that course count from here, those that run go on. */
    @Transactional
    public void takeOver(long complaintId, Instant now) {
        Complaint complaint = complaints.find(complaintId).orElseThrow();
        complaints.triaged(
                complaintId,
                complaint.severity(),
                complaint.complexity(),
                OWN_COURSE,
                complaints.ownerGroup(complaintId));
        deadlines.start(complaintId, "receipt", now, now, WHO);
    }

    /** One that has left the list of sites is stood for by the site of the complaint. */
    private Site office(long complaintId) {
        Complaint complaint = complaints.find(complaintId).orElseThrow();
        return sites.find((String) complaints.core(complaintId).get(CoreField.LOCAL_OFFICE.key()))
                .or(() -> sites.find(complaint.site()))
                .orElseThrow();
    }
}
