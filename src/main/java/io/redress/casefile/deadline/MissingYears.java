package io.redress.casefile.deadline;

import io.redress.calendar.WorkingCalendar;
import io.redress.language.Sentences;
import io.redress.site.Site;
import io.redress.site.Sites;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/**
 * Warns in time of a year whose notice of holidays nobody has loaded: what can't be computed and what is provisional, where and
 * from when on. At start in the log, and on the calculator's page.
 */
@Component
public class MissingYears implements InitializingBean {

    private static final Logger LOG = LoggerFactory.getLogger(MissingYears.class);

    /** Deadlines reach that far ahead. */
    private static final int MONTHS_AHEAD = 3;

    private final CalendarBook calendars;
    private final Sites sites;
    private final Sentences sentences;
    private final Clock clock;

    MissingYears(CalendarBook calendars, Sites sites, Sentences sentences, Clock clock) {
        this.calendars = calendars;
        this.sites = sites;
        this.sentences = sentences;
        this.clock = clock;
    }

    /** For each year whose notice is awaited: what can't be computed, then what can still change, each with its sites. */
    public List<String> sentences() {
        LocalDate today = LocalDate.now(clock);
        List<String> told = new ArrayList<>();
        for (int year = today.getYear(); year <= today.plusMonths(MONTHS_AHEAD).getYear(); year++) {
            LocalDate newYear = LocalDate.of(year, 1, 1);
            bySite(calendar -> calendar.missingYears(newYear, newYear).stream().findFirst())
                    .forEach((missing, where) ->
                            told.add(sentences.say("deadline.missing-year", text(missing), day(newYear), where)));
            int awaited = year;
            bySite(calendar -> calendar.provisionalDays(awaited))
                    .forEach((days, where) -> told.add(sentences.say(
                            "deadline.provisional-year",
                            text(days.year()),
                            day(days.first()),
                            day(days.last()),
                            where)));
        }
        return told;
    }

    /** What is found for the sites, each with the names of those it is found for. */
    private <T> Map<T, String> bySite(Function<WorkingCalendar, Optional<T>> find) {
        Map<T, String> found = new LinkedHashMap<>();
        for (Site site : sites.all()) {
            calendars
                    .find(site.calendar())
                    .flatMap(find)
                    .ifPresent(what -> found.merge(
                            what,
                            site.name(sentences.language()),
                            (before, next) -> before + sentences.say("deadline.and") + next));
        }
        return found;
    }

    /** Without the separators of a number. */
    private static String text(int year) {
        return Integer.toString(year);
    }

    private String day(LocalDate date) {
        return sentences.language().day().format(date);
    }

    @Override
    public void afterPropertiesSet() {
        sentences().forEach(LOG::warn);
    }
}
