package io.redress.web;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.casefile.complaint.RefusedRegistration;
import io.redress.casefile.intake.ApiDescription;
import io.redress.casefile.intake.Intake;
import io.redress.casefile.intake.KeyTaken;
import io.redress.casefile.intake.Receipt;
import io.redress.casefile.intake.Registrar;
import io.redress.form.InvalidSubmission;
import io.redress.language.Sentences;
import io.redress.people.Person;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where other systems post complaints; whatever they can mend is answered in words. */
@RestController
class IntakeApi {

    /** Bytes; twenty full text fields of a form are a quarter of it. */
    private static final int LARGEST = 1024 * 1024;

    /** More are not spelled out: nobody mends that many by hand. */
    private static final int MOST_PROBLEMS = 100;

    private static final String KEY = "Idempotency-Key";
    private static final String KEY_PATTERN = "[!-~]{1,200}";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final Registrar registrar;
    private final Intake intake;
    private final ApiDescription description;
    private final Person person;
    private final Sentences sentences;

    IntakeApi(Registrar registrar, Intake intake, ApiDescription description, Person person, Sentences sentences) {
        this.registrar = registrar;
        this.intake = intake;
        this.description = description;
        this.person = person;
        this.sentences = sentences;
    }

    /** A post that goes no further, with the status that says why. */
    private static final class RefusedPost extends Exception {

        private static final long serialVersionUID = 1L;

        private final HttpStatus status;

        RefusedPost(HttpStatus status, String sentence) {
            super(sentence);
            this.status = status;
        }
    }

    @PostMapping("/api/complaints")
    ResponseEntity<Map<String, Object>> post(HttpServletRequest request) throws IOException, RefusedPost {
        if (!registrar.admits()) {
            throw refused(HttpStatus.FORBIDDEN, "intake.not-allowed");
        }
        if (!isJson(request.getContentType())) {
            throw refused(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "intake.not-json");
        }
        Receipt receipt = intake.post(person.login(), key(request), body(request));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("number", receipt.number());
        answer.put("receivedAt", receipt.receivedAt().toString());
        return ResponseEntity.created(URI.create("/cases/" + receipt.number())).body(answer);
    }

    @GetMapping("/api/openapi.json")
    JsonNode describe() {
        return description.describe();
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> refused(RefusedPost e) {
        return ResponseEntity.status(e.status).body(Map.of("message", e.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> taken(KeyTaken e) {
        return ResponseEntity.status(HttpStatus.CONFLICT).body(Map.of("message", e.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> wrong(InvalidSubmission e) {
        Map<String, String> fields = new LinkedHashMap<>();
        e.problems().stream().limit(MOST_PROBLEMS).forEach(problem -> fields.put(problem.key(), problem.sentence()));
        return wrong(fields);
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> wrong(RefusedRegistration e) {
        return wrong(Map.of(e.field(), e.getMessage()));
    }

    private ResponseEntity<Map<String, Object>> wrong(Map<String, String> fields) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("message", sentences.say("intake.wrong"));
        answer.put("fields", fields);
        return ResponseEntity.badRequest().body(answer);
    }

    private String key(HttpServletRequest request) throws RefusedPost {
        List<String> keys = Collections.list(request.getHeaders(KEY));
        if (keys.size() != 1 || !keys.get(0).matches(KEY_PATTERN)) {
            throw refused(HttpStatus.BAD_REQUEST, "intake.key-missing");
        }
        return keys.get(0);
    }

    private ObjectNode body(HttpServletRequest request) throws IOException, RefusedPost {
        byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            throw refused(HttpStatus.PAYLOAD_TOO_LARGE, "intake.too-large");
        }
        try {
            if (JSON.readTree(body) instanceof ObjectNode complaint) {
                return complaint;
            }
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation() == null ? JsonLocation.NA : e.getLocation();
            throw refused(HttpStatus.BAD_REQUEST, "intake.malformed", at.getLineNr(), at.getColumnNr());
        }
        throw refused(HttpStatus.BAD_REQUEST, "intake.no-object");
    }

    private RefusedPost refused(HttpStatus status, String sentence, Object... arguments) {
        return new RefusedPost(status, sentences.say(sentence, arguments));
    }

    private static boolean isJson(String contentType) {
        try {
            MediaType type = MediaType.parseMediaType(contentType == null ? "" : contentType);
            return type.equalsTypeAndSubtype(MediaType.APPLICATION_JSON)
                    && (type.getCharset() == null || type.getCharset().equals(StandardCharsets.UTF_8));
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }
}
