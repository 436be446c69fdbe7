package io.redress.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testing.PassedNodes;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs after the process tests; by itself it finds that none has run. */
@Order(Integer.MAX_VALUE)
class CoverageTest {

    static Stream<Path> processes() {
        return House.files("processes", ".bpmn").stream();
    }

    @ParameterizedTest
    @MethodSource("processes")
    void everyFlowNodeIsPassedBySomeProcessTest(Path file) {
        Diagram diagram = Diagram.read(file);
        assertThat(diagram.all(FlowNode.class).stream().map(FlowNode::getId))
                .as("flow nodes that no @ProcessTest passed")
                .filteredOn(node -> !PassedNodes.of(diagram.name()).contains(node))
                .isEmpty();
    }
}
