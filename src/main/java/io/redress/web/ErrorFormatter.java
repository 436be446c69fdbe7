package io.redress.web;

import io.redress.casefile.reading.ValueFormatter;
import io.redress.language.Sentences;
import java.time.Clock;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.web.servlet.error.DefaultErrorAttributes;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.server.ResponseStatusException;

/** What went wrong and what to do, in one sentence, for the error page and for the JSON that programs get. */
@Component
class ErrorFormatter extends DefaultErrorAttributes {

    private static final Pattern LOGIN = Pattern.compile("/auth/user/[^/]+/login/");

    private final ValueFormatter words;
    private final Sentences sentences;
    private final Clock clock;

    ErrorFormatter(ValueFormatter words, Sentences sentences, Clock clock) {
        this.words = words;
        this.sentences = sentences;
        this.clock = clock;
    }

    @Override
    public Map<String, Object> getErrorAttributes(WebRequest request, ErrorAttributeOptions options) {
        Map<String, Object> attributes = super.getErrorAttributes(request, options);
        // A page of ours knows better what is missing than its status does.
        attributes.put(
                "message",
                getError(request) instanceof ResponseStatusException refusal && refusal.getReason() != null
                        ? refusal.getReason()
                        : sentences.say(sentence(attributes), words.of(clock.instant())));
        return attributes;
    }

    private static String sentence(Map<String, Object> attributes) {
        HttpStatus status = HttpStatus.valueOf((int) attributes.get("status"));
        // Whoever is refused there is at the login already.
        return status == HttpStatus.UNAUTHORIZED
                        && LOGIN.matcher(String.valueOf(attributes.get("path"))).find()
                ? "page.wrong-login"
                : "page." + kind(status) + ".sentence";
    }

    static String kind(HttpStatus status) {
        return switch (status) {
            case UNAUTHORIZED -> "login";
            case FORBIDDEN -> "forbidden";
            case NOT_FOUND -> "missing";
            default -> status.is4xxClientError() ? "refused" : "failed";
        };
    }
}
