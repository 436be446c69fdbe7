package io.redress.casefile.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.calendar.CalendarFolder;
import io.redress.language.Language;
import io.redress.language.Sentences;
import io.redress.site.Site;
import io.redress.site.Sites;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MissingYearsTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final Map<String, String> files =
            new HashMap<>(Map.of("calendars.yaml", """
            office: { hours: { Mon-Fri: 09:00-18:00 }, closed-on-holidays-of: cn }
            shop: { hours: { daily: 09:00-18:00 } }
            """, "holidays/cn-2026.yaml", year(2026)));

    @Test
    void saysFromWhenOnNothingCanBeComputedAndWhatIsProvisionalBefore() {
        assertThat(told("2026-11-29", Language.EN, true))
                .containsExactly(
                        "The holidays of 2027 are not loaded. From 1 Jan 2027 on, deadlines in working days or business hours"
                                + " and the lost-receipt hold can’t be computed at: Head office, Branch. Minutes, hours and"
                                + " calendar days are counted as always. Put the file of that year’s notice into the folder"
                                + " holidays and reload the calendars.",
                        "The notice of holidays for 2027 is not loaded. Deadlines in working days or business hours and the"
                                + " lost-receipt hold are provisional where they reach into the days from 1 Dec 2026 to"
                                + " 31 Dec 2026, and marked so; the notice can still move them. This concerns: Head office,"
                                + " Branch. Put the file of the notice into the folder holidays and reload the calendars.");
    }

    @Test
    void saysOfAProvisionalYearThatAllOfItIsProvisional() {
        files.put("holidays/cn-2027.yaml", year(2027) + "provisional: true");
        assertThat(told("2026-11-29", Language.EN, true))
                .singleElement()
                .asString()
                .contains("for 2027", "from 1 Dec 2026 to 31 Dec 2027", "Head office, Branch.")
                .doesNotContain("Shop");
        assertThat(told("2027-05-01", Language.ZH, true))
                .singleElement()
                .asString()
                .contains("2027年的放假通知", "2026年12月1日至2027年12月31日", "涉及：总部、营业部。");
        assertThat(told("2026-11-29", Language.EN, false))
                .as("where no provisional year is wanted")
                .hasSize(2)
                .first()
                .asString()
                .contains("From 1 Jan 2027 on");
    }

    @Test
    void saysNothingOnceTheNoticeIsLoadedNorLongBefore() {
        assertThat(told("2026-09-30", Language.EN, true)).isEmpty();
        files.put("holidays/cn-2027.yaml", year(2027));
        assertThat(told("2026-11-29", Language.EN, true)).isEmpty();
    }

    private List<String> told(String today, Language language, boolean provisionalYears) {
        Sentences sentences = new Sentences(language);
        CalendarBook book = new CalendarBook(new CalendarFolder(
                name -> files.containsKey(name)
                        ? new ByteArrayInputStream(files.get(name).getBytes(StandardCharsets.UTF_8))
                        : null,
                sentences,
                provisionalYears));
        Sites sites = new Sites(List.of(
                new Site("office", "Head office", "总部", "property", null, SHANGHAI, null),
                new Site("shop", "Shop", "门店", "supermarket", null, SHANGHAI, null),
                new Site("branch", "Branch", "营业部", "credit-union", "office", SHANGHAI, null)));
        Clock clock = Clock.fixed(LocalDate.parse(today).atStartOfDay(SHANGHAI).toInstant(), SHANGHAI);
        return new MissingYears(book, sites, sentences, clock).sentences();
    }

    private static String year(int year) {
        return """
                country: cn
                year: %d
                source: { title: Notice, number: 8, date: 2025-11-04 }
                closed: []
                make-up-days: []
                """.formatted(year);
    }
}
