package io.redress.web;

import io.redress.clock.ClockWords;
import io.redress.clock.Clocks;
import io.redress.complaint.Complaint;
import io.redress.complaint.Complaints;
import io.redress.entry.Entries;
import io.redress.entry.Entry;
import io.redress.form.Field;
import io.redress.form.Form;
import io.redress.form.Forms;
import io.redress.form.Option;
import io.redress.language.Language;
import io.redress.language.Sentences;
import io.redress.site.Sites;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The cases as plain pages: the newest, and one with every entry of its file. */
@Controller
class CasesPage {

    private static final int SHOWN = 100;

    private final Complaints complaints;
    private final Entries entries;
    private final Clocks clocks;
    private final ClockWords words;
    private final Forms forms;
    private final Sites sites;
    private final Frame frame;
    private final Sentences sentences;
    private final ZoneId zone;
    private final DateTimeFormatter time;

    CasesPage(
            Complaints complaints,
            Entries entries,
            Clocks clocks,
            ClockWords words,
            Forms forms,
            Sites sites,
            Frame frame,
            Sentences sentences,
            @Value("${redress.zone}") ZoneId zone) {
        this.complaints = complaints;
        this.entries = entries;
        this.clocks = clocks;
        this.words = words;
        this.forms = forms;
        this.sites = sites;
        this.frame = frame;
        this.sentences = sentences;
        this.zone = zone;
        this.time = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
                .withLocale(sentences.language().locale());
    }

    @GetMapping("/cases")
    String newest(Model model) {
        frame(model, sentences.say("cases.title"));
        model.addAttribute(
                "cases", complaints.newest(SHOWN).stream().map(this::row).toList());
        return "cases";
    }

    @GetMapping("/cases/{number}")
    String one(@PathVariable String number, Model model) {
        Complaint complaint = complaints
                .find(number)
                .orElseThrow(() ->
                        new ResponseStatusException(HttpStatus.NOT_FOUND, sentences.say("cases.unknown", number)));
        frame(model, number);
        model.addAttribute("case", row(complaint));
        model.addAttribute(
                "clocks",
                clocks.of(complaint.id()).stream()
                        .map(clock -> Map.of("line", words.line(clock), "because", words.explain(clock)))
                        .toList());
        model.addAttribute(
                "entries", entries.of(complaint.id()).stream().map(this::entry).toList());
        return "case";
    }

    private void frame(Model model, String title) {
        model.addAllAttributes(frame.around(title));
        for (String word :
                List.of("number", "site", "state", "received", "registeredBy", "closed", "clocks", "entries", "none")) {
            model.addAttribute("word-" + word, sentences.say("cases." + word));
        }
    }

    private Map<String, Object> row(Complaint complaint) {
        Language language = sentences.language();
        return Map.of(
                "number", complaint.number(),
                "site",
                        sites.find(complaint.site())
                                .map(site -> site.name(language))
                                .orElse(complaint.site()),
                "state", complaint.state().name(),
                "stateName",
                        sentences.say("cases.state-" + complaint.state().name().toLowerCase(language.locale())),
                "received", shown(complaint.receivedAt()),
                "registeredBy", complaint.registeredBy(),
                "closed", complaint.closedAt() == null ? "" : shown(complaint.closedAt()));
    }

    private Map<String, Object> entry(Entry entry) {
        if (entry.form() == null) {
            return Map.of(
                    "heading",
                    sentences.say(
                            "cases.fact", shown(entry.submittedAt()), sentences.say("cases.fact-" + entry.step())),
                    "fields",
                    entry.fields().entrySet().stream().map(this::fact).toList());
        }
        return Map.of(
                "heading",
                sentences.say(
                        "cases.entry",
                        shown(entry.submittedAt()),
                        entry.submittedBy(),
                        entry.form(),
                        entry.formVersion()),
                "fields",
                fields(entry, forms.find(entry.form(), entry.formVersion())));
    }

    /** Something that Redress itself wrote down, in words. */
    private Map<String, Object> fact(Map.Entry<String, Object> fact) {
        String value = switch (fact.getKey()) {
            case "stage" -> sentences.say("cases.stage-" + fact.getValue());
            case "dueAt" -> shown(Instant.parse(fact.getValue().toString()));
            case "clock" -> words.name(fact.getValue().toString());
            default -> shown(fact.getValue(), List.of());
        };
        return Map.of("name", sentences.say("cases.fact-" + fact.getKey()), "value", value);
    }

    /** Every field that was filled in, under the label it had in its form; Mustache escapes what people wrote. */
    private List<Map<String, Object>> fields(Entry entry, Optional<Form> form) {
        return entry.fields().entrySet().stream()
                .filter(field -> field.getValue() != null)
                .map(field -> {
                    Optional<Field> asked = form.flatMap(known -> known.field(field.getKey()));
                    return Map.<String, Object>of(
                            "name",
                            asked.map(known -> known.label(sentences.language()))
                                    .orElse(field.getKey()),
                            "value",
                            shown(field.getValue(), asked.map(Field::options).orElse(List.of())));
                })
                .toList();
    }

    private String shown(Object value, List<Option> options) {
        if (value instanceof Boolean flag) {
            return sentences.say(flag ? "cases.yes" : "cases.no");
        }
        if (value instanceof List<?> several) {
            return several.stream().map(one -> shown(one, options)).collect(Collectors.joining(", "));
        }
        return options.stream()
                .filter(option -> option.value().equals(value))
                .map(option -> option.label(sentences.language()))
                .findFirst()
                .orElse(value.toString());
    }

    private String shown(Instant instant) {
        return time.format(instant.atZone(zone));
    }
}
