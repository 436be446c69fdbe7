package io.redress.web;

import io.redress.casefile.reading.ValueFormatter;
import io.redress.casefile.receipt.LossDeclaration;
import io.redress.casefile.receipt.LossDeclarations;
import io.redress.language.Sentences;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Whoever stands at the desk with a worried customer sees at a glance what may be done today about a lost paper, from when on what
 * else, and what never. Whose the paper is, is not said.
 */
@Controller
class DeclarationsPage {

    private final LossDeclarations declarations;
    private final Frame frame;
    private final ValueFormatter words;
    private final Sentences sentences;

    DeclarationsPage(LossDeclarations declarations, Frame frame, ValueFormatter words, Sentences sentences) {
        this.declarations = declarations;
        this.frame = frame;
        this.words = words;
        this.sentences = sentences;
    }

    @GetMapping("/declarations")
    String declarations(
            @RequestParam(name = "q", defaultValue = "") String query, Model model, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        String asked = query.replaceAll("\\p{Cntrl}", " ").strip();
        model.addAllAttributes(frame.around(sentences.say("declarations.title")));
        for (String word : List.of("search", "search-button", "case", "paper", "state", "today", "from", "never")) {
            model.addAttribute("word-" + word, sentences.say("declarations." + word));
        }
        model.addAttribute("q", asked);
        model.addAttribute("never", sentences.say("declarations.never-agent"));
        model.addAttribute(
                "declarations",
                asked.isEmpty()
                        ? List.of()
                        : declarations.lookUp(asked).stream().map(this::row).toList());
        model.addAttribute(
                "none",
                asked.isEmpty() ? sentences.say("declarations.ask") : sentences.say("declarations.none", asked));
        return "declarations";
    }

    private Map<String, Object> row(LossDeclarations.AtTheDesk found) {
        String state = found.declaration().state().name().toLowerCase(Locale.ROOT);
        return Map.of(
                "number",
                found.number(),
                "paper",
                List.of(declarations.line(found.declaration()).split("\n")),
                "state",
                sentences.say("note.declarationState-" + state),
                "until",
                Optional.of(found)
                        .filter(held -> held.declaration().state() == LossDeclaration.State.ON_HOLD)
                        .flatMap(LossDeclarations.AtTheDesk::heldUntil)
                        .map(until -> sentences.say("declarations.until", words.of(until)))
                        .stream()
                        .toList(),
                "today",
                sentences.say("declarations.today-" + state),
                "from",
                found.declaration().state().going() && found.declaration().state() != LossDeclaration.State.OVER
                        ? found.from()
                                .map(from -> sentences.say("declarations.from-then", words.of(from)))
                                .orElse(sentences.say("declarations.from-unknown"))
                        : "");
    }
}
