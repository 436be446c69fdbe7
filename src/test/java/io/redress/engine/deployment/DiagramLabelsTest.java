package io.redress.engine.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.language.Language;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.TextAnnotation;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class DiagramLabelsTest {

    private static final String OWNERS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="t" id="d">
              <process id="p" name="Return" isExecutable="true">
                <startEvent id="start" name="Goods &amp; receipt back">
                  <extensionElements><camunda:properties>
                    <camunda:property name="label.en" value="Goods &amp; receipt back" />
                    <camunda:property name="label.zh" value="商品与小票已退回" />
                  </camunda:properties></extensionElements>
                </startEvent>
                <userTask id="check" name="%s">
                  <extensionElements><camunda:properties>
                    <camunda:property name="label.en" value="Check goods" />
                    <camunda:property name="label.zh" value="检查商品" />
                  </camunda:properties></extensionElements>
                </userTask>
                <userTask id="own" name="Look at it" />
                <textAnnotation id="note">
                  <extensionElements><camunda:properties>
                    <camunda:property name="label.en" value="By noon" />
                    <camunda:property name="label.zh" value="中午前" />
                  </camunda:properties></extensionElements>
                  <text>By noon</text>
                </textAnnotation>
              </process>
            </definitions>
            """;

    static Stream<Path> delivered() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("processes"))) {
            return files.filter(file -> file.toString().endsWith(".bpmn")).toList().stream();
        }
    }

    @Test
    void putsTheLabelsOfTheInstallationsLanguageOnTheCanvas() {
        BpmnModelInstance chinese = read(DiagramLabels.in(Language.ZH, owners("Check goods")));
        assertThat(name(chinese, "start")).isEqualTo("商品与小票已退回");
        assertThat(name(chinese, "check")).isEqualTo("检查商品");
        assertThat(((TextAnnotation) chinese.getModelElementById("note"))
                        .getText()
                        .getTextContent())
                .isEqualTo("中午前");
    }

    @Test
    void leavesAnOwnersElementWithoutLabelsAsItIs() {
        BpmnModelInstance chinese = read(DiagramLabels.in(Language.ZH, owners("Check goods")));
        assertThat(name(chinese, "own")).isEqualTo("Look at it");
        assertThat(name(chinese, "p")).isEqualTo("Return");
    }

    @Test
    void changesNothingThatSpeaksTheLanguageAlready() {
        byte[] english = owners("Check goods");
        assertThat(DiagramLabels.in(Language.EN, english)).isSameAs(english);
        byte[] chinese = DiagramLabels.in(Language.ZH, english);
        assertThat(DiagramLabels.in(Language.ZH, chinese)).isSameAs(chinese);
    }

    @ParameterizedTest
    @EnumSource
    void anOwnersRenameReplacesTheLabelOfTheInstallationsLanguageOnly(Language language) {
        BpmnModelInstance renamed = read(DiagramLabels.in(language, owners("仔细 Check")));
        assertThat(name(renamed, "check")).isEqualTo("仔细 Check");
        assertThat(label(renamed, "check", language.code())).isEqualTo("仔细 Check");
        Language other = language == Language.EN ? Language.ZH : Language.EN;
        assertThat(label(renamed, "check", other.code())).isEqualTo(other == Language.EN ? "Check goods" : "检查商品");
    }

    @ParameterizedTest
    @MethodSource("delivered")
    void aDeliveredDiagramComesBackFromChineseAsItWas(Path file) throws IOException {
        byte[] delivered = Files.readAllBytes(file);
        assertThat(DiagramLabels.in(Language.EN, delivered)).isSameAs(delivered);

        byte[] chinese = DiagramLabels.in(Language.ZH, delivered);
        byte[] english = DiagramLabels.in(Language.EN, chinese);

        assertThat(names(chinese)).noneMatch(name -> name.matches(".*[A-Za-z]{2,}.*"));
        assertThat(names(english)).isEqualTo(names(delivered));
        assertThat(written(english)).isEqualTo(written(delivered));
        assertThat(new String(DiagramLabels.in(Language.ZH, english), StandardCharsets.UTF_8))
                .isEqualTo(new String(chinese, StandardCharsets.UTF_8));
        assertThat(new String(english, StandardCharsets.UTF_8)).doesNotContainPattern("\n\\s*\n");
    }

    /** As the engine's writer has it; what is left between elements differs from Modeler's. */
    private static String written(byte[] diagram) {
        return Bpmn.convertToString(read(diagram)).replaceAll("\\s+", " ").replace("> <", "><");
    }

    private static byte[] owners(String task) {
        return OWNERS.formatted(task).getBytes(StandardCharsets.UTF_8);
    }

    private static BpmnModelInstance read(byte[] diagram) {
        return Bpmn.readModelFromStream(new ByteArrayInputStream(diagram));
    }

    private static String name(BpmnModelInstance diagram, String id) {
        return diagram.getModelElementById(id).getAttributeValue("name");
    }

    private static String label(BpmnModelInstance diagram, String id, String language) {
        BaseElement element = diagram.getModelElementById(id);
        return element.getExtensionElements().getElements().stream()
                .flatMap(properties -> properties.getChildElementsByType(CamundaProperty.class).stream())
                .filter(property -> property.getCamundaName().equals("label." + language))
                .map(CamundaProperty::getCamundaValue)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> names(byte[] diagram) {
        return read(diagram).getModelElementsByType(FlowElement.class).stream()
                .map(FlowElement::getName)
                .filter(Objects::nonNull)
                .toList();
    }
}
