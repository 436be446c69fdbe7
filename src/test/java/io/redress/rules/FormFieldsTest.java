package io.redress.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.casefile.entry.FormField;
import io.redress.form.Form;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormFieldsTest {

    private static final House HOUSE = House.delivered();
    private static final Path MAIN = Path.of("src/main/java/io/redress");

    /** Those that know forms and engine, not what this or that form asks. */
    private static final Set<String> GENERAL =
            Set.of("engine", "form", "web", "people", "calendar", "language", "site");

    private static final Map<String, Contract> CONTRACTS =
            HOUSE.contracts().values().stream().collect(Collectors.toMap(Contract::home, Function.identity()));

    static Stream<DeclaredField> fields() {
        return DeclaredField.all().stream();
    }

    /** A contract's in the forms of its own process, a feature's in whichever ask for it. */
    @ParameterizedTest
    @MethodSource("fields")
    void theFormsHaveWhateverCodeNames(DeclaredField declared) {
        assertThat(FormFieldRules.findings(declared, forms(declared))).isEmpty();
    }

    @Test
    void aFieldHasOneTypeWhereverItIsNamed() {
        Map<String, Set<Class<?>>> types = fields().collect(Collectors.groupingBy(
                declared -> declared.field().key(),
                Collectors.mapping(declared -> declared.field().type(), Collectors.toSet())));
        assertThat(types)
                .isNotEmpty()
                .allSatisfy((key, several) -> assertThat(several).as(key).hasSize(1));
    }

    static Stream<Path> sources() throws IOException {
        try (Stream<Path> sources = Files.walk(MAIN)) {
            return sources
                    .filter(source -> source.toString().endsWith(".java")
                            && !GENERAL.contains(
                                    MAIN.relativize(source).getName(0).toString()))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("sources")
    void nobodyLooksAnAnswerUpByAWord(Path source) throws IOException {
        assertThat(FormFieldRules.lookedUp(Files.readString(source))).isEmpty();
    }

    @Test
    void findsAFieldThatNoFormHasAndOneOfAnotherType() {
        Collection<Form> forms = HOUSE.forms().values();
        assertThat(FormFieldRules.findings(declared("paymentProoof", String.class), forms))
                .containsExactly("FormFieldsTest: paymentProoof stands in no form");
        assertThat(FormFieldRules.findings(declared("measureResult", BigDecimal.class), forms))
                .containsExactly("FormFieldsTest: measureResult is no BigDecimal in the form carry-out-the-measure");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "submission.fields().get(\"cause\")",
                "submission.fields()\n    .get(CAUSE)",
                "fields.get(\"measure1\")",
                "fields.get(line + \"Due\")",
                "said.get(FollowUps.SUGGESTIONS)",
                "entry.fields().get(AdditionProcess.ADDITION.name())",
                "complaints.core(id).get(\"description\")",
                "answers(id).get(\"departments\")"
            })
    void findsALookUp(String source) {
        assertThat(FormFieldRules.lookedUp(source)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CAUSE.find(submission)",
                "first.fields().get(field.key())",
                "core.get(CoreField.EMAIL.key())",
                "later.fields().get(key)",
                "step.get(\"deadline\")"
            })
    void findsNothingElse(String source) {
        assertThat(FormFieldRules.lookedUp(source)).isEmpty();
    }

    private static Collection<Form> forms(DeclaredField declared) {
        Contract contract = CONTRACTS.get(declared.home().getPackageName());
        if (contract == null || !declared.home().getSimpleName().endsWith("Process")) {
            return HOUSE.forms().values();
        }
        return Diagram.read(Path.of("processes", contract.key() + ".bpmn")).all(FlowNode.class).stream()
                .map(FormReference::of)
                .filter(Objects::nonNull)
                .map(HOUSE.forms()::get)
                .toList();
    }

    private static DeclaredField declared(String key, Class<?> type) {
        return new DeclaredField(FormFieldsTest.class, new FormField<>(key, type));
    }
}
