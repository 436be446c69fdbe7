package io.redress.web;

import io.redress.language.Sentences;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Map;
import org.springframework.boot.autoconfigure.web.servlet.error.ErrorViewResolver;
import org.springframework.boot.web.servlet.error.ErrorAttributes;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Says to people in a browser what went wrong and what to do; programs get the same as JSON. */
@Component
class ErrorPage implements ErrorViewResolver {

    private final ErrorAttributes errors;
    private final Frame frame;
    private final Words words;
    private final Sentences sentences;
    private final Clock clock;

    ErrorPage(ErrorAttributes errors, Frame frame, Words words, Sentences sentences, Clock clock) {
        this.errors = errors;
        this.frame = frame;
        this.words = words;
        this.sentences = sentences;
        this.clock = clock;
    }

    @Override
    public ModelAndView resolveErrorView(HttpServletRequest request, HttpStatus status, Map<String, Object> error) {
        String kind = "page." + kind(status);
        Map<String, Object> model = frame.around(sentences.say(kind));
        // A page of ours knows better what is missing than its status does.
        model.put(
                "sentence",
                errors.getError(new ServletWebRequest(request)) instanceof ResponseStatusException refusal
                                && refusal.getReason() != null
                        ? refusal.getReason()
                        : sentences.say(kind + ".sentence", words.of(clock.instant())));
        return new ModelAndView("error", model, status);
    }

    private static String kind(HttpStatus status) {
        return switch (status) {
            case UNAUTHORIZED -> "login";
            case FORBIDDEN -> "forbidden";
            case NOT_FOUND -> "missing";
            default -> status.is4xxClientError() ? "refused" : "failed";
        };
    }
}
