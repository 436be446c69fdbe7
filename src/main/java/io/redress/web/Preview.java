package io.redress.web;

import io.redress.calendar.DateOutOfReach;
import io.redress.calendar.DeadlineUnit;
import io.redress.calendar.Due;
import io.redress.calendar.Explanation;
import io.redress.calendar.Pause;
import io.redress.calendar.Target;
import io.redress.calendar.WorkingCalendar;
import io.redress.calendar.YearNotLoaded;
import io.redress.casefile.deadline.CalendarBook;
import io.redress.language.Sentences;
import io.redress.site.Site;
import io.redress.site.Sites;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.springframework.stereotype.Component;

/** Answers "when would it be due?", asked in words, as the page and the interface do. */
@Component
class Preview {

    /**
     * @param provisional whether a notice of holidays that is still awaited can move it
     * @param zone the site's, in which people read the instant
     */
    record Answer(Instant due, boolean provisional, ZoneId zone, List<String> explanation) {}

    private final Sites sites;
    private final CalendarBook calendars;

    Preview(Sites sites, CalendarBook calendars) {
        this.sites = sites;
        this.calendars = calendars;
    }

    /**
     * Computes a due instant.
     *
     * @param asked the language of the answer
     * @param pauses each as FROM/TO, two instants with offset
     * @throws RefusedQuestion saying what can't be computed or read, and how to ask
     */
    Answer ask(Sentences asked, String site, String start, String amount, String unit, List<String> pauses) {
        WorkingCalendar calendar = calendar(asked, site);
        Target target = target(asked, amount, unit);
        List<Pause> stood = pauses.stream().map(pause -> pause(asked, pause)).toList();
        try {
            Explanation explanation = calendar.explain(instant(asked, "start", start), target, stood);
            Due due = explanation.due();
            return new Answer(due.at(), due.provisional(), calendar.zone(), explanation.sentences(asked));
        } catch (YearNotLoaded e) {
            throw new RefusedQuestion(e.sentence(asked));
        } catch (DateOutOfReach e) {
            throw new RefusedQuestion(e.sentence(asked));
        }
    }

    private WorkingCalendar calendar(Sentences asked, String id) {
        Site site =
                sites.find(id == null ? "" : id).orElseThrow(() -> new RefusedQuestion(asked.say("deadlineapi.site")));
        return calendars
                .find(site.calendar())
                .orElseThrow(() -> new RefusedQuestion(asked.say("deadline.no-calendar", site.calendar())));
    }

    private static Target target(Sentences asked, String amount, String unit) {
        DeadlineUnit counted = DeadlineUnit.named(unit == null ? "" : unit)
                .orElseThrow(() -> new RefusedQuestion(asked.say("deadlineapi.unit")));
        if (amount == null || !amount.matches("[1-9]\\d{0,8}")) {
            throw new RefusedQuestion(asked.say("deadlineapi.amount"));
        }
        return new Target(Long.parseLong(amount), counted);
    }

    private static Pause pause(Sentences asked, String text) {
        String[] ends = text.split("/", -1);
        if (ends.length != 2) {
            throw new RefusedQuestion(asked.say("deadlineapi.pause"));
        }
        Instant from = instant(asked, "pause", ends[0]);
        Instant to = instant(asked, "pause", ends[1]);
        if (!to.isAfter(from)) {
            throw new RefusedQuestion(asked.say("deadlineapi.pause-order"));
        }
        return new Pause(from, to);
    }

    private static Instant instant(Sentences asked, String name, String text) {
        try {
            // A plus sign that was not encoded arrives as a space.
            return OffsetDateTime.parse(text == null ? "" : text.replace(' ', '+'))
                    .toInstant();
        } catch (DateTimeException e) {
            throw new RefusedQuestion(asked.say("deadlineapi.instant", name));
        }
    }
}
