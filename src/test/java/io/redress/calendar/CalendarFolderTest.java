package io.redress.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.language.Language;
import io.redress.language.Sentences;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarFolderTest {

    private static final Sentences ENGLISH = new Sentences(Language.EN);
    private static final Sentences CHINESE = new Sentences(Language.ZH);

    private static final String OFFICE = """
            office:
              hours:
                Mon-Fri: 09:00-12:00, 13:30-18:00
              closed-on-holidays-of: cn
              make-up-days: all
              make-up-hours: 09:00-12:00
            """;
    private static final String YEAR = """
            country: cn
            year: 2026
            source:
              title: Notice
              number: 7
              date: 2025-11-04
            closed:
              - name: { en: National Day, zh: 国庆节 }
                from: 2026-10-01
                to: 2026-10-07
            make-up-days:
              - 2026-09-20
              - 2026-10-10
            """;

    private static final String NEW_YEAR = """
            country: cn
            year: 2027
            source: { title: Notice, number: 8, date: 2026-11-04 }
            closed:
              - name: { en: New Year’s Day, zh: 元旦 }
                from: 2027-01-01
            make-up-days: []
            """;

    /** The office, with the notice of 2026 and of 2027 only what is known without one. */
    static WorkingCalendar officeWithAProvisional2027() {
        return office(folder(OFFICE, YEAR, NEW_YEAR + "provisional: true\n", true));
    }

    private static WorkingCalendar office(CalendarFolder folder) {
        return folder.load().find("office").orElseThrow();
    }

    @Test
    void loadsThePackagedCalendars() {
        Calendars calendars = CalendarFolder.packaged(ENGLISH).load();
        assertThat(calendars.all())
                .extracting(WorkingCalendar::id)
                .containsExactly(
                        "bank",
                        "ecommerce-desk",
                        "factory",
                        "mall-service-centre",
                        "office",
                        "property-office",
                        "supermarket");
        assertThat(calendars.all()).extracting(WorkingCalendar::zone).containsOnly(ZoneId.of("Asia/Shanghai"));
        assertThat(calendars.find("nowhere")).isEmpty();
    }

    @ParameterizedTest(name = "{0} {1}: {2} working days, {3} minutes open")
    @CsvSource({
        // 366 or 365 days less 104 at weekends and 11, since 2025 13, public holidays.
        "office,2024,251,450",
        "office,2025,248,450",
        "office,2026,248,450",
        "supermarket,2024,366,840",
        "mall-service-centre,2025,365,690",
        "ecommerce-desk,2026,365,1440",
        // The office without the make-up Sundays: 5, 3 and 2.
        "factory,2024,246,480",
        "factory,2025,245,480",
        "factory,2026,246,480",
        // The office with 52 Saturdays, less 5, 5 and 7 holidays and 3, 2 and 4 make-up days that are there already.
        "bank,2024,295,480",
        "bank,2025,293,480",
        "bank,2026,289,480",
    })
    void opensOnAsManyDaysAsTheYearHas(String id, int year, int days, int minutes) {
        WorkingCalendar calendar =
                CalendarFolder.packaged(ENGLISH).load().find(id).orElseThrow();
        Instant before = calendar.endOf(LocalDate.of(year, 1, 1).minusDays(1));
        Instant end = calendar.endOf(LocalDate.of(year, 12, 31));
        assertThat(calendar.workingDays(before, end)).isEqualTo(days);
        assertThat(calendar.openingTime(before.plusSeconds(1), end.plusSeconds(1)))
                .isEqualTo(Duration.ofMinutes((long) days * minutes));
    }

    @Test
    void opensThePropertyOfficeByWeekday() {
        WorkingCalendar calendar =
                CalendarFolder.packaged(ENGLISH).load().find("property-office").orElseThrow();
        // 7 to 13 September 2026: four days of 7 h, a Friday of 6 h, a Saturday of 3 h; then the week with make-up
        // Sunday 20.
        assertThat(calendar.openingTime(Instant.parse("2026-09-06T16:00:00Z"), Instant.parse("2026-09-13T16:00:00Z")))
                .isEqualTo(Duration.ofHours(4 * 7 + 6 + 3));
        assertThat(calendar.openingTime(Instant.parse("2026-09-13T16:00:00Z"), Instant.parse("2026-09-20T16:00:00Z")))
                .isEqualTo(Duration.ofHours(4 * 7 + 6 + 3 + 7));
    }

    @Test
    void readsAFolderOnDiskAndSeesANewYearAtTheNextLoad(@TempDir Path folder) throws IOException {
        Files.createDirectory(folder.resolve("holidays"));
        Files.writeString(folder.resolve("calendars.yaml"), OFFICE);
        Files.writeString(folder.resolve("holidays/cn-2026.yaml"), YEAR);
        CalendarFolder calendars = CalendarFolder.at(folder, ENGLISH);
        WorkingCalendar before = office(calendars);
        LocalDate first = LocalDate.of(2026, 1, 1);
        LocalDate last = LocalDate.of(2027, 12, 31);
        assertThat(before.missingYears(first, last)).containsExactly(2027);

        Files.writeString(folder.resolve("holidays/cn-2027.yaml"), YEAR.replace("2026", "2027"));
        assertThat(office(calendars).missingYears(first, last)).isEmpty();
        assertThat(before.missingYears(first, last)).containsExactly(2027);
    }

    @Test
    void loadsAProvisionalYearOnlyWhereThatIsWanted() {
        String year = YEAR.replace("2026", "2027").replace("country: cn", "country: cn\nprovisional: true");
        LocalDate newYear = LocalDate.of(2027, 1, 1);
        assertThat(office(folder(OFFICE, YEAR, year, false)).missingYears(newYear, newYear))
                .containsExactly(2027);
        WorkingCalendar provisional = office(folder(OFFICE, YEAR, year, true));
        assertThat(provisional.missingYears(newYear, newYear)).isEmpty();
        assertThat(provisional.provisionalDays(2027)).isPresent();
        assertThat(provisional.provisionalDays(2026)).isEmpty();
        assertThatThrownBy(() -> folder(OFFICE, YEAR, year.replace("title:", "name:"), false)
                        .load())
                .as("read all the same, so that a mistake is found before it matters")
                .isInstanceOf(InvalidCalendar.class)
                .hasMessageStartingWith("holidays/cn-2027.yaml: ");
    }

    @Test
    void takesTheNoticeInPlaceOfTheProvisionalYear() {
        Instant start = Instant.parse("2026-12-30T02:00:00Z");
        Target target = new Target(2, DeadlineUnit.WORKING_DAYS);
        Due due = officeWithAProvisional2027().due(start, target, List.of());
        assertThat(due.at()).isEqualTo(Instant.parse("2027-01-04T10:00:00Z"));
        assertThat(due.provisional()).isTrue();

        WorkingCalendar announced = office(folder(OFFICE, YEAR, NEW_YEAR.replace("[]", "[2027-01-03]"), true));
        Due asAnnounced = announced.due(start, target, List.of());
        assertThat(asAnnounced.at()).as("a make-up Sunday").isEqualTo(Instant.parse("2027-01-03T04:00:00Z"));
        assertThat(asAnnounced.provisional()).isFalse();
        assertThat(announced.provisionalDays(2027)).as("December 2026 neither").isEmpty();
    }

    /** The regulation of 2024-11-10 and the lunar calendar; until the notice takes the place of the file. */
    @Test
    void bringsAProvisional2027WithTheDaysOfTheRegulation() {
        assertThat(office(CalendarFolder.packaged(ENGLISH))
                        .missingYears(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 12, 31)))
                .containsExactly(2027);
        WorkingCalendar office = office(CalendarFolder.packaged(ENGLISH, true));
        Instant start = office.endOf(LocalDate.of(2026, 12, 31));
        List<LocalDate> closed =
                office.explain(start, new Target(245, DeadlineUnit.WORKING_DAYS), List.of()).steps().stream()
                        .filter(step -> step.kind() == Step.Kind.HOLIDAY)
                        .flatMap(step -> LocalDate.ofInstant(step.from(), office.zone())
                                .datesUntil(LocalDate.ofInstant(step.to(), office.zone())))
                        .toList();
        assertThat(closed)
                .extracting(LocalDate::toString)
                .containsExactly(
                        "2027-01-01",
                        "2027-02-05",
                        "2027-02-06",
                        "2027-02-07",
                        "2027-02-08",
                        "2027-04-05",
                        "2027-05-01",
                        "2027-05-02",
                        "2027-06-09",
                        "2027-09-15",
                        "2027-10-01",
                        "2027-10-02",
                        "2027-10-03");
    }

    @Test
    void takesShanghaiWhenNoZoneIsNamedAndTheEndOfTheDayAsAClose() {
        WorkingCalendar calendar = folder("a: { hours: { daily: 00:00-24:00 } }", YEAR, ENGLISH)
                .load()
                .find("a")
                .orElseThrow();
        assertThat(calendar.zone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
        assertThat(calendar.add(Instant.parse("2026-11-24T02:00:00Z"), new Target(1, DeadlineUnit.WORKING_DAYS)))
                .isEqualTo(Instant.parse("2026-11-25T15:59:59Z"));
    }

    @ParameterizedTest(name = "{0} -> {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            13:30-18:00                 | 11:30-18:00              | calendars.yaml, office: The openings 09:00-12:00 and 11:30-18:00 overlap.
            09:00-12:00, 13             | 12:00-09:00, 13          | calendars.yaml, office: The opening “12:00-09:00” closes before it opens.
            09:00-12:00, 13             | 9-12, 13                 | calendars.yaml, office: The opening hours “9-12, 13:30-18:00” cannot be read.
            Mon-Fri                     | Mon-Friday               | calendars.yaml, office: “Mon-Friday” is not a weekday.
            Mon-Fri                     | Fri-Mon                  | calendars.yaml, office: “Fri-Mon” is not a weekday.
            Mon-Fri: 09                 | 'Tue: 09:00-10:00\n    Mon-Fri: 09' | calendars.yaml, office: A weekday of “Mon-Fri” already has opening hours.
            'office:\n' | 'office:\n  zone: Asia/Peking\n' | calendars.yaml, office: The time zone “Asia/Peking” is not known.
            make-up-days: all           | make-up-days: sundays    | calendars.yaml, office: The make-up days “sundays” are not known.
            make-up-days: all           | make-up-days: none       | calendars.yaml, office: Make-up days and make-up hours belong together.
            '  closed-on-holidays-of: cn\n' | ''                   | calendars.yaml, office: Make-up days are only for calendars that close
            closed-on-holidays-of: cn   | closed-on-holidays-of: de | calendars.yaml, office: There is no file of holidays for the country “de”.
            closed-on-holidays-of: cn   | closed-on-holidays-of: ../x | calendars.yaml, office: The country “../x” cannot be read.
            closed-on-holidays-of: cn   | closed-on-holiday: cn    | calendars.yaml: “office.closed-on-holiday” is not known here. Use one of: closed-on-holidays-of, hours, make-up-days, make-up-hours, zone.
            make-up-days: all           | 'hours: x'               | calendars.yaml: Line 5:
            make-up-days: all           | 'make-up-days: "all'     | calendars.yaml: Line 7 cannot be read.
            make-up-days: all           | make-up-days: [all]      | calendars.yaml: Line 5: the value of “office.make-up-days” is not of the right kind.
            country: cn                 | country: us              | holidays/cn-2026.yaml: The file is named for cn and 2026
            'year: 2026'                | 'year: 2025'             | holidays/cn-2026.yaml: The file is named for cn and 2026
            'year: 2026'                | 'year: soon'             | holidays/cn-2026.yaml: Line 2: the value of “year” is not of the right kind.
            from: 2026-10-01            | from: 2025-10-01         | holidays/cn-2026.yaml: The date 2025-10-01 is not in 2026.
            to: 2026-10-07              | to: 2026-09-07           | holidays/cn-2026.yaml: The holiday from 2026-10-01 to 2026-09-07 ends before it begins.
            to: 2026-10-07              | to: 7 October            | holidays/cn-2026.yaml: The date “7 October” cannot be read.
            '- 2026-09-20'              | '- 2026-10-02'           | holidays/cn-2026.yaml: 2026-10-02 is both a holiday and a make-up day.
            '- 2026-09-20'              | '- 2026-10-10'           | holidays/cn-2026.yaml: The date 2026-10-10 stands there twice.
            '- 2026-09-20'              | '- 2027-01-03'           | holidays/cn-2026.yaml: The date 2027-01-03 is not in 2026.
            '  number: 7\n'             | ''                       | holidays/cn-2026.yaml: “source.number” is missing.
            zh: 国庆节                  | zh:                      | holidays/cn-2026.yaml: “closed.name.zh” is missing.
            """)
    void tellsWhereAFileIsWrong(String written, String instead, String message) {
        String from = written.replace("\\n", "\n");
        String to = instead.replace("\\n", "\n");
        assertThat(OFFICE + YEAR).contains(from);
        assertThatThrownBy(() -> folder(OFFICE.replace(from, to), YEAR.replace(from, to), ENGLISH)
                        .load())
                .isInstanceOf(InvalidCalendar.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void tellsOfADateThatTwoHolidaysName() {
        String twice = YEAR.replace(
                "make-up-days:", "  - name: { en: Mid-Autumn Festival, zh: 中秋节 }\n    from: 2026-10-03\nmake-up-days:");
        assertThatThrownBy(() -> folder(OFFICE, twice, ENGLISH).load())
                .isInstanceOf(InvalidCalendar.class)
                .hasMessage("holidays/cn-2026.yaml: The date 2026-10-03 stands there twice. Remove one of them.");
    }

    @Test
    void tellsItInChinese() {
        assertThatThrownBy(() -> folder(OFFICE.replace("13:30-", "11:30-"), YEAR, CHINESE)
                        .load())
                .isInstanceOf(InvalidCalendar.class)
                .hasMessage("calendars.yaml, office：营业时间09:00-12:00和11:30-18:00重叠。请让其中一段在另一段开始前结束。");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing\n", "null\n"})
    void tellsThatAFileIsEmpty(String content) {
        assertThatThrownBy(() -> folder(content, YEAR, ENGLISH).load())
                .isInstanceOf(InvalidCalendar.class)
                .hasMessageStartingWith("calendars.yaml: The file has nothing in it");
    }

    @Test
    void tellsThatTheFileIsMissingOrUnreadable() {
        assertThatThrownBy(() -> new CalendarFolder(name -> null, ENGLISH).load())
                .isInstanceOf(InvalidCalendar.class)
                .hasMessageStartingWith("calendars.yaml: The file is missing.");
        CalendarFolder broken = new CalendarFolder(
                name -> {
                    throw new IOException("disk");
                },
                ENGLISH);
        assertThatThrownBy(broken::load)
                .isInstanceOf(InvalidCalendar.class)
                .hasMessageStartingWith("calendars.yaml: The file cannot be read.");
    }

    @Test
    void refusesASiteThatNeverOpens() {
        assertThatThrownBy(() ->
                        WorkingCalendar.openOnHolidays("never", ZoneId.of("UTC"), Map.of(DayOfWeek.MONDAY, List.of())))
                .isInstanceOf(InvalidCalendar.class)
                .hasMessageContaining("no opening hours");
    }

    @Test
    void namesEveryHolidayInBothLanguages() {
        // 5 May 2026 and 6 October 2025, when Mid-Autumn fell into National Day.
        assertThat(holidaysBetween("2026-05-01", "2026-05-06")).containsExactly("Labour Day", "劳动节");
        assertThat(holidaysBetween("2025-10-01", "2025-10-09"))
                .containsExactly("National Day and Mid-Autumn Festival", "国庆节、中秋节");
    }

    private static Stream<String> holidaysBetween(String from, String to) {
        WorkingCalendar office =
                CalendarFolder.packaged(ENGLISH).load().find("office").orElseThrow();
        Instant start = office.endOf(LocalDate.parse(from).minusDays(1));
        assertThat(office.openingTime(start, office.endOf(LocalDate.parse(to).minusDays(1))))
                .isEqualTo(Duration.ZERO);
        return office.explain(start, new Target(1, DeadlineUnit.BUSINESS_HOURS), List.of()).steps().stream()
                .filter(step -> step.kind() == Step.Kind.HOLIDAY)
                .flatMap(step -> Stream.of(
                        step.holiday().name(Language.EN), step.holiday().name(Language.ZH)));
    }

    private static CalendarFolder folder(String calendars, String year, Sentences sentences) {
        return new CalendarFolder(files(Map.of("calendars.yaml", calendars, "holidays/cn-2026.yaml", year)), sentences);
    }

    private static CalendarFolder folder(String calendars, String year, String next, boolean provisionalYears) {
        return new CalendarFolder(
                files(Map.of(
                        "calendars.yaml", calendars, "holidays/cn-2026.yaml", year, "holidays/cn-2027.yaml", next)),
                ENGLISH,
                provisionalYears);
    }

    private static CalendarFolder.Source files(Map<String, String> files) {
        return name -> files.containsKey(name)
                ? new ByteArrayInputStream(files.get(name).getBytes(StandardCharsets.UTF_8))
                : null;
    }
}
