package io.redress.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What form-js-viewer 1.8.7 really submitted, and which fields it complained about: random forms with random conditions,
 * filled in at random under jsdom in the time zone Asia/Shanghai and sent as Tasklist does, lists as JSON. Left out is
 * where the server differs on purpose: white space (empty to the server) and read-only fields (given by the server, so
 * never checked again).
 */
class RecordedSubmissionsTest {

    private static final JsonNode RECORDING = read();
    private static final FormCheck CHECK = new FormCheck(
            Clock.fixed(Instant.parse(RECORDING.get("at").asText()), ZoneId.of("Asia/Shanghai")), FormFile.ENGLISH);

    static Stream<JsonNode> cases() {
        return IntStream.range(0, RECORDING.get("cases").size()).mapToObj(RECORDING.get("cases")::get);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void agreesWithTheBrowser(JsonNode recorded) {
        Form form = FormFile.parse(recorded.get("form").toString());
        Map<String, Object> given = map(recorded.get("given"));
        Map<String, Object> submitted = map(recorded.get("submitted"));
        Set<String> sent = new TreeSet<>(submitted.keySet());
        form.fields().stream()
                .filter(field -> field.type() == Field.Type.EXPRESSION)
                .forEach(field -> sent.remove(field.key()));

        assertThat(CHECK.asked(form, given, submitted)).containsExactlyInAnyOrderElementsOf(sent);
        assertThat(problems(form, given, submitted))
                .isEqualTo(new TreeSet<>(map(recorded.get("errors")).keySet()));
    }

    private static Set<String> problems(Form form, Map<String, Object> given, Map<String, Object> submitted) {
        Set<String> keys = new TreeSet<>();
        try {
            CHECK.check(form, given, submitted, Caller.PAGE);
        } catch (InvalidSubmission refusal) {
            refusal.problems().forEach(problem -> keys.add(problem.key()));
        }
        return keys;
    }

    private static Map<String, Object> map(JsonNode json) {
        Map<String, Object> map = new TreeMap<>();
        json.properties().forEach(entry -> map.put(entry.getKey(), Json.value(entry.getValue())));
        return map;
    }

    private static JsonNode read() {
        try (InputStream file =
                RecordedSubmissionsTest.class.getResourceAsStream("/form/submitted-by-form-js-1.8.7.json")) {
            return Json.read(file.readAllBytes());
        } catch (IOException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
