package io.redress.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.language.Language;
import io.redress.language.Sentences;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplanationTest {

    private static final Sentences ENGLISH = new Sentences(Language.EN);
    private static final Sentences CHINESE = new Sentences(Language.ZH);
    private static final Calendars CALENDARS = CalendarFolder.packaged(ENGLISH).load();
    private static final WorkingCalendar OFFICE = CALENDARS.find("office").orElseThrow();

    @Test
    void explainsWorkingDaysAcrossHolidaysAndMakeUpDays() {
        Explanation explanation =
                OFFICE.explain(at("2026-09-29T16:10"), new Target(4, DeadlineUnit.WORKING_DAYS), List.of());
        assertThat(explanation.sentences(ENGLISH))
                .containsExactly(
                        "Tue 29 Sep 2026 16:10: start, 4 working days; this day is not counted",
                        "Wed 30 Sep 2026: working day 1",
                        "Thu 1 Oct 2026 – Wed 7 Oct 2026: National Day",
                        "Thu 8 Oct 2026 – Fri 9 Oct 2026: working days 2 to 3",
                        "Sat 10 Oct 2026: make-up day, working day 4",
                        "Sat 10 Oct 2026 18:00: due, close of business of working day 4");
        assertThat(explanation.sentences(CHINESE))
                .containsExactly(
                        "2026年9月29日（周二）16:10：开始计时，时限4个工作日，当天不计",
                        "2026年9月30日（周三）：第1个工作日",
                        "2026年10月1日（周四）至2026年10月7日（周三）：国庆节",
                        "2026年10月8日（周四）至2026年10月9日（周五）：第2至第3个工作日",
                        "2026年10月10日（周六）：调休上班，第4个工作日",
                        "2026年10月10日（周六）18:00：到期，第4个工作日下班");
    }

    @Test
    void explainsBusinessHoursByWhatWasSkipped() {
        Pause paused = new Pause(at("2026-10-09T17:00"), at("2026-10-10T09:30"));
        assertThat(OFFICE.explain(at("2026-10-09T11:00"), new Target(8, DeadlineUnit.BUSINESS_HOURS), List.of(paused))
                        .sentences(ENGLISH))
                .containsExactly(
                        "Fri 9 Oct 2026 11:00: start, 8 business hours",
                        "Fri 9 Oct 2026 12:00 – 13:30: break",
                        "Fri 9 Oct 2026 17:00 – Sat 10 Oct 2026 09:30: paused",
                        "Sat 10 Oct 2026 09:30 – 12:00: make-up day, open",
                        "Sat 10 Oct 2026 12:00 – 13:30: break",
                        "Sat 10 Oct 2026 13:30 – 14:30: make-up day, open",
                        "Sat 10 Oct 2026 14:30: due, opening time used up");
    }

    @Test
    void explainsNightsAndWeekendsOfBusinessHours() {
        assertThat(OFFICE.explain(at("2026-11-27T17:00"), new Target(2, DeadlineUnit.BUSINESS_HOURS), List.of())
                        .sentences(ENGLISH))
                .containsExactly(
                        "Fri 27 Nov 2026 17:00: start, 2 business hours",
                        "Fri 27 Nov 2026 18:00 – Sat 28 Nov 2026 00:00: outside opening hours",
                        "Sat 28 Nov 2026 – Sun 29 Nov 2026: weekend",
                        "Mon 30 Nov 2026 00:00 – 09:00: outside opening hours",
                        "Mon 30 Nov 2026 10:00: due, opening time used up");
    }

    @Test
    void listsNoNightsForElapsedTime() {
        Pause paused = new Pause(at("2026-11-28T08:00"), at("2026-11-28T08:00:30"));
        assertThat(OFFICE.explain(at("2026-11-27T17:00"), new Target(72, DeadlineUnit.HOURS), List.of(paused))
                        .sentences(ENGLISH))
                .containsExactly(
                        "Fri 27 Nov 2026 17:00: start, 72 hours",
                        "Sat 28 Nov 2026 08:00 – 08:00:30: paused",
                        "Mon 30 Nov 2026 17:00:30: due");
    }

    @Test
    void explainsWhereTheHoldMovedTo() {
        assertThat(OFFICE.explainOnOpenDay(at("2026-11-13T10:00"), new Target(15, DeadlineUnit.DAYS), List.of())
                        .sentences(ENGLISH))
                .containsExactly(
                        "Fri 13 Nov 2026 10:00: start, 15 days; this day is not counted",
                        "Sat 14 Nov 2026 – Sat 28 Nov 2026: days 1 to 15",
                        "Sat 28 Nov 2026 – Sun 29 Nov 2026: weekend",
                        "Mon 30 Nov 2026: moved here, the next open day",
                        "Mon 30 Nov 2026 23:59:59: due, end of the day");
    }

    @Test
    void explainsDaysLeftOutAndTheTimeLeftWhilePaused() {
        List<Pause> pauses = List.of(
                new Pause(at("2026-11-25T17:00"), at("2026-11-26T08:00")), new Pause(at("2026-11-27T12:00"), null));
        Explanation explanation =
                OFFICE.explain(at("2026-11-24T10:00"), new Target(2, DeadlineUnit.WORKING_DAYS), pauses);
        assertThat(explanation.sentences(ENGLISH))
                .containsExactly(
                        "Tue 24 Nov 2026 10:00: start, 2 working days; this day is not counted",
                        "Wed 25 Nov 2026 17:00 – Thu 26 Nov 2026 08:00: paused",
                        "Wed 25 Nov 2026: not counted, paused at the close of the day",
                        "Thu 26 Nov 2026: working day 1",
                        "Fri 27 Nov 2026 12:00: paused, end not known",
                        "Fri 27 Nov 2026: not counted, paused at the close of the day",
                        "No due time while the pause lasts; left: 1 working day");
        assertThat(explanation.sentences(CHINESE)).last().isEqualTo("暂停期间没有到期时间；剩余：1个工作日");
    }

    @Test
    void saysThatWhatAProvisionalYearGivesMayChange() {
        WorkingCalendar office = CalendarFolderTest.officeWithAProvisional2027();
        Explanation explanation =
                office.explain(at("2026-12-30T10:00"), new Target(2, DeadlineUnit.WORKING_DAYS), List.of());
        assertThat(explanation.sentences(ENGLISH))
                .containsExactly(
                        "Wed 30 Dec 2026 10:00: start, 2 working days; this day is not counted",
                        "Thu 31 Dec 2026: working day 1",
                        "Fri 1 Jan 2027: New Year’s Day",
                        "Sat 2 Jan 2027 – Sun 3 Jan 2027: weekend",
                        "Mon 4 Jan 2027: working day 2",
                        "Mon 4 Jan 2027 18:00: due, close of business of working day 2",
                        "Provisional: the notice of holidays for 2027 may change this");
        assertThat(explanation.sentences(CHINESE)).last().isEqualTo("暂定：2027年的放假通知可能会调整到期时间");
        assertThat(office.explain(at("2026-12-30T10:00"), new Target(72, DeadlineUnit.HOURS), List.of())
                        .sentences(ENGLISH))
                .last()
                .isEqualTo("Sat 2 Jan 2027 10:00: due");
    }

    @Test
    void saysThatADecemberMayChange() {
        assertThat(OFFICE.explain(at("2026-12-30T10:00"), new Target(1, DeadlineUnit.WORKING_DAYS), List.of())
                        .sentences(ENGLISH))
                .last()
                .isEqualTo("Provisional: the notice of holidays for 2027 may change this");
        assertThat(OFFICE.explain(at("2026-12-30T10:00"), new Target(1, DeadlineUnit.HOURS), List.of())
                        .sentences(ENGLISH))
                .last()
                .isEqualTo("Wed 30 Dec 2026 11:00: due");
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
    }
}
