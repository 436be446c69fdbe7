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

/** Deadlines in words: one line each, and how a due instant came about. */
@Component
public class DeadlineFormatter {

    private static final String RECEIPT_HOLD = "RECEIPT_HOLD";
    private static final String CONFIRMATION = "CONFIRMATION";
    private static final String MEASURE = "MEASURE";

    private final CalendarBook calendars;
    private final Sentences sentences;

    DeadlineFormatter(CalendarBook calendars, Sentences sentences) {
        this.calendars = calendars;
        this.sentences = sentences;
    }

    /** What people call the deadline: its name in the language of the installation, or what an authority's was named. */
    public String name(Deadline deadline) {
        return deadline.kind().equals(MEASURE) ? withoutNumber(deadline.name()) : name(deadline.name());
    }

    /** Two measures of a case may be called the same: only programs need what tells them apart. */
    private static String withoutNumber(String name) {
        return name.replaceFirst("^\\d+\\. ", "");
    }

    /** The same, where only the deadline's name is at hand. */
    public String name(String deadline) {
        try {
            return sentences.say("deadlinename." + deadline);
        } catch (MissingResourceException e) {
            // An authority's deadline is called as it was named, and a measure's as the measure is.
            return withoutNumber(deadline);
        }
    }

    /** Such as: Final answer: due Thu 26 Nov 2026 17:30. */
    public String line(Deadline deadline) {
        return switch (deadline.state()) {
            case RUNNING ->
                deadline.dueAt() == null
                        ? sentences.say("deadline.line-not-computable", name(deadline), deadline.notComputable())
                        : sentences.say("deadline.line-running", name(deadline), due(deadline));
            case PAUSED -> sentences.say("deadline.line-paused", name(deadline));
            case MET -> sentences.say("deadline.line-met", name(deadline), time(deadline, deadline.endedAt()));
            case BREACHED ->
                deadline.ended()
                        ? sentences.say(
                                "deadline.line-late", name(deadline), due(deadline), time(deadline, deadline.endedAt()))
                        : sentences.say(
                                unconfirmed(deadline) ? "deadline.line-unconfirmed" : "deadline.line-breached",
                                name(deadline),
                                due(deadline));
            case CANCELLED -> sentences.say("deadline.line-cancelled", name(deadline));
        };
    }

    /** Whether it says, being overdue, that the customer has not confirmed what was written down. */
    private static boolean unconfirmed(Deadline deadline) {
        return deadline.kind().equals(CONFIRMATION);
    }

    /** Each step from start to due instant; why there is none, where there is none. */
    public List<String> explain(Deadline deadline) {
        Optional<WorkingCalendar> calendar = calendars.find(deadline.calendar());
        if (calendar.isEmpty()) {
            return List.of(sentences.say("deadline.no-calendar", deadline.calendar()));
        }
        try {
            Explanation explanation = deadline.kind().equals(RECEIPT_HOLD)
                    ? calendar.get().explainOnOpenDay(deadline.startedAt(), deadline.target(), deadline.intervals())
                    : calendar.get().explain(deadline.startedAt(), deadline.target(), deadline.intervals());
            return explanation.sentences(sentences);
        } catch (YearNotLoaded e) {
            return List.of(e.sentence(sentences));
        } catch (DateOutOfReach e) {
            return List.of(e.sentence(sentences));
        }
    }

    /** A due instant as people read it, marked where a notice of holidays that is still awaited can move it. */
    public String marked(String due, boolean provisional) {
        return provisional ? sentences.say("deadline.provisional", due) : due;
    }

    private String due(Deadline deadline) {
        return marked(time(deadline, deadline.dueAt()), deadline.provisional());
    }

    private String time(Deadline deadline, Instant instant) {
        ZoneId zone =
                calendars.find(deadline.calendar()).map(WorkingCalendar::zone).orElse(ZoneId.systemDefault());
        return DateTimeFormatter.ofPattern(
                        sentences.say("deadline.time-pattern"),
                        sentences.language().locale())
                .format(instant.atZone(zone));
    }
}
