package io.redress.web;

import io.redress.language.Language;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells the web applications in which language the installation speaks, as a script that theirs import. */
@RestController
class LanguageScript {

    private final Language language;

    LanguageScript(Language language) {
        this.language = language;
    }

    @GetMapping(path = "/redress/language.js", produces = "text/javascript")
    String language() {
        return "export default '%s';%n".formatted(language.code());
    }
}
