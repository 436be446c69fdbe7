package io.redress.web;

import io.redress.calendar.DemoTime;
import io.redress.casefile.reading.ValueFormatter;
import io.redress.language.Sentences;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The page on which an administrator moves the demo's time forward; not there without demo mode. */
@Controller
@ConditionalOnProperty(name = "redress.demo", havingValue = "true")
class DemoTimePage {

    private static final Map<String, Duration> STEPS = steps();

    private final DemoTime time;
    private final Frame frame;
    private final ValueFormatter words;
    private final Sentences sentences;
    private final Clock clock;

    DemoTimePage(DemoTime time, Frame frame, ValueFormatter words, Sentences sentences, Clock clock) {
        this.time = time;
        this.frame = frame;
        this.words = words;
        this.sentences = sentences;
        this.clock = clock;
    }

    /**
     * How the demo stands with its time.
     *
     * @param now in words
     * @param ahead in words
     * @param due the steps that are due and not done yet
     */
    record Standing(String now, String ahead, long due) {}

    @GetMapping("/demo-time")
    String show(Model model) {
        model.addAllAttributes(frame.around(sentences.say("demotime.title")));
        for (String word : List.of("now", "ahead", "due", "move", "not-for-real-data", "tasklist-counts")) {
            model.addAttribute("word-" + word, sentences.say("demotime." + word));
        }
        model.addAttribute(
                "steps",
                STEPS.keySet().stream()
                        .map(step -> Map.of("by", step, "label", sentences.say("demotime.by-" + step)))
                        .toList());
        model.addAttribute("standing", standing());
        return "demo-time";
    }

    @GetMapping("/api/demo-time")
    @ResponseBody
    Standing standing() {
        Instant now = clock.instant();
        Duration ahead = time.ahead();
        return new Standing(
                words.of(now), sentences.say("demotime.ahead-by", ahead.toDays(), ahead.toHoursPart()), time.due());
    }

    /** @param by one of the steps that the page offers */
    @PostMapping("/api/demo-time")
    @ResponseBody
    Standing forward(@RequestParam(required = false) String by) {
        Duration step = by == null ? null : STEPS.get(by);
        if (step == null) {
            throw new RefusedQuestion(sentences.say("demotime.steps", String.join(", ", STEPS.keySet())));
        }
        time.forward(step);
        return standing();
    }

    @ExceptionHandler(RefusedQuestion.class)
    ResponseEntity<Map<String, String>> refused(RefusedQuestion e) {
        return ResponseEntity.status(HttpStatus.BAD_REQUEST).body(Map.of("message", e.getMessage()));
    }

    private static Map<String, Duration> steps() {
        Map<String, Duration> steps = new LinkedHashMap<>();
        steps.put("hour", Duration.of(1, ChronoUnit.HOURS));
        steps.put("day", Duration.of(1, ChronoUnit.DAYS));
        steps.put("week", Duration.of(7, ChronoUnit.DAYS));
        return steps;
    }
}
