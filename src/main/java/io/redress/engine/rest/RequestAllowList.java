package io.redress.engine.rest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
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
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets only such requests through to the engine as it expects: a query asks by its own keys and by no expression, at any
 * depth and for everybody; other bodies of those who don't administer are an object of the keys that belong there, not larger
 * than any form. Over a null in the wrong place the engine fails with an error of its own.
 */
final class RequestAllowList extends OncePerRequestFilter {

    /** Bytes; twenty full text fields of a form are a quarter of it. */
    private static final int LARGEST = 1024 * 1024;

    /** Bytes; all packaged models are a tenth of it. What is deployed is held in memory several times over. */
    private static final int LARGEST_FILES = 8 * 1024 * 1024;

    /** The deepest that anybody needs is a list in a query in a list of Tasklist. */
    private static final int DEEPEST = 32;

    private static final byte[] NO_FIELDS = {'{', '}'};

    private static final String EXPRESSION = "expression";

    /** Files are no JSON; what is in them is looked at when they are deployed. */
    private static final String FILES = "/deployment/create";

    private static final Map<Pattern, Set<String>> BODIES = Map.of(
            Pattern.compile("/task/[^/]+/(claim|unclaim|assignee)"), Set.of("userId"),
            Pattern.compile("/task/[^/]+/comment/create"), Set.of("message", "processInstanceId"),
            Pattern.compile("/(task|process-definition)/.+/submit-form"),
                    Set.of("variables", "businessKey", "withVariablesInReturn"),
            Pattern.compile("/identity/verify"), Set.of("username", "password"),
            Pattern.compile("/identity/password-policy"), Set.of("password", "profile"),
            Pattern.compile("/user/[^/]+/profile"), Set.of("id", "firstName", "lastName", "email"),
            Pattern.compile("/user/[^/]+/credentials"), Set.of("password", "authenticatedUserPassword"));

    /** A key that stands twice may be read by one as the first and by another as the second. */
    private static final ObjectMapper STRICT = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final ActingPerson person;
    private final RefusalAnswers refusals;

    RequestAllowList(ActingPerson person, RefusalAnswers refusals) {
        this.person = person;
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> path = EnginePath.of(request);
        if (path.isPresent() && !addressKnown(path.get(), request.getQueryString())) {
            refusals.answer(response, HttpStatus.BAD_REQUEST, "gate.no-expressions");
            return;
        }
        Optional<Predicate<JsonNode>> query = path.flatMap(QueryKeys::of);
        boolean reads = Set.of("GET", "HEAD", "OPTIONS").contains(request.getMethod());
        boolean json = isJson(request);
        boolean files = !json && path.filter(FILES::equals).isPresent();
        if (reads || !files && (query.isEmpty() && person.administers() || !json && path.isEmpty())) {
            chain.doFilter(request, response);
            return;
        }
        int largest = files ? LARGEST_FILES : LARGEST;
        byte[] body = request.getInputStream().readNBytes(largest + 1);
        if (body.length > largest) {
            refusals.answer(response, HttpStatus.PAYLOAD_TOO_LARGE, files ? "gate.files-too-large" : "gate.too-large");
        } else if (files) {
            chain.doFilter(new Read(request, body), response);
        } else if (body.length == 0) {
            chain.doFilter(new Read(request, json ? NO_FIELDS : body), response);
        } else {
            Optional<JsonNode> read = json ? read(body) : Optional.empty();
            if (read.filter(query.orElseGet(() -> known(path.orElse("")))).isPresent()) {
                chain.doFilter(new Read(request, body), response);
            } else {
                boolean asks = query.isPresent()
                        && read.filter(RequestAllowList::asksByExpression).isPresent();
                refusals.answer(response, HttpStatus.BAD_REQUEST, asks ? "gate.no-expressions" : "gate.not-understood");
            }
        }
    }

    private static boolean addressKnown(String path, String parameters) {
        try {
            return parameters == null
                    || Stream.of(parameters.split("&"))
                            .filter(parameter -> !parameter.isEmpty())
                            .map(parameter ->
                                    URLDecoder.decode(parameter.replaceFirst("=.*", ""), StandardCharsets.UTF_8))
                            .allMatch(name -> QueryKeys.inAddress(path, name));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Read as the engine reads it, which takes UTF-8 where nothing else is said. */
    private static Optional<JsonNode> read(byte[] body) throws IOException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            return Optional.of(STRICT.readTree(text)).filter(JsonNode::isObject);
        } catch (CharacterCodingException | JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static Predicate<JsonNode> known(String path) {
        return body -> {
            JsonNode variables = body.path("variables");
            return BODIES.entrySet().stream()
                            .filter(entry -> entry.getKey().matcher(path).matches())
                            .allMatch(entry -> QueryKeys.only(body, entry.getValue()))
                    && (!variables.isObject()
                            || StreamSupport.stream(variables.spliterator(), false)
                                    .allMatch(JsonNode::isObject));
        };
    }

    private static boolean asksByExpression(JsonNode node) {
        return node.properties().stream()
                        .anyMatch(
                                entry -> entry.getKey().toLowerCase(Locale.ROOT).endsWith(EXPRESSION))
                || StreamSupport.stream(node.spliterator(), false).anyMatch(RequestAllowList::asksByExpression);
    }

    private static boolean isJson(HttpServletRequest request) {
        List<String> types = Collections.list(request.getHeaders(HttpHeaders.CONTENT_TYPE));
        try {
            MediaType type = types.size() == 1 ? MediaType.parseMediaType(types.get(0)) : null;
            return type != null
                    && type.equalsTypeAndSubtype(MediaType.APPLICATION_JSON)
                    && (type.getCharset() == null || type.getCharset().equals(StandardCharsets.UTF_8));
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
