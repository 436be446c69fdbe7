package io.redress.clock;

import io.redress.language.Sentences;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/** Warns in time of a year whose holidays nobody has loaded: at start, and on the calculator's page. */
@Component
public class MissingYears implements InitializingBean {

    private static final Logger LOG = LoggerFactory.getLogger(MissingYears.class);

    /** Deadlines reach that far ahead. */
    private static final int MONTHS_AHEAD = 3;

    private final CalendarBook calendars;
    private final Sentences sentences;
    private final Clock clock;

    MissingYears(CalendarBook calendars, Sentences sentences, Clock clock) {
        this.calendars = calendars;
        this.sentences = sentences;
        this.clock = clock;
    }

    /** One sentence for each year that is missing, naming the calendars that need it. */
    public List<String> sentences() {
        LocalDate today = LocalDate.now(clock);
        SortedMap<Integer, SortedSet<String>> byYear = new TreeMap<>();
        calendars
                .inForce()
                .missingYears(today, today.plusMonths(MONTHS_AHEAD))
                .forEach((calendar, years) -> years.forEach(year ->
                        byYear.computeIfAbsent(year, none -> new TreeSet<>()).add(calendar)));
        return byYear.entrySet().stream()
                .map(missing -> sentences.say(
                        "clock.missing-year", String.valueOf(missing.getKey()), String.join(", ", missing.getValue())))
                .toList();
    }

    @Override
    public void afterPropertiesSet() {
        sentences().forEach(LOG::warn);
    }
}
