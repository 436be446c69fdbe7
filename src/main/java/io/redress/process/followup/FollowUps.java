package io.redress.process.followup;

import io.redress.casefile.CaseFile;
import io.redress.casefile.complaint.Complaint;
import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.complaint.State;
import io.redress.casefile.deadline.Deadlines;
import io.redress.casefile.entry.Entries;
import io.redress.casefile.entry.FormField;
import io.redress.casefile.escalation.Escalation;
import io.redress.casefile.message.Messages;
import io.redress.site.Site;
import io.redress.site.Sites;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Customers are called back some days after their case was settled. */
@Service
public class FollowUps {

    private static final String WHO = "redress";
    private static final String FOLLOW_UP = "FOLLOW_UP";
    private static final FormField<String> SUGGESTIONS = new FormField<>("suggestions", String.class);
    private static final FormField<String> SUGGESTIONS_FOR = new FormField<>("suggestionsFor", String.class);
    private static final FormField<String> SATISFACTION = new FormField<>("satisfaction", String.class);
    /** From this reopening on senior management hears of it. */
    private static final int TOO_OFTEN = 3;

    private static final String FAILED_TRY = "failed-try";

    private final FollowUpPolicy policy;
    private final Deadlines deadlines;
    private final Complaints complaints;
    private final Sites sites;
    private final CaseFile caseFile;
    private final Entries entries;
    private final Messages messages;
    private final Escalation escalation;

    FollowUps(
            FollowUpPolicy policy,
            Deadlines deadlines,
            Complaints complaints,
            Sites sites,
            CaseFile caseFile,
            Entries entries,
            Messages messages,
            Escalation escalation) {
        this.policy = policy;
        this.deadlines = deadlines;
        this.complaints = complaints;
        this.sites = sites;
        this.caseFile = caseFile;
        this.entries = entries;
        this.messages = messages;
        this.escalation = escalation;
    }

    /**
     * The case is settled: from the first day of the policy's window to the end of its last the customer is called.
     *
     * @param ending how
     * @return how often the customer is tried
     */
    @Transactional
    public int begin(long complaintId, String ending, Instant settled) {
        Complaint complaint = complaints.find(complaintId).orElseThrow();
        Window window = policy.of(
                sites.find(complaint.site()).map(Site::profile).orElseThrow(),
                complaint.category(),
                SATISFACTION
                        .find(caseFile.answers(complaintId, Map.of(), Set.of(SATISFACTION.key())))
                        .orElse(null));
        complaints.end(complaintId, ending);
        complaints.move(complaintId, State.SETTLED);
        deadlines.startOwn(complaintId, "settled", window.latest(), settled, settled, WHO);
        deadlines.startOwn(complaintId, FAILED_TRY, window.earliest(), settled, settled, WHO);
        return window.attempts();
    }

    /** The customer was reached; what they suggest goes to the department that it is for. */
    @Transactional
    public void called(long complaintId, Instant now) {
        deadlines.meet(complaintId, FOLLOW_UP, now, WHO);
        Map<String, Object> said =
                caseFile.answers(complaintId, Map.of(), Set.of(SUGGESTIONS.key(), SUGGESTIONS_FOR.key()));
        SUGGESTIONS
                .find(said)
                .ifPresent(suggestion -> SUGGESTIONS_FOR
                        .find(said)
                        .ifPresent(group -> messages.toGroup(
                                complaintId, group, "suggestion", Map.of("suggestion", suggestion), now)));
    }

    /**
     * The customer was not reached: tried again on another day, or no more.
     *
     * @param last whether that was the last try
     */
    @Transactional
    public void notReached(long complaintId, boolean last, Instant now) {
        if (last) {
            deadlines.meet(complaintId, FOLLOW_UP, now, WHO);
        } else {
            deadlines.startAnew(complaintId, FAILED_TRY, now, now, WHO);
        }
    }

    /**
     * The problem has not been solved or came back: the case is open again with its history, and its deadlines run anew. What
     * the call itself has done, to acknowledge, need not be done again; a record is confirmed once.
     *
     * @return how often it has been reopened by now
     */
    @Transactional
    public int reopen(long complaintId, Instant now) {
        complaints.move(complaintId, State.OPEN);
        // How it ended before counts no more.
        complaints.end(complaintId, null);
        deadlines.startAnew(complaintId, "receipt", now, now, WHO);
        deadlines.meet(complaintId, "ACKNOWLEDGE", now, WHO);
        caseFile.note(complaintId, FollowUpNotes.REOPENED, Map.of(), now);
        int times = (int) entries.of(complaintId).stream()
                .filter(entry -> entry.step().equals(FollowUpNotes.REOPENED.step()))
                .count();
        if (times >= TOO_OFTEN) {
            escalation.ask(complaintId, "third-reopening", now);
        }
        return times;
    }
}
