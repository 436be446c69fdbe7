package io.redress.engine.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.engine.refusal.Refusal;
import io.redress.language.Sentences;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** Answers a request that goes no further with a sentence, in the shape of the engine's own refusals. */
record RefusalAnswers(Sentences sentences, ObjectMapper json) {

    void answer(HttpServletResponse response, HttpStatus status, String sentence, Object... arguments)
            throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        json.writeValue(
                response.getOutputStream(),
                Map.of("type", "RestException", "message", sentences.say(sentence, arguments), "code", Refusal.CODE));
    }
}
