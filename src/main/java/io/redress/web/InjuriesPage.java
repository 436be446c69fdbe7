package io.redress.web;

import io.redress.casefile.attachment.Attachment;
import io.redress.casefile.complaint.Complaint;
import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.health.Door;
import io.redress.casefile.health.HealthRecords;
import io.redress.casefile.health.Reading;
import io.redress.casefile.reading.EntryFormatter;
import io.redress.casefile.reading.ValueFormatter;
import io.redress.language.Sentences;
import io.redress.people.Person;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/**
 * What is kept apart of injuries, for those who may read it by their group: the cases, and for each what was written down and who has
 * read it. A case that is not open to whoever asks is as unknown as one that is not there.
 */
@Controller
class InjuriesPage {

    private static final int SHOWN = 100;
    private static final int READINGS = 500;

    private final HealthRecords health;
    private final Complaints complaints;
    private final ShownAttachments attachments;
    private final AttachmentFormatter files;
    private final EntryFormatter entryWords;
    private final ValueFormatter words;
    private final Person person;
    private final Frame frame;
    private final Sentences sentences;

    InjuriesPage(
            HealthRecords health,
            Complaints complaints,
            ShownAttachments attachments,
            AttachmentFormatter files,
            EntryFormatter entryWords,
            ValueFormatter words,
            Person person,
            Frame frame,
            Sentences sentences) {
        this.health = health;
        this.complaints = complaints;
        this.attachments = attachments;
        this.files = files;
        this.entryWords = entryWords;
        this.words = words;
        this.person = person;
        this.frame = frame;
        this.sentences = sentences;
    }

    /** Which cases there are, and nothing of what is in them. */
    @GetMapping("/injuries")
    String list(Model model, HttpServletResponse response) {
        admit(response);
        model.addAllAttributes(frame.around(sentences.say("injuries.title")));
        model.addAttribute("what", sentences.say("injuries.what"));
        model.addAttribute("none", sentences.say("injuries.none"));
        model.addAttribute(
                "head",
                List.of("number", "site", "state", "received", "kept-until").stream()
                        .map(column -> sentences.say("injuries." + column))
                        .toList());
        List<Complaint> newest = health.newest(SHOWN);
        model.addAttribute("rows", newest.stream().map(this::row).toList());
        if (newest.size() == SHOWN) {
            model.addAttribute("more", sentences.say("injuries.more", SHOWN));
        }
        return "injuries";
    }

    /** Not read-only: whoever opens it is written down. */
    @GetMapping("/injuries/{number}")
    @Transactional
    public String one(@PathVariable String number, Model model, HttpServletResponse response) {
        admit(response);
        Complaint complaint = complaints
                .find(number)
                .filter(Complaint::health)
                .filter(health::mayRead)
                .orElseThrow(() ->
                        new ResponseStatusException(HttpStatus.NOT_FOUND, sentences.say("injuries.unknown", number)));
        health.read(complaint.id(), Door.PAGE);
        model.addAllAttributes(frame.around(sentences.say("injuries.title") + " " + number));
        for (String word : List.of(
                "state",
                "site",
                "received",
                "kept-until",
                "lines",
                "no-line",
                "files",
                "no-file",
                "readings",
                "reader",
                "read-at",
                "door")) {
            model.addAttribute("word-" + word, sentences.say("injuries." + word));
        }
        model.addAttribute("case", row(complaint));
        List<EntryFormatter.Line> lines =
                new ArrayList<>(entryWords.lines(health.of(complaint.id()), EntryFormatter.HEALTH));
        Collections.reverse(lines);
        model.addAttribute("lines", lines);
        List<Attachment> kept = attachments.of(complaint.id()).stream()
                .filter(Attachment::health)
                .toList();
        model.addAttribute(
                "files",
                files.lines(kept, person.login(), task -> false).stream()
                        .map(file -> Map.of(
                                "id", file.id(),
                                "name", file.name(),
                                "shows", Objects.toString(file.shows(), ""),
                                "about", String.join(" · ", file.about(), file.when(), file.who())))
                        .toList());
        List<Reading> readings = health.readings(complaint.id(), READINGS);
        model.addAttribute(
                "readings",
                readings.stream()
                        .map(reading -> Map.of(
                                "at", words.of(reading.at()),
                                "who", words.person(reading.reader()),
                                "door",
                                        sentences.say("injuries.door-"
                                                + reading.door().code())))
                        .toList());
        if (readings.size() == READINGS) {
            model.addAttribute("more", sentences.say("injuries.readings-more", READINGS));
        }
        return "injury";
    }

    private void admit(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (!health.readsSome()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN, sentences.say("injuries.forbidden"));
        }
    }

    private Map<String, Object> row(Complaint complaint) {
        return Map.of(
                "number", complaint.number(),
                "site", words.site(complaint.site()),
                "state", complaint.state().name(),
                "stateName", words.state(complaint.state()),
                "received", words.of(complaint.receivedAt()),
                "keptUntil",
                        complaint.closedAt() == null
                                ? sentences.say("injuries.open")
                                : health.keptUntil(complaint).map(words::of).orElse(""));
    }
}
