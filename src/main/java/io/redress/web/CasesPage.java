package io.redress.web;

import io.redress.casefile.complaint.Complaint;
import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.complaint.SearchHit;
import io.redress.casefile.deadline.DeadlineFormatter;
import io.redress.casefile.deadline.Deadlines;
import io.redress.casefile.entry.Entries;
import io.redress.casefile.handover.CaseTasks;
import io.redress.casefile.handover.CaseTasks.OpenTask;
import io.redress.casefile.reading.EntryFormatter;
import io.redress.casefile.reading.ValueFormatter;
import io.redress.language.Sentences;
import io.redress.people.Person;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The cases as plain pages: the newest, and one with every entry of its file. */
@Controller
class CasesPage {

    private static final int SHOWN = 100;
    private static final int FOUND = 50;

    private final Complaints complaints;
    private final Entries entries;
    private final CaseTasks tasks;
    private final Deadlines deadlines;
    private final DeadlineFormatter deadlineWords;
    private final ShownAttachments attachments;
    private final AttachmentFormatter files;
    private final Person person;
    private final Frame frame;
    private final EntryFormatter entryWords;
    private final ValueFormatter words;
    private final Sentences sentences;

    CasesPage(
            Complaints complaints,
            Entries entries,
            CaseTasks tasks,
            Deadlines deadlines,
            DeadlineFormatter deadlineWords,
            ShownAttachments attachments,
            AttachmentFormatter files,
            Person person,
            Frame frame,
            EntryFormatter entryWords,
            ValueFormatter words,
            Sentences sentences) {
        this.complaints = complaints;
        this.entries = entries;
        this.tasks = tasks;
        this.deadlines = deadlines;
        this.deadlineWords = deadlineWords;
        this.attachments = attachments;
        this.files = files;
        this.person = person;
        this.frame = frame;
        this.entryWords = entryWords;
        this.words = words;
        this.sentences = sentences;
    }

    /** The newest, or those that were looked for; who may see them at all is asked at the door. */
    @GetMapping("/cases")
    String list(@RequestParam(name = "q", defaultValue = "") String query, Model model, HttpServletResponse response) {
        unkept(response);
        frame(model, sentences.say("cases.title"));
        // What a database can't hold isn't in it.
        String words = query.replaceAll("\\p{Cntrl}", " ").strip();
        model.addAttribute("q", words);
        if (words.isEmpty()) {
            model.addAttribute(
                    "cases", complaints.newest(SHOWN).stream().map(this::row).toList());
            model.addAttribute("none", sentences.say("cases.none"));
        } else {
            List<SearchHit> found = complaints.search(words, FOUND);
            model.addAttribute("cases", found.stream().map(this::row).toList());
            model.addAttribute("names", true);
            model.addAttribute("none", sentences.say("cases.nothing-found", words));
            if (found.size() == FOUND) {
                model.addAttribute("more", sentences.say("cases.more", FOUND));
            }
        }
        return "cases";
    }

    @GetMapping("/cases/{number}")
    String one(@PathVariable String number, Model model, HttpServletResponse response) {
        unkept(response);
        Complaint complaint = complaints
                .find(number)
                .orElseThrow(() ->
                        new ResponseStatusException(HttpStatus.NOT_FOUND, sentences.say("cases.unknown", number)));
        frame(model, number);
        model.addAttribute("case", row(complaint));
        Set<String> readable = tasks.readable(number);
        model.addAttribute(
                "tasks",
                tasks.open(number).stream()
                        .map(task -> task(task, readable.contains(task.id())))
                        .toList());
        model.addAttribute(
                "deadlines",
                deadlines.of(complaint.id()).stream()
                        .map(deadline -> Map.of(
                                "line", deadlineWords.line(deadline), "because", deadlineWords.explain(deadline)))
                        .toList());
        model.addAttribute(
                "attachments",
                files.lines(attachments.of(complaint.id()), person.login(), task -> false).stream()
                        .map(CasesPage::file)
                        .toList());
        model.addAttribute(
                "entries",
                entryWords.lines(
                        entries.of(complaint.id()),
                        person.seesDocumentNumbers() ? EntryFormatter.EVERYTHING : EntryFormatter.ALL_BUT_DOCUMENTS));
        return "case";
    }

    private static Map<String, Object> file(AttachmentFormatter.Line file) {
        return Map.of(
                "id", file.id(),
                "name", file.name(),
                "preview", file.preview(),
                "shows", Objects.toString(file.shows(), ""),
                "about", String.join(" · ", file.about(), file.when(), file.who()));
    }

    /** No browser keeps what it says of customers. */
    private static void unkept(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private void frame(Model model, String title) {
        model.addAllAttributes(frame.around(title));
        for (String word : List.of(
                "number",
                "site",
                "state",
                "received",
                "registeredBy",
                "closed",
                "deadlines",
                "tasks",
                "no-task",
                "entries",
                "attachments",
                "no-attachment",
                "customer",
                "search",
                "search-button")) {
            model.addAttribute("word-" + word, sentences.say("cases." + word));
        }
    }

    private Map<String, Object> row(SearchHit found) {
        Map<String, Object> row = new HashMap<>(row(found.complaint()));
        row.put("customer", List.of(Objects.toString(found.customerName(), "")));
        return row;
    }

    private Map<String, Object> row(Complaint complaint) {
        return Map.of(
                "number", complaint.number(),
                "site", words.site(complaint.site()),
                "state", complaint.state().name(),
                "stateName", words.state(complaint.state()),
                "received", words.of(complaint.receivedAt()),
                "registeredBy", words.person(complaint.registeredBy()),
                "customer", List.of(),
                "closed", Stream.ofNullable(complaint.closedAt()).map(words::of).toList());
    }

    /** @param readable who asks may open it: a link leads there */
    private Map<String, Object> task(OpenTask task, boolean readable) {
        return Map.of("name", task.name(), "id", readable ? List.of(task.id()) : List.of(), "whose", words.whose(task));
    }
}
