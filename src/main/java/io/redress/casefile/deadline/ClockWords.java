package io.redress.casefile.deadline;

import io.redress.calendar.DateOutOfReach;
import io.redress.calendar.Explanation;
import io.redress.calendar.WorkingCalendar;
import io.redress.calendar.YearNotLoaded;
import io.redress.language.Sentences;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.MissingResourceException;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Clocks in words: one line each, and how a due instant came about. */
@Component
public class ClockWords {

    private static final String RECEIPT_HOLD = "RECEIPT_HOLD";
    private static final String CONFIRMATION = "CONFIRMATION";

    private final CalendarBook calendars;
    private final Sentences sentences;

    ClockWords(CalendarBook calendars, Sentences sentences) {
        this.calendars = calendars;
        this.sentences = sentences;
    }

    /** What people call the clock: its name in the language of the installation, or what an authority's was named. */
    public String name(CaseClock clock) {
        return name(clock.name());
    }

    /** The same, where only the clock's name is at hand. */
    public String name(String clock) {
        try {
            return sentences.say("clockname." + clock);
        } catch (MissingResourceException e) {
            // An authority's deadline is called as it was named.
            return clock;
        }
    }

    /** Such as: Final answer: due Thu 26 Nov 2026 17:30. */
    public String line(CaseClock clock) {
        return switch (clock.state()) {
            case RUNNING ->
                clock.dueAt() == null
                        ? sentences.say("clock.line-not-computable", name(clock), clock.notComputable())
                        : sentences.say("clock.line-running", name(clock), due(clock));
            case PAUSED -> sentences.say("clock.line-paused", name(clock));
            case MET -> sentences.say("clock.line-met", name(clock), time(clock, clock.endedAt()));
            case BREACHED ->
                clock.ended()
                        ? sentences.say("clock.line-late", name(clock), due(clock), time(clock, clock.endedAt()))
                        : sentences.say(
                                unconfirmed(clock) ? "clock.line-unconfirmed" : "clock.line-breached",
                                name(clock),
                                due(clock));
            case CANCELLED -> sentences.say("clock.line-cancelled", name(clock));
        };
    }

    /** Whether it says, being overdue, that the customer has not confirmed what was written down. */
    private static boolean unconfirmed(CaseClock clock) {
        return clock.kind().equals(CONFIRMATION);
    }

    /** Each step from start to due instant; why there is none, where there is none. */
    public List<String> explain(CaseClock clock) {
        Optional<WorkingCalendar> calendar = calendars.find(clock.calendar());
        if (calendar.isEmpty()) {
            return List.of(sentences.say("clock.no-calendar", clock.calendar()));
        }
        try {
            Explanation explanation = clock.kind().equals(RECEIPT_HOLD)
                    ? calendar.get().explainOnOpenDay(clock.startedAt(), clock.target(), clock.intervals())
                    : calendar.get().explain(clock.startedAt(), clock.target(), clock.intervals());
            return explanation.sentences(sentences);
        } catch (YearNotLoaded e) {
            return List.of(e.sentence(sentences));
        } catch (DateOutOfReach e) {
            return List.of(e.sentence(sentences));
        }
    }

    /** A due instant as people read it, marked where a notice of holidays that is still awaited can move it. */
    public String marked(String due, boolean provisional) {
        return provisional ? sentences.say("clock.provisional", due) : due;
    }

    private String due(CaseClock clock) {
        return marked(time(clock, clock.dueAt()), clock.provisional());
    }

    private String time(CaseClock clock, Instant instant) {
        ZoneId zone =
                calendars.find(clock.calendar()).map(WorkingCalendar::zone).orElse(ZoneId.systemDefault());
        return DateTimeFormatter.ofPattern(
                        sentences.say("clock.time-pattern"),
                        sentences.language().locale())
                .format(instant.atZone(zone));
    }
}
