package io.redress.feedback;

import io.redress.casefile.RefusedCase;
import io.redress.clock.CaseClock;
import io.redress.clock.Clocks;
import io.redress.complaint.Complaint;
import io.redress.complaint.Complaints;
import io.redress.entry.Entry;
import io.redress.entry.FormField;
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
 * A date promised to a customer lies within the time for the final answer (deadlines, {@code PROMISED}). When that is over,
 * today can still be promised.
 */
@Component
public class PromisedDates {

    /** The day by whose end the customer will hear. */
    public static final FormField<LocalDate> PROMISED_ON = new FormField<>("promisedOn", LocalDate.class);

    private static final String RESOLUTION = "RESOLUTION";

    private final Clocks clocks;
    private final Complaints complaints;
    private final Sites sites;
    private final Sentences sentences;

    PromisedDates(Clocks clocks, Complaints complaints, Sites sites, Sentences sentences) {
        this.clocks = clocks;
        this.complaints = complaints;
        this.sites = sites;
        this.sentences = sentences;
    }

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

    /** When the final answer is due; empty while that is paused, can't be computed or is no longer waited for. */
    private Optional<Instant> resolution(long complaintId) {
        return clocks.of(complaintId).stream()
                .filter(clock -> clock.kind().equals(RESOLUTION) && !clock.ended() && clock.dueAt() != null)
                .map(CaseClock::dueAt)
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
