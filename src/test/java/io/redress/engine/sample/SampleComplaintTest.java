package io.redress.engine.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.calendar.CalendarFolder;
import io.redress.calendar.Calendars;
import io.redress.calendar.WorkingCalendar;
import io.redress.language.Language;
import io.redress.language.Sentences;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** The table of the sample life, whatever the hour of the first start. */
class SampleComplaintTest {

    private static final Instant A_MONDAY = Instant.parse("2026-11-22T16:00:00Z");
    private static final Duration A_WEEK = Duration.ofDays(7);

    @Test
    void whatAProgramBringsReachesASiteThatNeverCloses() throws IOException {
        Calendars calendars =
                CalendarFolder.packaged(new Sentences(Language.EN)).load();
        List<SampleComplaint> posted = SampleComplaint.read(new ClassPathResource("demo/complaints.yaml")).stream()
                .filter(SampleComplaint::byProgram)
                .toList();
        assertThat(posted).isNotEmpty().allSatisfy(sample -> {
            String site = String.valueOf(sample.registration().get("site"));
            WorkingCalendar calendar = calendars.find(site).orElseThrow();
            assertThat(calendar.openingTime(A_MONDAY, A_MONDAY.plus(A_WEEK)))
                    .as(sample.what())
                    .isEqualTo(A_WEEK);
        });
    }
}
