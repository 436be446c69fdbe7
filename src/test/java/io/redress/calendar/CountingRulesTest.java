package io.redress.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.language.Language;
import io.redress.language.Sentences;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The counting rules of the list of deadlines, by examples worked out by hand on the packaged calendars. */
class CountingRulesTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Calendars CALENDARS =
            CalendarFolder.packaged(new Sentences(Language.EN)).load();
    private static final WorkingCalendar OFFICE = calendar("office");

    @ParameterizedTest(name = "{0}: {1} + {2} = {3} ({4})")
    @CsvSource(delimiter = '|', textBlock = """
            # Rule 1: days end at 23:59:59, working days at the close of business.
            office              | 2026-11-24T10:00:00 | 3 days          | 2026-11-27T23:59:59 | whatever the opening hours
            office              | 2026-11-24T10:00:00 | 2 working-days  | 2026-11-26T18:00:00 | Wed and Thu
            office              | 2026-11-24T10:00:00 | 10 working-days | 2026-12-08T18:00:00 | two working weeks: 25-27, 30-4, 7-8
            supermarket         | 2026-11-24T10:00:00 | 1 working-days  | 2026-11-25T22:00:00 | its own close
            mall-service-centre | 2026-11-24T10:00:00 | 1 working-days  | 2026-11-25T21:30:00 | its own close
            bank                | 2026-11-24T10:00:00 | 1 working-days  | 2026-11-25T17:00:00 | its own close
            factory             | 2026-11-24T10:00:00 | 1 working-days  | 2026-11-25T17:00:00 | its own close
            property-office     | 2026-11-24T10:00:00 | 1 working-days  | 2026-11-25T17:30:00 | Mon to Thu 17:30
            property-office     | 2026-11-26T10:00:00 | 1 working-days  | 2026-11-27T16:30:00 | earlier on Fridays
            property-office     | 2026-11-26T10:00:00 | 2 working-days  | 2026-11-28T12:00:00 | Saturday morning
            property-office     | 2026-11-26T10:00:00 | 3 working-days  | 2026-11-30T17:30:00 | never on Sunday
            ecommerce-desk      | 2026-11-24T10:00:00 | 2 working-days  | 2026-11-26T23:59:59 | open until 24:00
            # Rule 2: day 1 is the next (working) day, whatever the time of the start.
            office              | 2026-11-24T07:00:00 | 1 working-days  | 2026-11-25T18:00:00 | before opening
            office              | 2026-11-24T18:00:00 | 1 working-days  | 2026-11-25T18:00:00 | at close
            office              | 2026-11-24T23:59:59 | 1 working-days  | 2026-11-25T18:00:00 | the last second of the day
            office              | 2026-11-25T00:00:00 | 1 working-days  | 2026-11-26T18:00:00 | the first second of the next
            office              | 2026-11-28T12:00:00 | 1 working-days  | 2026-11-30T18:00:00 | on a closed Saturday
            office              | 2026-11-24T23:59:59 | 1 days          | 2026-11-25T23:59:59 | the last second of the day
            office              | 2026-11-25T00:00:00 | 1 days          | 2026-11-26T23:59:59 | the first second of the next
            # Rule 3: only the hold moves; a deadline in days stays on a holiday.
            office              | 2026-09-20T10:00:00 | 15 days         | 2026-10-05T23:59:59 | National Day
            # Rule 4: minutes and hours are elapsed; business hours end as early as they can.
            office              | 2026-12-31T23:50:00 | 15 minutes      | 2027-01-01T00:05:00 | across the year's end
            office              | 2026-10-01T10:00:00 | 24 hours        | 2026-10-02T10:00:00 | on holidays too
            office              | 2026-11-24T09:00:00 | 3 business-hours | 2026-11-24T12:00:00 | at a close, not at the next opening
            office              | 2026-11-24T09:00:00 | 4 business-hours | 2026-11-24T14:30:00 | lunch does not count
            office              | 2026-11-24T12:00:00 | 1 business-hours | 2026-11-24T14:30:00 | closed at its last instant
            office              | 2026-11-24T06:00:00 | 1 business-hours | 2026-11-24T10:00:00 | from opening
            office              | 2026-11-27T17:30:00 | 1 business-hours | 2026-11-30T09:30:00 | across the weekend
            office              | 2026-09-30T17:59:59 | 1 business-hours | 2026-10-08T09:59:59 | a second before National Day
            ecommerce-desk      | 2026-11-24T00:00:00 | 24 business-hours | 2026-11-25T00:00:00 | all 24 hours count
            # Rule 6: make-up days, each site as it keeps them.
            office              | 2026-09-18T10:00:00 | 1 working-days  | 2026-09-20T18:00:00 | Sunday named, kept
            factory             | 2026-09-18T10:00:00 | 1 working-days  | 2026-09-21T17:00:00 | keeps Saturdays only
            factory             | 2026-10-09T10:00:00 | 1 working-days  | 2026-10-10T17:00:00 | Saturday named
            bank                | 2026-09-18T10:00:00 | 2 working-days  | 2026-09-20T17:00:00 | open on Saturday anyway, Sunday named
            property-office     | 2026-09-18T10:00:00 | 2 working-days  | 2026-09-20T17:30:00 | in its make-up hours
            property-office     | 2026-10-09T10:00:00 | 1 working-days  | 2026-10-10T17:30:00 | not its Saturday hours
            property-office     | 2026-10-09T16:30:00 | 4 business-hours | 2026-10-10T14:30:00 | 3 h 30 min in the morning of a make-up day
            supermarket         | 2026-09-30T23:00:00 | 3 working-days  | 2026-10-03T22:00:00 | holidays are days like others
            office              | 2026-02-13T17:59:00 | 1 working-days  | 2026-02-14T18:00:00 | make-up Saturday before Spring Festival
            office              | 2026-02-13T17:59:00 | 2 working-days  | 2026-02-24T18:00:00 | closed 15 to 23 February
            # Only dates named are holidays: Saturday 8 June 2024 is joined to the holiday, not named.
            bank                | 2024-06-07T10:00:00 | 1 working-days  | 2024-06-08T17:00:00 | open on Saturday
            bank                | 2024-06-07T10:00:00 | 2 working-days  | 2024-06-11T17:00:00 | Sunday, then Monday named
            # Year ends and leap days.
            office              | 2025-12-31T10:00:00 | 1 working-days  | 2026-01-04T18:00:00 | New Year, then a make-up Sunday
            factory             | 2025-12-31T10:00:00 | 1 working-days  | 2026-01-05T17:00:00 | which the factory does not keep
            office              | 2024-02-28T10:00:00 | 1 days          | 2024-02-29T23:59:59 | leap day
            office              | 2024-02-28T10:00:00 | 1 working-days  | 2024-02-29T18:00:00 | leap day
            office              | 2024-02-28T10:00:00 | 48 hours        | 2024-03-01T10:00:00 | leap day
            # Rule 9: the monthly review starts at 00:00 on the 1st, which is never day 1.
            office              | 2026-10-01T00:00:00 | 5 working-days  | 2026-10-13T18:00:00 | 8, 9, make-up 10, 12, 13
            supermarket         | 2026-10-01T00:00:00 | 5 working-days  | 2026-10-06T22:00:00 | 2 to 6
            """)
    void countsByTheRules(String calendar, LocalDateTime start, String target, LocalDateTime due, String why) {
        assertThat(calendar(calendar).add(at(start), target(target))).isEqualTo(at(due));
    }

    @ParameterizedTest(name = "{0}: declared {1}, {2} days, ends {3} ({4})")
    @CsvSource(delimiter = '|', textBlock = """
            office  | 2026-03-01T10:00:00 | 15 | 2026-03-16T23:59:59 | the example of the procedure
            office  | 2026-09-20T10:00:00 | 15 | 2026-10-08T23:59:59 | 5 October is a holiday until the 7th
            office  | 2026-11-13T10:00:00 | 15 | 2026-11-30T23:59:59 | a Saturday
            bank    | 2026-11-13T10:00:00 | 15 | 2026-11-28T23:59:59 | a Saturday on which it is open
            office  | 2026-09-05T10:00:00 | 15 | 2026-09-20T23:59:59 | a make-up Sunday
            factory | 2026-09-05T10:00:00 | 15 | 2026-09-21T23:59:59 | a make-up Sunday that it does not keep
            """)
    void movesTheHoldToTheNextWorkingDay(
            String calendar, LocalDateTime declared, int days, LocalDateTime end, String why) {
        assertThat(calendar(calendar)
                        .dueOnOpenDay(at(declared), new Target(days, DeadlineUnit.DAYS), List.of())
                        .at())
                .isEqualTo(at(end));
    }

    @Test
    void movesNothingButCalendarDays() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OFFICE.dueOnOpenDay(at("2026-11-24T10:00"), target("2 working-days"), List.of()));
    }

    @ParameterizedTest(name = "{0}: {1} + {2}, paused {3} to {4}, is due {5} ({6})")
    @CsvSource(delimiter = '|', textBlock = """
            office | 2026-11-24T10:00:00 | 24 hours         | 2026-11-24T12:00:00 | 2026-11-24T13:00:00 | 2026-11-25T11:00:00 | moved by its length
            office | 2026-11-24T10:00:00 | 24 hours         | 2026-11-24T08:00:00 | 2026-11-24T13:00:00 | 2026-11-25T13:00:00 | only from the start on
            office | 2026-11-24T10:00:00 | 24 hours         | 2026-11-24T08:00:00 | 2026-11-24T10:00:00 | 2026-11-25T10:00:00 | over before the start
            office | 2026-11-24T10:00:00 | 24 hours         | 2026-11-25T10:00:00 | 2026-11-26T10:00:00 | 2026-11-25T10:00:00 | begins at the due instant
            office | 2026-11-24T10:00:00 | 24 hours         | 2026-11-25T09:59:59 | 2026-11-26T09:59:59 | 2026-11-26T10:00:00 | a second before it
            office | 2026-11-24T10:00:00 | 4 business-hours | 2026-11-24T11:00:00 | 2026-11-24T14:00:00 | 2026-11-24T17:00:00 | moved by 1 h 30 min of opening time
            office | 2026-11-24T10:00:00 | 4 business-hours | 2026-11-24T12:00:00 | 2026-11-24T13:30:00 | 2026-11-24T15:30:00 | nothing lost over lunch
            office | 2026-11-24T10:00:00 | 2 business-hours | 2026-11-24T12:00:00 | 2026-11-24T17:00:00 | 2026-11-24T12:00:00 | used up at the close at which it begins
            office | 2026-11-24T10:00:00 | 2 working-days   | 2026-11-25T09:00:00 | 2026-11-25T17:59:59 | 2026-11-26T18:00:00 | running again when Wednesday closes
            office | 2026-11-24T10:00:00 | 2 working-days   | 2026-11-25T09:00:00 | 2026-11-25T18:00:00 | 2026-11-27T18:00:00 | ends with the close: left out
            office | 2026-11-24T10:00:00 | 2 working-days   | 2026-11-25T17:59:59 | 2026-11-25T18:00:01 | 2026-11-27T18:00:00 | two seconds around the close
            office | 2026-11-24T10:00:00 | 2 working-days   | 2026-11-25T18:00:00 | 2026-11-26T17:00:00 | 2026-11-26T18:00:00 | begins at the close: counted
            office | 2026-11-24T10:00:00 | 2 working-days   | 2026-11-24T11:00:00 | 2026-11-24T20:00:00 | 2026-11-26T18:00:00 | on the day of the start nothing is counted
            office | 2026-11-24T10:00:00 | 2 working-days   | 2026-11-26T18:00:00 | 2026-12-26T18:00:00 | 2026-11-26T18:00:00 | begins at the due instant
            office | 2026-11-24T10:00:00 | 3 days           | 2026-11-25T12:00:00 | 2026-11-26T12:00:00 | 2026-11-28T23:59:59 | the 25th closes inside
            office | 2026-11-24T10:00:00 | 3 days           | 2026-11-25T12:00:00 | 2026-11-25T23:59:58 | 2026-11-27T23:59:59 | a second too short
            """)
    void movesTheDueInstantByPauses(
            String calendar,
            LocalDateTime start,
            String target,
            LocalDateTime from,
            LocalDateTime to,
            LocalDateTime due,
            String why) {
        assertThat(calendar(calendar)
                        .due(at(start), target(target), List.of(new Pause(at(from), at(to))))
                        .at())
                .isEqualTo(at(due));
    }

    @ParameterizedTest(name = "{0} + {1}, paused since {2}: {3} left")
    @CsvSource(delimiter = '|', textBlock = """
            2026-11-24T10:00:00 | 24 hours         | 2026-11-24T14:00:30 | 19 h 59 min 30 s
            2026-11-24T10:00:00 | 24 hours         | 2026-11-23T14:00:00 | 24 h 0 min
            2026-11-24T10:00:00 | 4 business-hours | 2026-11-24T12:30:00 | 2 h 0 min
            2026-11-24T10:00:00 | 3 working-days   | 2026-11-25T18:00:00 | 2 working days
            2026-11-24T10:00:00 | 3 working-days   | 2026-11-25T17:59:59 | 3 working days
            2026-11-24T10:00:00 | 3 days           | 2026-11-26T12:00:00 | 2 days
            """)
    void hasNoDueInstantWhileAPauseIsOpen(LocalDateTime start, String target, LocalDateTime from, String left) {
        Due due = OFFICE.due(at(start), target(target), List.of(new Pause(at(from), null)));
        assertThat(due.at()).isNull();
        assertThat(due.left(new Sentences(Language.EN))).isEqualTo(left);
        assertThat(OFFICE.atRisk(at(start), target(target), List.of(new Pause(at(from), null)), 75))
                .isEmpty();
    }

    @Test
    void keepsTheDueInstantWhenAPauseWithoutEndBeginsAtIt() {
        for (String target : List.of("24 hours", "1 working-days", "1 days", "8 business-hours")) {
            Instant due = OFFICE.add(at("2026-11-24T10:00"), target(target));
            assertThat(OFFICE.due(at("2026-11-24T10:00"), target(target), List.of(new Pause(due, null)))
                            .at())
                    .isEqualTo(due);
        }
    }

    @Test
    void leavesOutAnOpenDayThatClosesInAPauseWhenTheHoldMoves() {
        // The 15th day is Saturday 28 November; Monday closes in the pause, so the hold ends with Tuesday.
        Pause pause = new Pause(at("2026-11-29T12:00"), at("2026-12-01T12:00"));
        assertThat(OFFICE.dueOnOpenDay(at("2026-11-13T10:00"), target("15 days"), List.of(pause))
                        .at())
                .isEqualTo(at("2026-12-01T23:59:59"));
        Due parked = OFFICE.dueOnOpenDay(
                at("2026-11-13T10:00"), target("15 days"), List.of(new Pause(at("2026-11-29T12:00"), null)));
        assertThat(parked.parked()).isTrue();
        assertThat(parked.left()).isZero();
    }

    @Test
    void refusesAPauseThatEndsBeforeItBeginsAndATargetBelowOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Pause(at("2026-11-24T10:00"), at("2026-11-24T09:59")));
        assertThatIllegalArgumentException().isThrownBy(() -> new Target(0, DeadlineUnit.HOURS));
    }

    @ParameterizedTest(name = "{0} + {1} on {2}")
    @CsvSource(delimiter = '|', textBlock = """
            office  | 2026-12-31T10:00:00 | 1 working-days   | 2027
            office  | 2026-12-31T17:30:00 | 1 business-hours | 2027
            office  | 2023-12-28T10:00:00 | 1 working-days   | 2023
            office  | 2023-12-29T17:59:59 | 1 business-hours | 2023
            factory | 2026-12-31T10:00:00 | 1 working-days   | 2027
            """)
    void refusesWhatMustKnowAMissingYear(String calendar, LocalDateTime start, String target, int year) {
        assertThatThrownBy(() -> calendar(calendar).add(at(start), target(target)))
                .isInstanceOfSatisfying(YearNotLoaded.class, refused -> {
                    assertThat(refused.calendar()).isEqualTo(calendar);
                    assertThat(refused.year()).isEqualTo(year);
                    assertThat(refused).hasMessageContainingAll(calendar, Integer.toString(year), "Add the notice");
                    assertThat(refused.sentence(new Sentences(Language.ZH))).contains("请把" + year + "年的放假通知");
                });
    }

    @ParameterizedTest(name = "{0} + {1} on {2} = {3}")
    @CsvSource(delimiter = '|', textBlock = """
            office      | 2026-12-31T10:00:00 | 72 hours          | 2027-01-03T10:00:00 | elapsed time
            office      | 2026-12-31T10:00:00 | 30 days           | 2027-01-30T23:59:59 | calendar days that cannot move
            supermarket | 2026-12-31T10:00:00 | 2 working-days    | 2027-01-02T22:00:00 | a site without holidays
            supermarket | 2031-12-31T21:00:00 | 2 business-hours  | 2032-01-01T09:00:00 | a site without holidays
            office      | 2026-12-31T10:00:00 | 6 business-hours  | 2026-12-31T17:30:00 | over before the year ends
            office      | 2023-12-31T10:00:00 | 1 working-days    | 2024-01-02T18:00:00 | the day of the start is not counted
            office      | 2023-12-31T18:00:00 | 1 business-hours  | 2024-01-02T10:00:00 | after every possible close
            """)
    void refusesNothingElse(String calendar, LocalDateTime start, String target, LocalDateTime due, String why) {
        assertThat(calendar(calendar).add(at(start), target(target))).isEqualTo(at(due));
    }

    @Test
    void needNotKnowAMissingYearThatAPauseCovers() {
        List<Opening> hours = Opening.day("09:00-17:00");
        WorkingCalendar calendar = WorkingCalendar.closedOnHolidays(
                "gap",
                SHANGHAI,
                Map.of(DayOfWeek.TUESDAY, hours, DayOfWeek.THURSDAY, hours),
                MakeUpDays.NONE,
                List.of(),
                List.of(
                        new HolidayYear(2024, false, Map.of(), Set.of()),
                        new HolidayYear(2026, false, Map.of(), Set.of())));
        Pause pause = new Pause(at("2024-12-31T18:00"), at("2026-01-01T12:00"));
        // Tuesday 31 December 2024 and Thursday 1 January 2026.
        assertThat(calendar.due(at("2024-12-30T10:00"), target("2 working-days"), List.of(pause))
                        .at())
                .isEqualTo(at("2026-01-01T17:00"));
        assertThat(calendar.due(at("2024-12-30T10:00"), target("9 business-hours"), List.of(pause))
                        .at())
                .isEqualTo(at("2026-01-01T13:00"));
        assertThatThrownBy(() -> calendar.add(at("2024-12-30T10:00"), target("2 working-days")))
                .isInstanceOf(YearNotLoaded.class);
    }

    @Test
    void refusesTheHoldThatMayHaveToMoveInAMissingYear() {
        assertThatThrownBy(() -> OFFICE.dueOnOpenDay(at("2026-12-20T10:00"), target("15 days"), List.of()))
                .isInstanceOf(YearNotLoaded.class);
        assertThatThrownBy(() -> OFFICE.atRisk(at("2026-12-20T10:00"), target("15 days"), List.of(), 75))
                .isInstanceOf(YearNotLoaded.class);
    }

    @Test
    void callsDecemberProvisionalUntilTheNextYearIsLoaded() {
        assertThat(OFFICE.provisionalDays(2027))
                .contains(new ProvisionalDays(2027, LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 31)));
        assertThat(OFFICE.provisionalDays(2026)).isEmpty();
        assertThat(OFFICE.provisionalDays(2028)).as("nothing of it is known").isEmpty();
        assertThat(calendar("supermarket").provisionalDays(2027)).isEmpty();
        assertThat(provisional(OFFICE, "2026-11-27T10:00", "1 working-days")).isFalse();
        assertThat(provisional(OFFICE, "2026-11-30T10:00", "1 working-days")).isTrue();
        assertThat(provisional(OFFICE, "2026-12-31T10:00", "2 business-hours")).isTrue();
        assertThat(provisional(OFFICE, "2025-12-15T10:00", "1 working-days")).isFalse();
        assertThat(provisional(calendar("supermarket"), "2026-12-15T10:00", "1 working-days"))
                .isFalse();
    }

    @Test
    void callsWhatReachesIntoAProvisionalYearProvisional() {
        WorkingCalendar office = CalendarFolderTest.officeWithAProvisional2027();
        assertThat(office.provisionalDays(2027))
                .contains(new ProvisionalDays(2027, LocalDate.of(2026, 12, 1), LocalDate.of(2027, 12, 31)));
        assertThat(provisional(office, "2026-11-23T10:00", "5 working-days")).isFalse();
        assertThat(provisional(office, "2026-12-24T10:00", "10 working-days")).isTrue();
        assertThat(provisional(office, "2027-03-01T10:00", "3 business-hours")).isTrue();
        assertThat(provisional(office, "2027-03-01T10:00", "72 hours")).isFalse();
        assertThat(provisional(office, "2027-03-01T10:00", "15 days")).isFalse();
        assertThat(office.dueOnOpenDay(at("2026-12-20T10:00"), target("15 days"), List.of())
                        .provisional())
                .as("the hold, which moves to an open day")
                .isTrue();
    }

    private static boolean provisional(WorkingCalendar calendar, String start, String target) {
        return calendar.due(at(start), target(target), List.of()).provisional();
    }

    @Test
    void namesTheMissingYears() {
        LocalDate first = LocalDate.of(2023, 12, 31);
        LocalDate last = LocalDate.of(2028, 1, 1);
        assertThat(OFFICE.missingYears(first, last)).containsExactly(2023, 2027, 2028);
        assertThat(CALENDARS.all())
                .filteredOn(calendar -> !calendar.missingYears(first, last).isEmpty())
                .extracting(WorkingCalendar::id)
                .containsExactly("bank", "factory", "office", "property-office");
        assertThat(CALENDARS.all())
                .allSatisfy(calendar -> assertThat(
                                calendar.missingYears(LocalDate.of(2024, 1, 1), LocalDate.of(2026, 12, 31)))
                        .isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "supermarket,1000000000 working-days",
        "supermarket,400000 working-days",
        "office,9223372036854775807 working-days",
        "supermarket,9223372036854775807 business-hours",
        "supermarket,5000000 business-hours",
        "office,9223372036854775807 hours",
        "office,9000000 hours",
        "office,9223372036854775807 days",
        "office,360000 days"
    })
    void refusesATargetThatLeavesTheCalendarInWords(String calendar, String target) {
        long before = System.nanoTime();
        assertThatThrownBy(() -> calendar(calendar).add(at("2026-11-24T10:00"), target(target)))
                .isInstanceOf(DateOutOfReach.class)
                .hasMessageContaining("enter a smaller target");
        assertThatThrownBy(() -> calendar(calendar).subtract(at("2026-11-24T10:00"), target(target)))
                .isInstanceOfAny(DateOutOfReach.class, YearNotLoaded.class);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void refusesInstantsOutOfReach() {
        assertThatThrownBy(() -> OFFICE.add(Instant.MAX, target("1 hours"))).isInstanceOf(DateOutOfReach.class);
        assertThatThrownBy(() -> OFFICE.openingTime(Instant.MIN, Instant.MAX)).isInstanceOf(DateOutOfReach.class);
        assertThat(OFFICE.add(at("2999-12-31T22:59:59"), target("1 hours"))).isEqualTo(at("2999-12-31T23:59:59"));
        assertThatThrownBy(() -> OFFICE.add(at("2999-12-31T23:00:00"), target("1 hours")))
                .isInstanceOf(DateOutOfReach.class);
    }

    @Test
    void givesAFollowUpItsWindow() {
        // After-sales, 1 to 3 working days: opens on Wednesday, ends when Friday closes.
        assertThat(OFFICE.followUp(at("2026-11-24T10:00"), target("1 working-days"), target("3 working-days")))
                .isEqualTo(new FollowUpWindow(at("2026-11-25T09:00"), at("2026-11-27T18:00")));
        // Supermarket, 3 to 7 days.
        assertThat(calendar("supermarket").followUp(at("2026-11-24T10:00"), target("3 days"), target("7 days")))
                .isEqualTo(new FollowUpWindow(at("2026-11-27T08:00"), at("2026-12-01T23:59:59")));
        // The third day is a closed Saturday: first opening after it.
        assertThat(OFFICE.followUp(at("2026-11-25T10:00"), target("3 days"), target("7 days")))
                .isEqualTo(new FollowUpWindow(at("2026-11-30T09:00"), at("2026-12-02T23:59:59")));
        // All days named are National Day: the window is over before the office opens.
        assertThat(OFFICE.followUp(at("2026-09-30T10:00"), target("3 days"), target("7 days")))
                .isEqualTo(new FollowUpWindow(at("2026-10-08T09:00"), at("2026-10-07T23:59:59")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OFFICE.followUp(at("2026-11-24T10:00"), target("3 working-days"), target("7 days")));
    }

    @Test
    void remindsAtTheOpeningOfEachWorkingDayFromDayOneOn() {
        Instant start = at("2026-09-30T10:00");
        assertThat(OFFICE.openingOfWorkingDay(start, 1)).isEqualTo(at("2026-10-08T09:00"));
        assertThat(OFFICE.openingOfWorkingDay(start, 3)).isEqualTo(at("2026-10-10T09:00"));
        assertThat(OFFICE.openingOfWorkingDay(start, 4)).isEqualTo(at("2026-10-12T09:00"));
        assertThat(calendar("ecommerce-desk").openingOfWorkingDay(start, 1)).isEqualTo(at("2026-10-01T00:00"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T08:59:59,2026-11-24T09:00:00",
        "2026-11-24T09:00:00,2026-11-24T09:00:00",
        "2026-11-24T10:15:00,2026-11-24T10:15:00",
        "2026-11-24T12:00:00,2026-11-24T13:30:00",
        "2026-11-27T18:00:00,2026-11-30T09:00:00",
    })
    void findsTheFirstOpening(LocalDateTime from, LocalDateTime opening) {
        assertThat(OFFICE.firstOpening(at(from))).isEqualTo(at(opening));
    }

    @ParameterizedTest(name = "{0}: {1} + {2} at {3} %: {4}")
    @CsvSource(delimiter = '|', textBlock = """
            office | 2026-11-24T10:00:00 | 24 hours         | 75 | 2026-11-25T04:00:00 | running time
            office | 2026-11-24T10:00:00 | 60 minutes       | 75 | 2026-11-24T10:45:00 | one hour is not under one hour
            office | 2026-11-24T10:00:00 | 61 minutes       | 33 | 2026-11-24T10:20:07 | 1207.8 s, rounded down
            office | 2026-11-24T10:00:00 | 4 business-hours | 75 | 2026-11-24T14:30:00 | 2 h before lunch, 1 h after
            # 2 h on Tuesday and 7 h 30 min on Wednesday are 34 200 s; 75 % are 25 650: 7 200, 10 800 before lunch, 7 650 after.
            office | 2026-11-24T16:00:00 | 1 working-days   | 75 | 2026-11-25T15:37:30 | opening time
            office | 2026-11-24T16:00:00 | 1 days           | 75 | 2026-11-25T15:37:30 | opening time until 23:59:59
            office | 2026-11-27T18:00:00 | 2 days           | 75 | 2026-11-27T18:00:00 | no opening time is left: at once
            """)
    void knowsWhenADeadlineIsAtRisk(
            String calendar, LocalDateTime start, String target, int percent, LocalDateTime atRisk, String why) {
        assertThat(calendar(calendar).atRisk(at(start), target(target), List.of(), percent))
                .contains(at(atRisk));
    }

    @Test
    void leavesPausesOutOfTheTimeAtRisk() {
        Instant start = at("2026-11-24T10:00");
        Pause paused = new Pause(at("2026-11-24T11:00"), at("2026-11-24T17:00"));
        assertThat(OFFICE.atRisk(start, target("4 hours"), List.of(paused), 75)).contains(at("2026-11-24T19:00"));
        // Open and running: 1 h, then 1 h, then 7 h 30 min on Wednesday are 34 200 s; 25 650 - 7 200 - 10 800 = 7 650
        // after lunch.
        assertThat(OFFICE.atRisk(start, target("1 working-days"), List.of(paused), 75))
                .contains(at("2026-11-25T15:37:30"));
        // 36.6 s of 61 minutes: 36 before the pause, 0.6 after it.
        Pause soon = new Pause(start.plusSeconds(36), start.plusSeconds(3636));
        assertThat(OFFICE.atRisk(start, target("61 minutes"), List.of(soon), 1)).contains(start.plusSeconds(3636));
        // 36 s of 60 minutes are used up before the pause begins.
        assertThat(OFFICE.atRisk(start, target("60 minutes"), List.of(soon), 1)).contains(start.plusSeconds(36));
    }

    @Test
    void isNeverAtRiskUnderOneHour() {
        assertThat(OFFICE.atRisk(at("2026-11-24T10:00"), target("59 minutes"), List.of(), 75))
                .isEmpty();
    }

    @Test
    void cutsFractionsOfASecondOff() {
        assertThat(OFFICE.add(at("2026-11-24T10:00").plusMillis(999), target("24 hours")))
                .isEqualTo(at("2026-11-25T10:00"));
        assertThat(OFFICE.due(
                                at("2026-11-24T10:00"),
                                target("24 hours"),
                                List.of(new Pause(
                                        at("2026-11-24T12:00").plusMillis(700),
                                        at("2026-11-24T13:00").plusMillis(100))))
                        .at())
                .isEqualTo(at("2026-11-25T11:00"));
    }

    @Test
    void measuresWhatLiesBetween() {
        assertThat(OFFICE.openingTime(at("2026-11-27T11:00"), at("2026-11-30T10:00")))
                .isEqualTo(Duration.ofMinutes(60 + 270 + 60));
        assertThat(OFFICE.openingTime(at("2026-11-30T10:00"), at("2026-11-27T11:00")))
                .isEqualTo(Duration.ZERO);
        assertThat(OFFICE.workingDays(at("2026-11-24T10:00"), at("2026-11-30T17:59:59")))
                .isEqualTo(3);
        assertThat(OFFICE.workingDays(at("2026-11-24T10:00"), at("2026-11-30T18:00")))
                .isEqualTo(4);
        assertThat(OFFICE.days(at("2026-11-24T10:00"), at("2026-11-25T23:59:58")))
                .isZero();
        assertThat(OFFICE.days(at("2026-11-24T10:00"), at("2026-11-25T23:59:59")))
                .isEqualTo(1);
        assertThat(OFFICE.endOf(LocalDate.of(2026, 11, 25))).isEqualTo(at("2026-11-25T23:59:59"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-26T18:00:00,2 working-days,2026-11-24T23:59:59",
        "2026-11-26T17:59:59,2 working-days,2026-11-23T23:59:59",
        "2026-11-26T23:59:59,2 days,2026-11-24T23:59:59",
        "2026-11-26T12:00:00,2 days,2026-11-23T23:59:59",
        "2026-11-26T18:00:00,5 business-hours,2026-11-26T11:30:00",
        // Between 12:00 and 13:30 it makes no difference: the latest.
        "2026-11-26T14:30:00,1 business-hours,2026-11-26T13:30:00",
        "2026-11-26T09:30:00,1 business-hours,2026-11-25T17:30:00",
        "2026-11-26T09:30:00,24 hours,2026-11-25T09:30:00",
    })
    void countsBackToTheLatestStart(LocalDateTime end, String target, LocalDateTime start) {
        assertThat(OFFICE.subtract(at(end), target(target))).isEqualTo(at(start));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # Friday 11:00 to Monday 10:00 has 6.5 opening hours: 1 before lunch, 2.25 after it.
            2026-11-27T11:00:00, 2026-11-30T10:00:00, 2026-11-27T15:45:00
            # Half of 3 seconds, rounded down.
            2026-11-27T11:00:00, 2026-11-27T11:00:03, 2026-11-27T11:00:01
            # Over National Day.
            2026-09-30T17:00:00, 2026-10-08T10:00:00, 2026-09-30T18:00:00
            # Closed all the time, or no time at all.
            2026-11-28T10:00:00, 2026-11-29T10:00:00, 2026-11-28T10:00:00
            2026-11-27T11:00:00, 2026-11-27T11:00:00, 2026-11-27T11:00:00
            """)
    void halfOfTheTimeIsHalfOfTheOpeningTime(String from, String to, String half) {
        assertThat(OFFICE.halfway(at(from), at(to))).isEqualTo(at(half));
    }

    @Test
    void readsUnitsAsDecisionTablesWriteThem() {
        for (DeadlineUnit unit : DeadlineUnit.values()) {
            assertThat(DeadlineUnit.named(unit.text())).contains(unit);
        }
        assertThat(DeadlineUnit.WORKING_DAYS.text()).isEqualTo("working-days");
        assertThat(DeadlineUnit.named("workdays")).isEmpty();
    }

    @Test
    void opensAndClosesWhenTheClockFirstShowsTheTime() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        // 2026-03-29 has no 02:00 to 03:00, 2026-10-25 has it twice.
        WorkingCalendar nights = WorkingCalendar.openOnHolidays(
                "nights", berlin, Map.of(DayOfWeek.SUNDAY, Opening.day("00:30-02:30, 02:45-06:00")));
        Instant spring = LocalDateTime.parse("2026-03-29T00:30").atZone(berlin).toInstant();
        assertThat(nights.openingTime(spring, spring.plus(Duration.ofDays(1)))).isEqualTo(Duration.ofMinutes(270));
        assertThat(nights.firstOpening(spring.plus(Duration.ofMinutes(90))))
                .isEqualTo(
                        LocalDateTime.parse("2026-03-29T03:00").atZone(berlin).toInstant());
        Instant autumn = LocalDateTime.parse("2026-10-25T00:30").atZone(berlin).toInstant();
        // Closes at the first 02:30, opens at the first 02:45, and has an hour more until 06:00.
        assertThat(nights.openingTime(autumn, autumn.plus(Duration.ofDays(1))))
                .isEqualTo(Duration.ofMinutes(120 + 195 + 60));
        assertThat(nights.firstOpening(autumn.plus(Duration.ofHours(2))))
                .isEqualTo(autumn.plus(Duration.ofMinutes(135)));
    }

    @Test
    void endsTheDayWithItsLastSecondWhereTheClockIsPutForwardAtMidnight() {
        // In Santiago 2026-09-06 begins at 01:00.
        ZoneId santiago = ZoneId.of("America/Santiago");
        WorkingCalendar always = WorkingCalendar.openOnHolidays(
                "always", santiago, Map.of(DayOfWeek.SATURDAY, Opening.day("00:00-24:00")));
        Instant friday =
                LocalDateTime.parse("2026-09-04T12:00").atZone(santiago).toInstant();
        assertThat(always.add(friday, target("1 working-days")))
                .isEqualTo(LocalDateTime.parse("2026-09-05T23:59:59")
                        .atZone(santiago)
                        .toInstant());
    }

    private static WorkingCalendar calendar(String id) {
        return CALENDARS.find(id).orElseThrow();
    }

    static Target target(String text) {
        String[] words = text.split(" ");
        return new Target(Long.parseLong(words[0]), DeadlineUnit.named(words[1]).orElseThrow());
    }

    private static Instant at(String local) {
        return at(LocalDateTime.parse(local));
    }

    private static Instant at(LocalDateTime local) {
        return local.atZone(SHANGHAI).toInstant();
    }
}
