package io.redress.engine.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.engine.people.ActingPerson;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.stream.StreamSupport;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets only such JSON through to the engine as it can read: an object, not larger than any form. Over a null in the wrong
 * place the engine fails with an error of its own.
 */
final class LegibleBodies extends OncePerRequestFilter {

    /** Bytes; twenty full text fields of a form are a quarter of it. */
    private static final int LARGEST = 1024 * 1024;

    private static final byte[] NO_FIELDS = {'{', '}'};

    private final ActingPerson person;
    private final RefusalAnswers refusals;
    private final ObjectMapper json;

    LegibleBodies(ActingPerson person, RefusalAnswers refusals, ObjectMapper json) {
        this.person = person;
        this.refusals = refusals;
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return person.administers() || !isJson(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            refusals.answer(response, HttpStatus.PAYLOAD_TOO_LARGE, "gate.too-large");
        } else if (legible(body)) {
            chain.doFilter(new Read(request, body.length == 0 ? NO_FIELDS : body), response);
        } else {
            refusals.answer(response, HttpStatus.BAD_REQUEST, "gate.not-understood");
        }
    }

    private boolean legible(byte[] body) throws IOException {
        try {
            JsonNode read = json.readTree(body);
            JsonNode variables = read.path("variables");
            return read.isMissingNode()
                    || read.isObject()
                            && (!variables.isObject()
                                    || StreamSupport.stream(variables.spliterator(), false)
                                            .allMatch(JsonNode::isObject));
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private static boolean isJson(HttpServletRequest request) {
        try {
            return request.getContentType() != null
                    && MediaType.APPLICATION_JSON.isCompatibleWith(MediaType.parseMediaType(request.getContentType()));
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    /** The request with its body once more. */
    private static final class Read extends HttpServletRequestWrapper {

        private final ByteArrayInputStream body;

        Read(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = new ByteArrayInputStream(body);
        }

        @Override
        public ServletInputStream getInputStream() {
            return new ServletInputStream() {
                @Override
                public int read() {
                    return body.read();
                }

                @Override
                public int read(byte[] bytes, int offset, int length) {
                    return body.read(bytes, offset, length);
                }

                @Override
                public boolean isFinished() {
                    return body.available() == 0;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    throw new UnsupportedOperationException("the body has been read already");
                }
            };
        }
    }
}
