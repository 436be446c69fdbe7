package io.redress.casefile.paper;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.redress.language.Sentences;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Made-up data for each kind of paper, from {@code example_<language>.yaml} in the folder of the templates. */
@Component
public class PaperExamples {

    /** The part that every paper has. */
    private static final String ALL = "all";

    private static final YAMLMapper YAML = new YAMLMapper();

    private final PaperFolder folder;
    private final Sentences sentences;

    PaperExamples(PaperFolder folder, Sentences sentences) {
        this.folder = folder;
        this.sentences = sentences;
    }

    /** @throws InvalidPaper when the file can't be read, or has none for that kind */
    public Map<String, Object> of(String kind) {
        String file = "example_" + sentences.language().code() + ".yaml";
        Map<String, Map<String, Object>> all = read(file);
        if (all.get(kind) == null) {
            throw new InvalidPaper(sentences.say("paper.no-example", file, kind));
        }
        Map<String, Object> facts = new HashMap<>(all.getOrDefault(ALL, Map.of()));
        facts.putAll(all.get(kind));
        facts.replaceAll((name, value) -> texts(value));
        return facts;
    }

    private Map<String, Map<String, Object>> read(String file) {
        try {
            return YAML.readValue(folder.text(file), new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new InvalidPaper(sentences.say("paper.bad-example", file, e.getOriginalMessage()));
        }
    }

    /** A number that somebody wrote without quotes is a text, too. */
    private static Object texts(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> texts = new HashMap<>();
            map.forEach((name, one) -> texts.put(name, texts(one)));
            return texts;
        }
        return value instanceof List<?> several
                ? several.stream().map(PaperExamples::texts).toList()
                : value == null ? "" : value.toString();
    }
}
