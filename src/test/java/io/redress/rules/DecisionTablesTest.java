package io.redress.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every decision table, so that owners find their way in Modeler. */
class DecisionTablesTest {

    private static final String BOTH_LANGUAGES = "[A-Z][a-zA-Z %]+ \\p{IsHan}+";

    static Stream<Path> tables() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("processes"))) {
            return files.filter(file -> file.toString().endsWith(".dmn")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    void itsFileIsItsIdAndItsHistoryEnds(Path file) {
        Decision decision = decision(read(file));
        assertThat(file).hasFileName(decision.getId() + ".dmn");
        assertThat(decision.getCamundaHistoryTimeToLiveString()).isEqualTo("P180D");
        assertThat(decision.getDescription().getTextContent()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void itsLabelsAreInBothLanguages(Path file) {
        DmnModelInstance table = read(file);
        assertThat(decision(table).getName()).matches(BOTH_LANGUAGES);
        assertThat(table.getModelElementsByType(Input.class))
                .isNotEmpty()
                .allSatisfy(input -> assertThat(input.getLabel()).matches(BOTH_LANGUAGES));
        assertThat(table.getModelElementsByType(Output.class))
                .isNotEmpty()
                .allSatisfy(output -> assertThat(output.getLabel()).matches(BOTH_LANGUAGES));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void everyRowSaysWhereItComesFromAndHasASpeakingId(Path file) {
        assertThat(read(file).getModelElementsByType(Rule.class)).isNotEmpty().allSatisfy(rule -> {
            assertThat(rule.getId()).matches("rule_[A-Za-z][A-Za-z_]*");
            assertThat(rule.getDescription().getTextContent()).isNotBlank();
        });
        assertThat(read(file).getModelElementsByType(DmnElement.class))
                .allSatisfy(
                        element -> assertThat(element.getId()).isNotNull().doesNotContainPattern("_[0-9][a-z0-9]{6}$"));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void aTableOfFirstRowsEndsWithOneThatCatchesTheRest(Path file) {
        DecisionTable table = read(file)
                .getModelElementsByType(DecisionTable.class)
                .iterator()
                .next();
        List<Rule> rules = List.copyOf(table.getRules());
        boolean catches = rules.get(rules.size() - 1).getInputEntries().stream()
                .map(InputEntry::getTextContent)
                .allMatch(String::isBlank);
        assertThat(table.getHitPolicy()).isIn(HitPolicy.FIRST, HitPolicy.COLLECT);
        assertThat(catches).isEqualTo(table.getHitPolicy() == HitPolicy.FIRST);
    }

    private static DmnModelInstance read(Path file) {
        return Dmn.readModelFromFile(file.toFile());
    }

    private static Decision decision(DmnModelInstance table) {
        return table.getModelElementsByType(Decision.class).iterator().next();
    }
}
