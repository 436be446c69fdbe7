package io.redress.engine.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.language.Sentences;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Makes the engine's refusals into sentences for people: without ids and class names before or instead of them. */
final class Refusals extends OncePerRequestFilter {

    private static final Pattern PREFIX =
            Pattern.compile("^Cannot (?:submit task form|instantiate process definition|complete task) [^ ]+: ");

    private final Sentences sentences;
    private final ObjectMapper json;

    Refusals(Sentences sentences, ObjectMapper json) {
        this.sentences = sentences;
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper held = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, held);
        if (held.getStatus() >= HttpStatus.BAD_REQUEST.value()
                && held.getContentType() != null
                && MediaType.APPLICATION_JSON.isCompatibleWith(MediaType.parseMediaType(held.getContentType()))) {
            rewrite(held);
        }
        held.copyBodyToResponse();
    }

    private void rewrite(ContentCachingResponseWrapper held) throws IOException {
        JsonNode body;
        try {
            body = json.readTree(held.getContentAsByteArray());
        } catch (JsonProcessingException e) {
            return;
        }
        if (!(body instanceof ObjectNode refusal) || !refusal.path("message").isTextual()) {
            return;
        }
        switch (refusal.path("type").asText()) {
            case "AuthorizationException" -> {
                // The engine's own text names permissions; ours, from the gates, are sentences already.
                if (refusal.hasNonNull("missingAuthorizations")
                        && !refusal.path("missingAuthorizations").isEmpty()) {
                    refusal.removeAll().put("type", "AuthorizationException");
                    refusal.put("message", sentences.say("gate.not-allowed"));
                }
            }
            case "OptimisticLockingException" -> {
                held.setStatus(HttpStatus.CONFLICT.value());
                refusal.put("message", sentences.say("gate.task-gone"));
            }
            default ->
                refusal.put(
                        "message",
                        PREFIX.matcher(refusal.path("message").asText()).replaceFirst(""));
        }
        byte[] rewritten = json.writeValueAsBytes(refusal);
        held.resetBuffer();
        held.setCharacterEncoding("UTF-8");
        held.setContentLength(rewritten.length);
        held.getOutputStream().write(rewritten);
    }
}
