package io.redress.casefile.complaint;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gives out the numbers customers quote: the day and a count that begins anew each day, without gaps or repeats. */
@Component
class ComplaintNumbers {

    private final JdbcClient jdbc;
    private final ZoneId zone;

    ComplaintNumbers(JdbcClient jdbc, @Value("${redress.zone}") ZoneId zone) {
        this.jdbc = jdbc;
        this.zone = zone;
    }

    /** The next number; whoever asks next waits until this transaction has ended. */
    String next(Instant now) {
        // A node whose deadline is behind must not turn the day back: numbers would repeat.
        jdbc.sql("""
                        update complaint_number
                        set last_number = case when given_on < :today then 1 else last_number + 1 end,
                          given_on = greatest(given_on, :today)
                        """).param("today", LocalDate.ofInstant(now, zone)).update();
        return jdbc.sql("select given_on, last_number from complaint_number")
                .query((row, index) -> "C-%s-%04d"
                        .formatted(
                                row.getObject("given_on", LocalDate.class).format(DateTimeFormatter.BASIC_ISO_DATE),
                                row.getInt("last_number")))
                .single();
    }
}
