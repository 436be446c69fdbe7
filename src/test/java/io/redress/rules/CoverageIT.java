package io.redress.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testing.PassedNodes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs when all process tests have run, in whatever order, and reads what they wrote down. */
@Tag("once")
class CoverageIT {

    static Stream<Path> processes() {
        return House.files("processes", ".bpmn").stream();
    }

    @ParameterizedTest
    @MethodSource("processes")
    void everyFlowNodeIsPassedBySomeProcessTest(Path file) throws IOException {
        Set<String> passed = PassedNodes.written();
        Diagram diagram = Diagram.read(file);
        assertThat(diagram.all(FlowNode.class).stream().map(FlowNode::getId))
                .as("flow nodes that no @ProcessTest passed")
                .filteredOn(node -> !passed.contains(PassedNodes.node(diagram.name(), node)))
                .isEmpty();
    }
}
