package io.redress.casefile.deadline;

import io.redress.casefile.RefusedCase;
import io.redress.casefile.complaint.Complaint;
import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.entry.Entry;
import io.redress.casefile.entry.FormField;
import io.redress.language.Sentences;
import io.redress.site.Site;
import io.redress.site.Sites;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Dates promised to customers: each lies within the time for the final answer ({@code PROMISED}). When that is over,
 * today can still be promised.
 */
@Component
public class Promises {

    /** The day by whose end the customer will hear. */
    public static final FormField<LocalDate> PROMISED_ON = new FormField<>("promisedOn", LocalDate.class);

    private static final String WHO = "redress";
    private static final String PROMISE_TOLD = "promise-told";
    private static final String RESOLUTION = "RESOLUTION";

    private final Deadlines deadlines;
    private final Complaints complaints;
    private final Sites sites;
    private final Sentences sentences;

    Promises(Deadlines deadlines, Complaints complaints, Sites sites, Sentences sentences) {
        this.deadlines = deadlines;
        this.complaints = complaints;
        this.sites = sites;
        this.sentences = sentences;
    }

    /** @throws RefusedCase when the date that was submitted lies beyond that */
    public void check(Entry submission) {
        PROMISED_ON.find(submission).ifPresent(date -> {
            ZoneId zone = zone(submission.complaintId());
            LocalDate today = LocalDate.ofInstant(submission.submittedAt(), zone);
            resolution(submission.complaintId())
                    .map(due -> LocalDate.ofInstant(due, zone))
                    .map(last -> last.isBefore(today) ? today : last)
                    .filter(last -> date.isAfter(last))
                    .ifPresent(last -> {
                        throw new RefusedCase(sentences.say(
                                "feedback.promise-too-late",
                                sentences.language().day().format(last)));
                    });
        });
    }

    /** The customer knows by the end of which day they will hear: its deadline begins. */
    public void made(long complaintId, LocalDate date, Instant now) {
        deadlines.startOwn(complaintId, PROMISE_TOLD, date, now, WHO);
    }

    /** When the final answer is due; empty while that is paused, can't be computed or is no longer waited for. */
    private Optional<Instant> resolution(long complaintId) {
        return deadlines.of(complaintId).stream()
                .filter(deadline -> deadline.kind().equals(RESOLUTION) && !deadline.ended() && deadline.dueAt() != null)
                .map(Deadline::dueAt)
                .min(Comparator.naturalOrder());
    }

    private ZoneId zone(long complaintId) {
        return complaints
                .find(complaintId)
                .map(Complaint::site)
                .flatMap(sites::find)
                .map(Site::zone)
                .orElseThrow();
    }
}
