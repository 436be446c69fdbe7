package io.redress.calendar;

import io.redress.language.Language;
import io.redress.language.Sentences;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** How long one computation takes: {@code mvn -Pbench test-compile exec:exec}. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class CalendarBenchmark {

    private final WorkingCalendar office = CalendarFolder.packaged(new Sentences(Language.EN))
            .load()
            .find("office")
            .orElseThrow();
    private final WorkingCalendar berlin = WorkingCalendar.openOnHolidays(
            "berlin",
            ZoneId.of("Europe/Berlin"),
            Map.of(
                    DayOfWeek.MONDAY, Opening.day("09:00-12:00, 13:30-18:00"),
                    DayOfWeek.THURSDAY, Opening.day("09:00-12:00, 13:30-18:00")));
    private final Instant start = Instant.parse("2026-09-29T08:10:30Z");
    private final Target twentyFourHours = new Target(24, DeadlineUnit.HOURS);
    private final Target fiveWorkingDays = new Target(5, DeadlineUnit.WORKING_DAYS);
    private final Target fortyBusinessHours = new Target(40, DeadlineUnit.BUSINESS_HOURS);
    private final List<Pause> pauses = List.of(
            new Pause(Instant.parse("2026-09-30T02:00:00Z"), Instant.parse("2026-10-08T03:00:00Z")),
            new Pause(Instant.parse("2026-10-09T02:00:00Z"), Instant.parse("2026-10-10T03:00:00Z")));

    public static void main(String[] arguments) throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(CalendarBenchmark.class.getSimpleName())
                        .build())
                .run();
    }

    @Benchmark
    public Due elapsedHours() {
        return office.due(start, twentyFourHours, List.of());
    }

    @Benchmark
    public Due workingDays() {
        return office.due(start, fiveWorkingDays, List.of());
    }

    @Benchmark
    public Due workingDaysWithPauses() {
        return office.due(start, fiveWorkingDays, pauses);
    }

    @Benchmark
    public Due businessHours() {
        return office.due(start, fortyBusinessHours, List.of());
    }

    @Benchmark
    public Due businessHoursWithPauses() {
        return office.due(start, fortyBusinessHours, pauses);
    }

    @Benchmark
    public Optional<Instant> atRiskOfWorkingDays() {
        return office.atRisk(start, fiveWorkingDays, pauses, 75);
    }

    @Benchmark
    public Explanation explainedWorkingDays() {
        return office.explain(start, fiveWorkingDays, pauses);
    }

    @Benchmark
    public Due workingDaysWithSummerTime() {
        return berlin.due(start, fiveWorkingDays, List.of());
    }

    @Benchmark
    public Due businessHoursWithSummerTime() {
        return berlin.due(start, fortyBusinessHours, List.of());
    }
}
