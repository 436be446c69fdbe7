package io.redress.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The words of Camunda's web applications in Chinese beside those that their jar has in English. */
class LocalesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern BLANK = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}");

    /** What has no letters in English has none to translate. */
    private static final Pattern LETTERS = Pattern.compile("\\p{L}{2,}");

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "admin"})
    void everyWordIsThereInChinese(String application) throws IOException {
        Map<String, String> english = words(application, "en");
        Map<String, String> chinese = words(application, "zh");

        assertThat(chinese).hasSameSizeAs(english).containsOnlyKeys(english.keySet());
        assertThat(chinese).allSatisfy((name, words) -> {
            assertThat(blanks(words)).as(name).isEqualTo(blanks(english.get(name)));
            if (LETTERS.matcher(english.get(name)).find()
                    && !name.contains("longDateFormat")
                    && !name.contains(".calendar.sameElse")) {
                assertThat(words).as(name).containsPattern("\\p{IsHan}");
            }
        });
    }

    /** The texts by their place; the jar's files begin with a byte order mark. */
    private static Map<String, String> words(String application, String language) throws IOException {
        String file = "/META-INF/resources/webjars/camunda/app/%s/locales/%s.json".formatted(application, language);
        try (InputStream stream = LocalesTest.class.getResourceAsStream(file)) {
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            Map<String, String> words = new TreeMap<>();
            collect("", JSON.readTree(text.replace("\uFEFF", "")), words);
            return words;
        }
    }

    private static void collect(String place, JsonNode json, Map<String, String> words) {
        if (json.isTextual()) {
            words.put(place, json.textValue());
        }
        json.properties().forEach(property -> collect(place + "." + property.getKey(), property.getValue(), words));
        for (int i = 0; json.isArray() && i < json.size(); i++) {
            collect(place + "." + i, json.get(i), words);
        }
    }

    private static TreeSet<String> blanks(String words) {
        TreeSet<String> blanks = new TreeSet<>();
        Matcher blank = BLANK.matcher(words);
        while (blank.find()) {
            blanks.add(blank.group(1));
        }
        return blanks;
    }
}
