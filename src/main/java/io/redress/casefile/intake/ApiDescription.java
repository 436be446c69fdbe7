package io.redress.casefile.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.redress.form.FormCheck;
import io.redress.form.FormSchema;
import io.redress.language.Sentences;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Service;

/** The intake API as OpenAPI 3.1; its fields are those of the form that is deployed at this moment, so that it is always true. */
@Service
public class ApiDescription {

    private static final JsonMapper YAML = new JsonMapper(new YAMLFactory());
    private static final String SENTENCE = "intake.";

    private final Registrar registrar;
    private final FormSchema schema;
    private final Sentences sentences;
    private final JsonNode frame;

    ApiDescription(
            Registrar registrar,
            FormCheck check,
            Sentences sentences,
            @Value("classpath:intake/openapi.yaml") Resource frame)
            throws IOException {
        this.registrar = registrar;
        this.schema = new FormSchema(check, sentences);
        this.sentences = sentences;
        try (InputStream yaml = frame.getInputStream()) {
            this.frame = YAML.readTree(yaml);
            say(this.frame);
        }
    }

    public JsonNode describe() {
        StartForm start = registrar.form();
        JsonNode description = frame.deepCopy();
        ((ObjectNode) description.path("info")).put("version", start.form().id() + " " + start.version());
        ((ObjectNode) description.at("/components/schemas"))
                .set("Complaint", YAML.valueToTree(schema.of(start.form(), start.lists())));
        schema.example(start.form(), start.lists())
                .ifPresent(example -> ((ObjectNode)
                                description.at("/paths/~1api~1complaints/post/requestBody/content/application~1json"))
                        .set("example", YAML.valueToTree(example)));
        return description;
    }

    private void say(JsonNode node) {
        node.forEach(this::say);
        for (Map.Entry<String, JsonNode> property : node.properties()) {
            if (property.getValue().asText().startsWith(SENTENCE)) {
                ((ObjectNode) node)
                        .put(
                                property.getKey(),
                                sentences.say(property.getValue().asText(), Intake.REMEMBERED.toDays()));
            }
        }
    }
}
