package io.redress.engine.sample;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.Resource;

/**
 * A complaint of the sample life.
 *
 * @param what one line for whoever reads the table
 * @param received how long ago it was received
 * @param registration what stands in the registration form
 * @param answers in turn, each the form's id and what was answered; a date is a period from today, such as {@code P2D}
 */
record SampleComplaint(
        String what,
        Duration received,
        Duration ago,
        Map<String, Object> registration,
        List<Map<String, Map<String, Object>>> answers) {

    /** Whoever posts complaints as a program. */
    static final String PROGRAM = "intake-api";

    SampleComplaint {
        ago = ago == null ? Duration.ZERO : ago;
        answers = answers == null ? List.of() : List.copyOf(answers);
    }

    static List<SampleComplaint> read(Resource table) throws IOException {
        // “no” and “yes” are answers here, not truth values.
        ObjectMapper yaml = new ObjectMapper(
                        new YAMLFactory().enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS))
                .findAndRegisterModules();
        try (InputStream rows = table.getInputStream()) {
            return yaml.readValue(rows, new TypeReference<>() {});
        }
    }

    /** A program posts what reaches it; everything else is written down by the clerk. */
    boolean byProgram() {
        return List.of("web", "app", "wechat").contains(registration.get("channel"));
    }
}
