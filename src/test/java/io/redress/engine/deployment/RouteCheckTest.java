package io.redress.engine.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.language.Language;
import io.redress.language.Sentences;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;

class RouteCheckTest {

    private static final Sentences SENTENCES = new Sentences(Language.EN);
    private static final Set<String> ROUTES = Set.of(
            "complaint-resolution", "customer-injury", "local-office", "lost-receipt", "responsibility-decision");

    @ParameterizedTest
    @CsvSource({
        "complaint-resolution, true",
        "local-office, true",
        "lost-receipt, true",
        "complaint-handling, false",
        "measures, false"
    })
    void aProcessThatSaysHowItCanComeOutIsOneThatTriageCanName(String process, boolean can) throws IOException {
        Element diagram = packaged(process + ".bpmn");
        assertThat(RouteCheck.routes(diagram).contains(process)).isEqualTo(can);
        assertThat(RouteCheck.ofDiagram(diagram, SENTENCES)).isEmpty();
    }

    @Test
    void thePackagedTableNamesSuchOnly() throws IOException {
        Element table = packaged("triage.dmn");
        assertThat(RouteCheck.ofTable(table, ROUTES::contains, SENTENCES)).isEmpty();
        assertThat(RouteCheck.ofTable(
                        table,
                        Set.of("complaint-resolution", "customer-injury", "lost-receipt", "responsibility-decision")
                                ::contains,
                        SENTENCES))
                .singleElement()
                .asString()
                .contains("“local-office”");
        assertThat(RouteCheck.ofTable(packaged("deadline-policy.dmn"), process -> false, SENTENCES))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<endEvent id='e' name='Found'>OUTCOME</endEvent>|",
                "<endEvent id='e' name='Lost'>OTHER</endEvent>|“Lost” says that the process comes out as “lost”",
                "<task id='e' name='Look'>OUTCOME</task>|“Look” says how the process comes out",
                "<subProcess id='s'><endEvent id='e' name='Found'>OUTCOME</endEvent></subProcess>|“Found” says how",
                "<subProcess id='s' triggeredByEvent='true'><endEvent id='e' name='Found'>OUTCOME</endEvent></subProcess>|",
                "<endEvent id='e' name='Found'/>|no end says so",
                "<callActivity id='c'><extensionElements><c:out source='outcome' target='outcome'/><c:out source='settled' target='settled'/></extensionElements></callActivity>|",
                "<callActivity id='c' name='Call'><extensionElements><c:out source='outcome' target='outcome'/></extensionElements></callActivity>|“Call” must hand on both",
                "<callActivity id='c' name='Call'><extensionElements><c:out source='severity' target='outcome'/></extensionElements></callActivity>|no end says so"
            })
    void whatCannotBeSoIsNamed(String drawn, String finding) {
        List<String> findings = RouteCheck.ofDiagram(parking(drawn), SENTENCES);
        if (finding == null) {
            assertThat(findings).isEmpty();
        } else {
            assertThat(findings).anyMatch(sentence -> sentence.contains(finding));
        }
    }

    private static Element parking(String drawn) {
        String property =
                "<extensionElements><c:properties><c:property name='%s' value='%s'/></c:properties></extensionElements>";
        return read("""
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:c="http://camunda.org/schema/1.0/bpmn">
                <process id="parking-complaint">%s%s</process></definitions>""".formatted(
                        property.formatted("settled", "found"),
                        drawn.replace("OUTCOME", property.formatted("outcome", "found"))
                                .replace("OTHER", property.formatted("outcome", "lost"))));
    }

    private static Element packaged(String file) throws IOException {
        return read(Files.readString(Path.of("processes", file)));
    }

    private static Element read(String model) {
        return Vocabulary.read(model.getBytes(StandardCharsets.UTF_8));
    }
}
