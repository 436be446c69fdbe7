package io.redress.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.language.Language;
import io.redress.language.Sentences;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The turn of a year whose notice is awaited, at each demo site: whatever the notice says, what it moves was marked. */
class AwaitedNoticeTest {

    private static final Sentences ENGLISH = new Sentences(Language.EN);
    private static final String NOTICE = """
            country: cn
            year: 2027
            source: { title: Notice, number: "1", date: 2026-11-30 }
            closed:
              - name: { en: New Year’s Day, zh: 元旦 }
                from: %s
                to: %s
            make-up-days: [%s]
            """;
    private static final List<List<String>> NOTICES = List.of(
            List.of("2027-01-01", "2027-01-01", ""),
            List.of("2027-01-01", "2027-01-03", ""),
            List.of("2027-01-01", "2027-01-03", "2027-01-09"),
            List.of("2027-01-01", "2027-01-04", "2027-01-10"),
            List.of("2027-01-01", "2027-01-02", "2027-01-03"));
    /** The same notice may name days of the December before: they go into the file of their year. */
    private static final List<String> DECEMBERS = List.of("", "2026-12-26", "2026-12-27, 2026-12-20");

    private int tries;
    private int moved;
    private int refused;

    @Test
    void marksWhateverTheNoticeMoves(@TempDir Path folder) throws IOException {
        List<Calendars> announced = new ArrayList<>();
        for (List<String> notice : NOTICES) {
            for (String december : DECEMBERS) {
                announced.add(with(folder, NOTICE.formatted(notice.toArray()), december));
            }
        }
        Calendars provisional = CalendarFolder.packaged(ENGLISH, true).load();
        Calendars awaited = CalendarFolder.packaged(ENGLISH, false).load();
        for (WorkingCalendar site : provisional.all()) {
            for (Instant start = Instant.parse("2026-12-24T16:00:00Z");
                    start.isBefore(Instant.parse("2027-01-01T16:00:00Z"));
                    start = start.plus(Duration.ofMinutes(209))) {
                for (DeadlineUnit unit : DeadlineUnit.values()) {
                    for (int amount : List.of(1, 2, 3, 5, 8, 24, 72)) {
                        Target target = new Target(amount, unit);
                        marked(site, start, target, announced);
                        marked(awaited.find(site.id()).orElseThrow(), start, target, announced);
                    }
                }
            }
        }
        System.out.printf("The turn of the year: %d tries, %d moved by a notice, %d refused%n", tries, moved, refused);
        assertThat(moved).isPositive();
    }

    private void marked(WorkingCalendar site, Instant start, Target target, List<Calendars> announced) {
        Due due;
        try {
            due = site.due(start, target, List.of());
        } catch (YearNotLoaded e) {
            refused++;
            return;
        }
        for (Calendars calendars : announced) {
            tries++;
            Due then = calendars.find(site.id()).orElseThrow().due(start, target, List.of());
            if (!then.at().equals(due.at())) {
                moved++;
                assertThat(due.provisional())
                        .as("%s from %s at %s: %s, with notice %s", target, start, site.id(), due.at(), then.at())
                        .isTrue();
            }
        }
    }

    private static Calendars with(Path folder, String notice, String december) throws IOException {
        Path there = Files.createTempDirectory(folder, "notice");
        Files.createDirectory(there.resolve("holidays"));
        for (String file : List.of("calendars.yaml", "holidays/cn-2024.yaml", "holidays/cn-2025.yaml")) {
            Files.writeString(there.resolve(file), packaged(file));
        }
        Files.writeString(
                there.resolve("holidays/cn-2026.yaml"),
                december.isEmpty()
                        ? packaged("holidays/cn-2026.yaml")
                        : packaged("holidays/cn-2026.yaml") + "  - " + december.replace(", ", "\n  - ") + "\n");
        Files.writeString(there.resolve("holidays/cn-2027.yaml"), notice);
        return CalendarFolder.at(there, ENGLISH).load();
    }

    private static String packaged(String file) throws IOException {
        return new String(
                AwaitedNoticeTest.class.getResourceAsStream("/calendar/" + file).readAllBytes(),
                StandardCharsets.UTF_8);
    }
}
