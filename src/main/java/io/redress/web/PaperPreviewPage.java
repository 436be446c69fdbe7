package io.redress.web;

import io.redress.casefile.RefusedCase;
import io.redress.casefile.complaint.Complaint;
import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.paper.InvalidPaper;
import io.redress.casefile.paper.PaperExamples;
import io.redress.casefile.paper.PaperKind;
import io.redress.casefile.paper.Papers;
import io.redress.engine.decision.UnusableTable;
import io.redress.language.Sentences;
import io.redress.people.Person;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Where process owners see what the templates of the papers print, as they stand in the folder now. */
@Controller
class PaperPreviewPage {

    private final Papers papers;
    private final PaperExamples examples;
    private final Complaints complaints;
    private final Person person;
    private final Frame frame;
    private final Sentences sentences;

    PaperPreviewPage(
            Papers papers,
            PaperExamples examples,
            Complaints complaints,
            Person person,
            Frame frame,
            Sentences sentences) {
        this.papers = papers;
        this.examples = examples;
        this.complaints = complaints;
        this.person = person;
        this.frame = frame;
        this.sentences = sentences;
    }

    @GetMapping("/papers/preview")
    String choose(Model model) {
        model.addAllAttributes(frame.around(sentences.say("paper.preview-title")));
        for (String word : List.of("kind", "case", "hint", "show", "lead")) {
            model.addAttribute("word-" + word, sentences.say("paper.preview-" + word));
        }
        model.addAttribute(
                "kinds",
                papers.kinds().stream()
                        .map(PaperKind::name)
                        .map(kind -> Map.of("value", kind, "label", papers.name(kind)))
                        .toList());
        return "paper-preview";
    }

    @GetMapping(path = "/papers/preview", params = "kind")
    ResponseEntity<byte[]> preview(@RequestParam String kind, @RequestParam(defaultValue = "") String number) {
        return show(kind, number.strip());
    }

    @GetMapping("/papers/preview/{kind}")
    ResponseEntity<byte[]> example(@PathVariable String kind) {
        return show(kind, "");
    }

    private ResponseEntity<byte[]> show(String kind, String number) {
        byte[] pdf = number.isEmpty()
                ? papers.preview(kind, examples.of(kind))
                : papers.preview(kind, opened(kind, number).id());
        return PapersApi.pdf(pdf, papers.name(kind) + ".pdf");
    }

    private Complaint opened(String kind, String number) {
        // What says how somebody is, is not for those who look at templates.
        if (!person.opensCases() || health(kind) || PaperKind.namesDocument(kind) && !person.seesDocumentNumbers()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN, sentences.say("paper.preview-closed"));
        }
        return complaints
                .find(number)
                .orElseThrow(() ->
                        new ResponseStatusException(HttpStatus.NOT_FOUND, sentences.say("paper.no-case", number)));
    }

    private boolean health(String kind) {
        return papers.kinds().stream().anyMatch(known -> known.name().equals(kind) && known.health());
    }

    /** Nothing is broken but the template that its owner is working on. */
    @ExceptionHandler({RefusedCase.class, InvalidPaper.class, UnusableTable.class})
    ModelAndView refused(RuntimeException e) {
        Map<String, Object> model = frame.around(sentences.say("paper.preview-title"));
        model.put("sentence", e.getMessage());
        return new ModelAndView("error", model, HttpStatus.BAD_REQUEST);
    }
}
