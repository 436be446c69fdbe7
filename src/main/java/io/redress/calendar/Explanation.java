package io.redress.calendar;

import io.redress.language.Sentences;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * Why a deadline is due when it is: its steps in order of time, from the start to the due instant or to the open pause.
 * Elapsed time lists no nights, because they count.
 */
public record Explanation(Target target, Due due, List<Step> steps, ZoneId zone) {

    /** One short line per step, for people. */
    public List<String> sentences(Sentences sentences) {
        return steps.stream().map(step -> sentence(step, sentences)).toList();
    }

    private String sentence(Step step, Sentences sentences) {
        DeadlineUnit unit = target.unit();
        return switch (step.kind()) {
            case START ->
                sentences.say(
                        unit.countsDays() ? "calendar.step.start-of-days" : "calendar.step.start",
                        instant(step.from(), sentences),
                        target.in(sentences));
            case COUNTED, MAKE_UP_DAY ->
                unit == DeadlineUnit.BUSINESS_HOURS
                        ? sentences.say("calendar.step.make-up-day-open", times(step, sentences))
                        : sentences.say(counted(step), dates(step, sentences), step.first(), step.last());
            case WEEKEND, DAY_OFF, HOLIDAY ->
                sentences.say(
                        "calendar.step." + text(step.kind()),
                        dates(step, sentences),
                        step.holiday() == null ? "" : step.holiday().name(sentences.language()));
            case LEFT_OUT, MOVED -> sentences.say("calendar.step." + text(step.kind()), dates(step, sentences));
            case OUTSIDE_HOURS, BREAK -> sentences.say("calendar.step." + text(step.kind()), times(step, sentences));
            case PAUSE ->
                step.to() == null
                        ? sentences.say("calendar.step.open-pause", instant(step.from(), sentences))
                        : sentences.say("calendar.step.pause", times(step, sentences));
            case DUE ->
                sentences.say(
                        "calendar.step.due." + (step.last() == 0 && unit.countsDays() ? "moved" : unit.text()),
                        instant(step.from(), sentences),
                        step.last());
            case PARKED -> sentences.say("calendar.step.parked", due.left(sentences));
            case PROVISIONAL -> sentences.say("calendar.step.provisional", Integer.toString(due.awaited()));
        };
    }

    private String counted(Step step) {
        return "calendar.step." + text(step.kind()) + "." + target.unit().text()
                + (step.first() == step.last() ? "" : "-several");
    }

    private static String text(Step.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The dates that the step touches: one, or the first and the last. */
    private String dates(Step step, Sentences sentences) {
        LocalDate first = local(step.from()).toLocalDate();
        LocalDate last = local(step.to().minusSeconds(1)).toLocalDate();
        String from = first.format(format("calendar.date-format", sentences));
        return first.equals(last)
                ? from
                : sentences.say("calendar.from-to", from, last.format(format("calendar.date-format", sentences)));
    }

    private String times(Step step, Sentences sentences) {
        boolean sameDay =
                local(step.from()).toLocalDate().equals(local(step.to()).toLocalDate());
        String to = sameDay
                ? local(step.to()).format(format(timeFormat(step.to()), sentences))
                : instant(step.to(), sentences);
        return sentences.say("calendar.from-to", instant(step.from(), sentences), to);
    }

    private String instant(Instant instant, Sentences sentences) {
        return sentences.say(
                "calendar.instant",
                local(instant).format(format("calendar.date-format", sentences)),
                local(instant).format(format(timeFormat(instant), sentences)));
    }

    private String timeFormat(Instant instant) {
        return local(instant).getSecond() == 0 ? "calendar.time-format" : "calendar.second-format";
    }

    private ZonedDateTime local(Instant instant) {
        return instant.atZone(zone);
    }

    private static DateTimeFormatter format(String name, Sentences sentences) {
        return DateTimeFormatter.ofPattern(
                sentences.say(name), sentences.language().locale());
    }
}
