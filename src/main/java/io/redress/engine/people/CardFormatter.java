package io.redress.engine.people;

import io.redress.language.Sentences;
import io.redress.site.Sites;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a card says in place of stored values: how severe in words, the name of the site. */
@Component
class CardFormatter {

    private final Sites sites;
    private final Sentences sentences;

    CardFormatter(Sites sites, Sentences sentences) {
        this.sites = sites;
        this.sentences = sentences;
    }

    /** The words for the value of a fact; nothing where the value is what people read. */
    Optional<String> of(String fact, Object value) {
        return switch (fact) {
            case "severity" -> Optional.of(sentences.say("people.severity." + value));
            case "site" -> sites.find(String.valueOf(value)).map(site -> site.name(sentences.language()));
            default -> Optional.empty();
        };
    }
}
