package io.redress.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.form.Field;
import io.redress.form.Personal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FormsTest {

    private static final House HOUSE = House.delivered();
    private static final FormRules RULES = FormRules.of(
            shownBy(StartEvent.class), shownBy(UserTask.class), HOUSE.forms().values());

    static Stream<Path> forms() {
        return House.files("forms", ".form").stream();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyDeliveredFormKeepsTheRules(Path file) throws IOException {
        assertThat(RULES.findings(House.name(file), Files.readAllBytes(file))).isEmpty();
    }

    @Test
    void aFieldIsPersonalInEveryFormOrInNone() {
        Map<String, Set<Optional<Personal>>> marks = HOUSE.forms().values().stream()
                .flatMap(form -> form.fields().stream())
                .collect(Collectors.groupingBy(Field::key, Collectors.mapping(Field::personal, Collectors.toSet())));
        assertThat(marks)
                .isNotEmpty()
                .allSatisfy((key, different) -> assertThat(different).as(key).hasSize(1));
    }

    private static Set<String> shownBy(Class<? extends FlowNode> step) {
        List<Path> diagrams = House.files("processes", ".bpmn");
        return diagrams.stream()
                .flatMap(file -> Diagram.read(file).all(step).stream())
                .map(FormReference::of)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
