package io.redress.web;

import io.redress.language.Sentences;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.boot.autoconfigure.web.servlet.error.ErrorViewResolver;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Says to people in a browser what went wrong and what to do. */
@Component
class ErrorPage implements ErrorViewResolver {

    private final Frame frame;
    private final Sentences sentences;

    ErrorPage(Frame frame, Sentences sentences) {
        this.frame = frame;
        this.sentences = sentences;
    }

    @Override
    public ModelAndView resolveErrorView(HttpServletRequest request, HttpStatus status, Map<String, Object> error) {
        Map<String, Object> model = frame.around(sentences.say("page." + ErrorFormatter.kind(status)));
        model.put("sentence", error.get("message"));
        return new ModelAndView("error", model, status);
    }
}
