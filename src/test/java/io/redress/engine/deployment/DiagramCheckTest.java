package io.redress.engine.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.language.Language;
import io.redress.language.Sentences;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;

class DiagramCheckTest {

    private static final String EVIDENCE = "<camunda:property name=\"evidence\" value=\"required\" />";

    @Test
    void evidenceIsRequiredAtAUserTaskOrNotNamed() throws IOException {
        String diagram = Files.readString(Path.of("processes", "local-office.bpmn"));
        assertThat(diagram).contains(EVIDENCE);
        assertThat(findings(diagram)).isEmpty();
        assertThat(findings(diagram.replace(EVIDENCE, EVIDENCE.replace("required", "perhaps"))))
                .singleElement()
                .asString()
                .contains("Visit the scene with the customer", "perhaps");
        String elsewhere = diagram.replaceFirst("(<bpmn:endEvent (?s:.*?)<camunda:properties>)", "$1" + EVIDENCE);
        assertThat(findings(elsewhere)).singleElement().asString().contains("only at a user task");
    }

    private static List<String> findings(String diagram) {
        byte[] file = diagram.getBytes(StandardCharsets.UTF_8);
        return new DiagramCheck(
                        file, Bpmn.readModelFromStream(new ByteArrayInputStream(file)), step -> true, handler -> true)
                .findings(new Sentences(Language.EN), form -> true);
    }
}
