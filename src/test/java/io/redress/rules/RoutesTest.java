package io.redress.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever triage names keeps the one contract, and each rule of it finds the fault it is for. */
class RoutesTest {

    private static final Map<String, Diagram> DIAGRAMS = House.files("processes", ".bpmn").stream()
            .map(Diagram::read)
            .collect(Collectors.toMap(Diagram::name, Function.identity()));

    static Stream<String> routes() {
        var table = Dmn.readModelFromFile(Path.of("processes/triage.dmn").toFile());
        int column = List.copyOf(table.getModelElementsByType(Output.class)).stream()
                .map(Output::getName)
                .toList()
                .indexOf("route");
        return table.getModelElementsByType(Rule.class).stream()
                .map(row -> List.copyOf(row.getOutputEntries()).get(column))
                .map(OutputEntry::getTextContent)
                .map(cell -> cell.strip().replace("\"", ""))
                .filter(key -> !key.isEmpty())
                .distinct();
    }

    static Stream<Diagram> diagrams() {
        return DIAGRAMS.values().stream();
    }

    @ParameterizedTest
    @MethodSource("routes")
    void whateverTriageNamesKeepsTheContract(String key) {
        assertThat(RouteRules.findings(key, DIAGRAMS)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void whoeverCallsOneHandsOverAndTakesBackAllOfIt(Diagram diagram) {
        assertThat(RouteRules.calls(diagram, DIAGRAMS)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name=\"settled\" value=\"done, |name=\"settled\" value=\"|can come out as done and does not declare it",
                "value=\"done, finding|value=\"done, lost, finding|never comes out as lost",
                "value=\"done, finding|value=\"done, not-agreed, finding|not-agreed is settled and is not",
                "value=\"not-agreed, |value=\"done, not-agreed, |says that done is settled; here it is not",
                "name=\"outcome\" value=\"done\"|name=\"outcome\" value=\"over\"|can come out as over",
                "value=\"userTask_contactTheCustomer\"|value=\"userTask_clarifyWithTheCustomer\"|meets FIRST_RESPONSE",
                "value=\"userTask_contactTheCustomer\"|value=\"\"|meets FIRST_RESPONSE",
                "${planAgreed}|${severity}|does not ask whether a plan is agreed"
            })
    void findsTheFault(String sound, String spoilt, String finding) throws IOException {
        assertThat(RouteRules.findings("local-office", spoilt(sound, spoilt)))
                .anySatisfy(sentence -> assertThat(sentence).contains(finding));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "in source=\"planAgreed\" target=\"planAgreed\"|in source=\"planAgreed\" target=\"plan\"|hand over planAgreed",
                "in source=\"ownerGroup\" target=\"ownerGroup\"|in source=\"site\" target=\"site\"|hand over ownerGroup",
                "out source=\"settled\" target=\"settled\"|out source=\"site\" target=\"site\"|take back settled"
            })
    void findsTheFaultOfACall(String sound, String spoilt, String finding) throws IOException {
        Map<String, Diagram> diagrams = spoilt(sound, spoilt);
        assertThat(RouteRules.calls(diagrams.get("local-office"), diagrams))
                .anySatisfy(sentence -> assertThat(sentence).contains(finding));
    }

    private static Map<String, Diagram> spoilt(String sound, String spoilt) throws IOException {
        String office = Files.readString(Path.of("processes/local-office.bpmn"));
        assertThat(office).contains(sound);
        Map<String, Diagram> diagrams = new HashMap<>(DIAGRAMS);
        diagrams.put("local-office", Diagram.of("local-office", office.replace(sound, spoilt)));
        return diagrams;
    }
}
