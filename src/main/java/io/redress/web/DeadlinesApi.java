package io.redress.web;

import io.redress.calendar.InvalidCalendar;
import io.redress.calendar.WorkingCalendar;
import io.redress.casefile.complaint.Complaint;
import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.deadline.CalendarBook;
import io.redress.casefile.deadline.DeadlineFormatter;
import io.redress.casefile.deadline.Deadlines;
import io.redress.casefile.deadline.DueDateChange;
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

/** The deadlines over HTTP: when something would be due, why a case's deadlines are due then, and what a change would move. */
@RestController
class DeadlinesApi {

    private final Preview preview;
    private final CalendarBook calendars;
    private final Deadlines deadlines;
    private final DeadlineFormatter words;
    private final Recomputation recomputation;
    private final Complaints complaints;
    private final Person person;
    private final Sentences sentences;

    DeadlinesApi(
            Preview preview,
            CalendarBook calendars,
            Deadlines deadlines,
            DeadlineFormatter words,
            Recomputation recomputation,
            Complaints complaints,
            Person person,
            Sentences sentences) {
        this.preview = preview;
        this.calendars = calendars;
        this.deadlines = deadlines;
        this.words = words;
        this.recomputation = recomputation;
        this.complaints = complaints;
        this.person = person;
        this.sentences = sentences;
    }

    /** When would it be due? */
    @GetMapping("/api/deadlines/preview")
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

    /** Every deadline of a case and how it came to its due instant. */
    @GetMapping("/api/cases/{number}/deadlines")
    List<Map<String, Object>> ofCase(@PathVariable String number) {
        Complaint complaint = complaints
                .find(number)
                .orElseThrow(() -> new RefusedQuestion(sentences.say("complaint.unknown", number)));
        return deadlines.of(complaint.id()).stream()
                .map(deadline -> {
                    ZoneId zone = calendars
                            .find(deadline.calendar())
                            .map(WorkingCalendar::zone)
                            .orElse(ZoneId.of("Z"));
                    Map<String, Object> shown = new LinkedHashMap<>();
                    shown.put("deadline", deadline.kind());
                    shown.put("name", words.name(deadline));
                    shown.put("state", deadline.state().name().toLowerCase(Locale.ROOT));
                    shown.put("due", deadline.dueAt() == null ? null : at(deadline.dueAt(), zone));
                    shown.put("provisional", deadline.provisional());
                    shown.put("explanation", words.explain(deadline));
                    return shown;
                })
                .toList();
    }

    /** Which open deadlines would move if the calendars and the policy as they are now were applied to them. */
    @GetMapping("/api/deadlines/changes")
    List<DueDateChange> changes() {
        return recomputation.dryRun();
    }

    /** Applies what {@code changes} shows; each move is logged with the deadline. */
    @PostMapping("/api/deadlines/changes")
    List<DueDateChange> apply() {
        return recomputation.apply(person.login());
    }

    /** Reads the calendars again; when a file is wrong the old ones stay in force. Gives the deadlines that would move. */
    @PostMapping("/api/calendars/reload")
    List<DueDateChange> reload() {
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
        throw new RefusedQuestion(sentences.say("deadlineapi.language"));
    }

    private static String at(Instant instant, ZoneId zone) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(zone));
    }
}
