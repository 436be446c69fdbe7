package io.redress.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.casefile.deadline.Stage;
import io.redress.casefile.escalation.EscalationNotes;
import io.redress.casefile.measure.MeasureNotes;
import io.redress.casefile.money.Payment;
import io.redress.casefile.money.PaymentNotes;
import io.redress.casefile.receipt.LossDeclaration;
import io.redress.form.Form;
import io.redress.language.Language;
import io.redress.language.Sentences;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.BeanUtils;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/** Whatever Redress writes into a case can be read by people. */
class NoteTest {

    @ParameterizedTest
    @MethodSource("sentences")
    void isSaidInWords(String sentence) {
        for (Language language : Language.values()) {
            assertThat(new Sentences(language).say("note." + sentence))
                    .as(language.code())
                    .isNotBlank();
        }
    }

    @Test
    void nobodyReadsWhatIsForPrograms() {
        assertThat(facts().filter(fact -> fact.kind() == Fact.Kind.HIDDEN))
                .containsExactlyInAnyOrder(MeasureNotes.MEASURE, PaymentNotes.PAYMENT);
    }

    /** Of every feature. */
    private static Stream<Note> notes() {
        ClassPathScanningCandidateComponentProvider features = new ClassPathScanningCandidateComponentProvider(false);
        features.addIncludeFilter(new AssignableTypeFilter(Notes.class));
        return features.findCandidateComponents("io.redress").stream()
                .map(feature -> (Notes)
                        BeanUtils.instantiateClass(ClassUtils.resolveClassName(feature.getBeanClassName(), null)))
                .flatMap(feature -> feature.notes().stream());
    }

    private static Stream<Fact> facts() {
        return notes().flatMap(note -> note.facts().stream()).distinct();
    }

    static Stream<String> sentences() throws IOException {
        return Stream.of(
                        notes().map(Note::step),
                        facts().filter(fact -> fact.kind() != Fact.Kind.HIDDEN).map(fact -> "fact-" + fact.key()),
                        codes())
                .flatMap(sentence -> sentence);
    }

    /** The values of the facts that are one of a few words. */
    private static Stream<String> codes() throws IOException {
        return Map.of(
                        EscalationNotes.STAGE,
                        Stream.of(Stage.values()).map(Enum::name),
                        PaymentNotes.STATE,
                        Stream.of(Payment.State.values()).map(Enum::name),
                        PaymentNotes.KIND,
                        Stream.of(Payment.Kind.values()).map(Enum::name),
                        declarationState(),
                        Stream.of(LossDeclaration.State.values()).map(Enum::name),
                        EscalationNotes.DECISION,
                        decisions(),
                        EscalationNotes.REASON,
                        reasons())
                .entrySet()
                .stream()
                .flatMap(
                        fact -> fact.getValue().map(code -> fact.getKey().key() + "-" + code.toLowerCase(Locale.ROOT)));
    }

    private static Fact declarationState() {
        return facts().filter(fact -> fact.key().equals("declarationState"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyCodeIsLookedUp() {
        assertThat(facts().filter(fact -> fact.kind() == Fact.Kind.CODE))
                .containsExactlyInAnyOrder(
                        EscalationNotes.STAGE,
                        PaymentNotes.STATE,
                        PaymentNotes.KIND,
                        declarationState(),
                        EscalationNotes.DECISION,
                        EscalationNotes.REASON);
    }

    private static Stream<String> decisions() throws IOException {
        return Form.parse(
                        Files.readAllBytes(Path.of("forms", "take-up-the-escalation.form")), new Sentences(Language.EN))
                .field("escalationDecision")
                .orElseThrow()
                .options()
                .stream()
                .map(option -> option.value().toString());
    }

    /** Each that people are told when a case is passed up, and time. */
    private static Stream<String> reasons() {
        String told = "reason-";
        return Stream.concat(
                Stream.of("overdue"),
                ResourceBundle.getBundle("sentences/escalation", Locale.ENGLISH).keySet().stream()
                        .map(key -> key.substring(key.indexOf('.') + 1))
                        .filter(key -> key.startsWith(told))
                        .map(key -> key.substring(told.length())));
    }
}
