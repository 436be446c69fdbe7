package io.redress.web;

import io.redress.calendar.InvalidCalendar;
import io.redress.calendar.WorkingCalendar;
import io.redress.casefile.complaint.Complaint;
import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.deadline.CalendarBook;
import io.redress.casefile.deadline.ClockWords;
import io.redress.casefile.deadline.Clocks;
import io.redress.casefile.deadline.Move;
import io.redress.casefile.deadline.Recomputation;
import io.redress.language.Language;
import io.redress.language.Sentences;
import io.redress.people.Person;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The clocks over HTTP: when something would be due, why a case's clocks are due then, and what a change would move. */
@RestController
class ClocksApi {

    private final Preview preview;
    private final CalendarBook calendars;
    private final Clocks clocks;
    private final ClockWords words;
    private final Recomputation recomputation;
    private final Complaints complaints;
    private final Person person;
    private final Sentences sentences;

    ClocksApi(
            Preview preview,
            CalendarBook calendars,
            Clocks clocks,
            ClockWords words,
            Recomputation recomputation,
            Complaints complaints,
            Person person,
            Sentences sentences) {
        this.preview = preview;
        this.calendars = calendars;
        this.clocks = clocks;
        this.words = words;
        this.recomputation = recomputation;
        this.complaints = complaints;
        this.person = person;
        this.sentences = sentences;
    }

    /** When would it be due? */
    @GetMapping("/api/clocks/preview")
    Map<String, Object> preview(
            @RequestParam(required = false) String site,
            @RequestParam(required = false) String start,
            @RequestParam(required = false) String unit,
            @RequestParam(required = false) String amount,
            @RequestParam(required = false) String language,
            HttpServletRequest request) {
        String[] pauses = request.getParameterValues("pause");
        Preview.Answer answer = preview.ask(
                language(language), site, start, amount, unit, pauses == null ? List.of() : List.of(pauses));
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("due", at(answer.due(), answer.zone()));
        shown.put("provisional", answer.provisional());
        shown.put("explanation", answer.explanation());
        return shown;
    }

    /** Every clock of a case and how it came to its due instant. */
    @GetMapping("/api/cases/{number}/clocks")
    List<Map<String, Object>> ofCase(@PathVariable String number) {
        Complaint complaint = complaints
                .find(number)
                .orElseThrow(() -> new RefusedQuestion(sentences.say("complaint.unknown", number)));
        return clocks.of(complaint.id()).stream()
                .map(clock -> {
                    ZoneId zone = calendars
                            .find(clock.calendar())
                            .map(WorkingCalendar::zone)
                            .orElse(ZoneId.of("Z"));
                    Map<String, Object> shown = new LinkedHashMap<>();
                    shown.put("clock", clock.kind());
                    shown.put("name", words.name(clock));
                    shown.put("state", clock.state().name().toLowerCase(Locale.ROOT));
                    shown.put("due", clock.dueAt() == null ? null : at(clock.dueAt(), zone));
                    shown.put("provisional", clock.provisional());
                    shown.put("explanation", words.explain(clock));
                    return shown;
                })
                .toList();
    }

    /** Which open clocks would move if the calendars and the policy as they are now were applied to them. */
    @GetMapping("/api/clocks/moves")
    List<Move> moves() {
        return recomputation.dryRun();
    }

    /** Applies what {@code moves} shows; each move is logged with the clock. */
    @PostMapping("/api/clocks/moves")
    List<Move> apply() {
        return recomputation.apply(person.login());
    }

    /** Reads the calendars again; when a file is wrong the old ones stay in force. Gives the clocks that would move. */
    @PostMapping("/api/calendars/reload")
    List<Move> reload() {
        calendars.reload();
        return recomputation.dryRun();
    }

    @ExceptionHandler({RefusedQuestion.class, InvalidCalendar.class})
    ResponseEntity<Map<String, String>> refused(RuntimeException e) {
        return ResponseEntity.status(HttpStatus.BAD_REQUEST).body(Map.of("message", e.getMessage()));
    }

    private Sentences language(String code) {
        if (code == null) {
            return sentences;
        }
        for (Language language : Language.values()) {
            if (language.code().equals(code)) {
                return new Sentences(language);
            }
        }
        throw new RefusedQuestion(sentences.say("clockapi.language"));
    }

    private static String at(Instant instant, ZoneId zone) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(zone));
    }
}
