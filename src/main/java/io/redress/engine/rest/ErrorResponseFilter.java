package io.redress.engine.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.engine.people.ActingPerson;
import io.redress.engine.refusal.Refusal;
import io.redress.language.Sentences;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Makes the engine's refusals into sentences for people. What the gates say goes out as they said it; of the engine's own
 * words, which name classes and ids, administrators alone see more than a general sentence.
 */
final class ErrorResponseFilter extends OncePerRequestFilter {

    private static final Pattern PREFIX =
            Pattern.compile("^Cannot (?:submit task form|instantiate process definition) [^ ]+: ");

    private final ActingPerson person;
    private final Sentences sentences;
    private final ObjectMapper json;

    ErrorResponseFilter(ActingPerson person, Sentences sentences, ObjectMapper json) {
        this.person = person;
        this.sentences = sentences;
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        // Asked now: the web applications' own filters forget who it is before they return.
        boolean administers = person.administers();
        ContentCachingResponseWrapper held = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, held);
        if (held.getStatus() >= HttpStatus.BAD_REQUEST.value() && inWordsOrJson(held.getContentType())) {
            rewrite(held, administers);
        }
        held.copyBodyToResponse();
    }

    private static boolean inWordsOrJson(String contentType) {
        return contentType != null
                && Stream.of(MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN)
                        .anyMatch(MediaType.parseMediaType(contentType)::isCompatibleWith);
    }

    private void rewrite(ContentCachingResponseWrapper held, boolean administers) throws IOException {
        ObjectNode refusal = read(held.getContentAsByteArray());
        String type = refusal.path("type").asText("RestException");
        if (refusal.path("code").asInt() == Refusal.CODE) {
            String said = PREFIX.matcher(refusal.path("message").asText()).replaceFirst("");
            refusal.removeAll().put("type", type).put("message", said).put("code", Refusal.CODE);
        } else if (type.equals("OptimisticLockingException")) {
            held.setStatus(HttpStatus.CONFLICT.value());
            refusal.put("message", sentences.say("gate.changed-meanwhile"));
        } else if (administers) {
            return;
        } else {
            refusal.removeAll().put("type", type).put("message", sentences.say(general(held.getStatus())));
        }
        byte[] rewritten = json.writeValueAsBytes(refusal);
        held.resetBuffer();
        held.setContentType(MediaType.APPLICATION_JSON_VALUE);
        held.setCharacterEncoding("UTF-8");
        held.setContentLength(rewritten.length);
        held.getOutputStream().write(rewritten);
    }

    /** Nothing, where it isn't the engine's own shape: a parser's plain words. */
    private ObjectNode read(byte[] body) throws IOException {
        try {
            return json.readTree(body) instanceof ObjectNode object ? object : json.createObjectNode();
        } catch (JsonProcessingException e) {
            return json.createObjectNode();
        }
    }

    private static String general(int status) {
        return switch (status) {
            case 401 -> "gate.nobody";
            case 403 -> "gate.not-allowed";
            case 404 -> "gate.not-there";
            default -> status < 500 ? "gate.not-understood" : "gate.failed";
        };
    }
}
