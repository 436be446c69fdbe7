package io.redress.web;

import io.redress.calendar.DeadlineUnit;
import io.redress.casefile.deadline.DeadlineFormatter;
import io.redress.casefile.deadline.MissingYears;
import io.redress.language.Sentences;
import io.redress.site.Sites;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which owners and administrators ask when something would be due. */
@Controller
class CalculatorPage {

    private final Frame frame;
    private final Preview preview;
    private final Sites sites;
    private final MissingYears missingYears;
    private final DeadlineFormatter words;
    private final Sentences sentences;
    private final Clock clock;

    CalculatorPage(
            Frame frame,
            Preview preview,
            Sites sites,
            MissingYears missingYears,
            DeadlineFormatter words,
            Sentences sentences,
            Clock clock) {
        this.frame = frame;
        this.preview = preview;
        this.sites = sites;
        this.missingYears = missingYears;
        this.words = words;
        this.sentences = sentences;
        this.clock = clock;
    }

    @GetMapping("/calculator")
    String ask(
            @RequestParam(defaultValue = "office") String site,
            @RequestParam(defaultValue = "") String start,
            @RequestParam(defaultValue = "3") String amount,
            @RequestParam(defaultValue = "working-days") String unit,
            @RequestParam(defaultValue = "") String pauseFrom,
            @RequestParam(defaultValue = "") String pauseTo,
            Model model) {
        ZoneId zone = sites.find(site).map(known -> known.zone()).orElse(clock.getZone());
        String from = start.isBlank()
                ? LocalDateTime.now(clock.withZone(zone))
                        .withSecond(0)
                        .withNano(0)
                        .toString()
                : start;
        model.addAllAttributes(frame.around(sentences.say("deadlineapi.title")));
        for (String word : List.of(
                "ask-site",
                "ask-start",
                "ask-amount",
                "ask-unit",
                "ask-pause-from",
                "ask-pause-to",
                "ask",
                "due",
                "because")) {
            model.addAttribute("word-" + word, sentences.say("deadlineapi." + word));
        }
        model.addAttribute("start", from);
        model.addAttribute("amount", amount);
        model.addAttribute("pauseFrom", pauseFrom);
        model.addAttribute("pauseTo", pauseTo);
        model.addAttribute(
                "sites",
                sites.all().stream()
                        .map(known -> option(known.id(), known.name(sentences.language()), site))
                        .toList());
        model.addAttribute(
                "units",
                Arrays.stream(DeadlineUnit.values())
                        .map(known -> option(known.text(), sentences.say("deadlineapi." + known.text()), unit))
                        .toList());
        model.addAttribute("missing", missingYears.sentences());
        try {
            List<String> pauses = pauseFrom.isBlank() && pauseTo.isBlank()
                    ? List.of()
                    : List.of(at(pauseFrom, zone) + "/" + at(pauseTo, zone));
            Preview.Answer answer = preview.ask(sentences, site, at(from, zone), amount, unit, pauses);
            model.addAttribute(
                    "answer",
                    Map.of(
                            "due",
                            words.marked(
                                    DateTimeFormatter.ofPattern(
                                                    sentences.say("deadline.time-pattern") + ":ss",
                                                    sentences.language().locale())
                                            .format(answer.due().atZone(answer.zone())),
                                    answer.provisional()),
                            "explanation",
                            answer.explanation()));
        } catch (RefusedQuestion e) {
            model.addAttribute("refusal", e.getMessage());
        }
        return "calculator";
    }

    private static Map<String, Object> option(String value, String label, String chosen) {
        return Map.of("value", value, "label", label, "selected", value.equals(chosen) ? "selected" : "");
    }

    /** What was typed is a time at the site; what is no time is passed on, to be refused in words. */
    private static String at(String local, ZoneId zone) {
        try {
            return LocalDateTime.parse(local).atZone(zone).toOffsetDateTime().toString();
        } catch (DateTimeException e) {
            return local;
        }
    }
}
