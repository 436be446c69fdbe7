package io.redress.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ModelTest {

    private static final House HOUSE = House.delivered();

    static Stream<Path> processes() {
        return House.files("processes", ".bpmn").stream();
    }

    @ParameterizedTest
    @MethodSource("processes")
    void everyDeliveredDiagramKeepsTheRules(Path file) {
        assertThat(ModelRules.findings(Diagram.read(file), HOUSE)).isEmpty();
    }
}
