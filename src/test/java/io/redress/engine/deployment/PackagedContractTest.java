package io.redress.engine.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.language.Language;
import io.redress.language.Sentences;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackagedContractTest {

    private static final Sentences SENTENCES = new Sentences(Language.EN);

    private final PackagedContract contract = new PackagedContract(
            new DeployedModels(null, null) {
                @Override
                Optional<ResourceDefinition> newest(String file) {
                    return Optional.empty();
                }
            },
            SENTENCES);

    @Test
    void everyPackagedModelKeepsItsOwn() {
        PackagedModels.packaged()
                .forEach((name, model) -> assertThat(findings(name, new String(model, StandardCharsets.UTF_8)))
                        .as(name)
                        .isEmpty());
    }

    @Test
    void anIntakeThatDoesNothingIsRefusedAndAnotherProcessIsFree() {
        String empty = """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="t">
                  <process id="complaint-handling" isExecutable="true"><startEvent id="s" camunda:formRef="register-complaint"/>
                  <sequenceFlow id="f" sourceRef="s" targetRef="e"/><endEvent id="e"/></process></definitions>""";
        assertThat(findings("x.bpmn", empty))
                .anyMatch(sentence -> sentence.contains("customer-service"))
                .anyMatch(sentence -> sentence.contains("${route}"))
                .anyMatch(sentence -> sentence.contains("${registerComplaintDelegate}"));
        assertThat(findings("x.bpmn", empty.replace("complaint-handling", "parking-complaint")))
                .isEmpty();
    }

    @Test
    void whatIsKeptInAnotherProcessOrWhereNoCaseComesIsNotKept() {
        String ours = new String(PackagedModels.packaged().get("complaint-handling.bpmn"), StandardCharsets.UTF_8);
        String empty = """
                <bpmn:process id="complaint-handling" isExecutable="true"><bpmn:startEvent id="s"/>
                <bpmn:sequenceFlow id="f" sourceRef="s" targetRef="e"/><bpmn:endEvent id="e"/></bpmn:process>""";
        String beside =
                ours.replace("<bpmn:process id=\"complaint-handling\"", empty + "<bpmn:process id=\"elsewhere\"");
        assertThat(findings("x.bpmn", beside)).anyMatch(sentence -> sentence.contains("${registerComplaintDelegate}"));
        String idle = ours.replace(
                "sourceRef=\"serviceTask_registerComplaint\" targetRef=\"subProcess_complaintLife\"",
                "sourceRef=\"serviceTask_registerComplaint\" targetRef=\"endEvent_complaintClosed\"");
        assertThat(findings("x.bpmn", idle))
                .anyMatch(sentence -> sentence.contains("${route}"))
                .anyMatch(sentence -> sentence.contains("${withdrawComplaintDelegate}"))
                .anyMatch(sentence -> sentence.contains("complaint.withdrawn"));
    }

    @ParameterizedTest
    @CsvSource({
        "complaint-handling, '${deadlines.overdue(execution, ''RESOLUTION'')}', '${deadlines.overdue(execution, ''MEASURE'')}', RESOLUTION",
        "complaint-handling, 'name=\"meets\" value=\"CONFIRMATION\"', 'name=\"means\" value=\"CONFIRMATION\"', meets = CONFIRMATION",
        "complaint-handling, 'name=\"meets\" value=\"CONFIRMATION\"', 'name=\"meets\" value=\"RESOLUTION\"', meets = CONFIRMATION"
    })
    void aDeadlineThatWouldPassUnseenIsNamed(String process, String ours, String theirs, String named) {
        String diagram = new String(PackagedModels.packaged().get(process + ".bpmn"), StandardCharsets.UTF_8);
        assertThat(diagram).contains(ours);
        assertThat(findings("x.bpmn", diagram.replace(ours, theirs)))
                .singleElement()
                .asString()
                .contains(named);
    }

    /** Also a diagram of its own: what it calls works on the case that it is handed. */
    @ParameterizedTest
    @CsvSource({
        "escalation, businessKey caseId number site severity deadline, ",
        "escalation, businessKey caseId number site severity reason, ",
        "escalation, businessKey all, ",
        "escalation, businessKey caseId number site severity, ",
        "escalation, businessKey caseId number severity, site",
        "escalation, caseId number site severity deadline, businessKey",
        "escalation, all, businessKey",
        "compensation-approval, , caseId",
        "case-addition, businessKey number site severity, caseId",
        "${other}, businessKey number site severity, caseId",
        "${other}, businessKey all, ",
        "my-own, , "
    })
    void whoeverCallsAPackagedProcessHandsItsCaseOver(String called, String names, String missing) {
        String handed = Stream.of(names == null ? new String[0] : names.split(" "))
                .map(name -> switch (name) {
                    case "businessKey" -> "<camunda:in businessKey=\"#{execution.processBusinessKey}\"/>";
                    case "all" -> "<camunda:in variables=\"all\"/>";
                    default -> "<camunda:in source=\"%s\" target=\"%1$s\"/>".formatted(name);
                })
                .collect(Collectors.joining());
        List<String> findings = findings("x.bpmn", """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="t">
                  <process id="anothers" isExecutable="true"><callActivity id="c" name="Pass on" calledElement="%s">
                  <extensionElements>%s</extensionElements></callActivity></process></definitions>""".formatted(called, handed));
        if (missing == null) {
            assertThat(findings).isEmpty();
        } else {
            assertThat(findings).anyMatch(sentence -> sentence.contains("Pass on") && sentence.contains(missing));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "processes/complaint-handling.bpmn|camunda:formRef=\"register-complaint\"|camunda:formRef=\"add-to-a-case\"|register-complaint",
                "processes/complaint-handling.bpmn|isExecutable=\"true\"|isExecutable=\"true\" camunda:isStartableInTasklist=\"false\"|Startable",
                "processes/resolution-plan.bpmn|camunda:formRef=\"draw-up-the-plan\"|camunda:formRef=\"my-own\"|draw-up-the-plan",
                "processes/complaint-handling.bpmn|isExecutable=\"true\"|isExecutable=\"false\"|executable",
                "processes/complaint-handling.bpmn|Groups=\"customer-service,|Groups=\"|customer-service",
                "processes/complaint-handling.bpmn|name=\"complaint.withdrawn\"|name=\"complaint.gone\"|complaint.withdrawn",
                "processes/complaint-handling.bpmn|calledElement=\"${route}\"|calledElement=\"x\"|route",
                "processes/complaint-handling.bpmn|calledElement=\"customer-feedback\"|calledElement=\"x\"|customer-feedback",
                "processes/complaint-intake.bpmn|${triageComplaintDelegate}|${settleComplaintDelegate}|triageComplaintDelegate",
                "processes/complaint-resolution.bpmn|target=\"conclusion\"|target=\"other\"|conclusion",
                "processes/complaint-resolution.bpmn|name=\"outcome\" value=\"not-agreed\"|name=\"colour\" value=\"red\"|not-agreed",
                "processes/local-office.bpmn|target=\"settled\"|target=\"other\"|settled",
                "processes/triage.dmn|typeRef=\"boolean\"|typeRef=\"string\"|boolean",
                "processes/triage.dmn|hitPolicy=\"FIRST\"|hitPolicy=\"COLLECT\"|FIRST",
                "processes/deadline-policy.dmn|hitPolicy=\"COLLECT\"|hitPolicy=\"FIRST\"|COLLECT",
                "forms/register-complaint.form|\"key\": \"category\"|\"key\": \"sort\"|category",
                "forms/register-complaint.form|\"key\": \"description\"|\"key\": \"words\"|description",
                "forms/approve-the-compensation.form|\"type\": \"radio\"|\"type\": \"checklist\"|select"
            })
    void whatAPackagedModelNoLongerKeepsIsNamed(String file, String old, String changed, String word)
            throws IOException {
        String model = Files.readString(Path.of(file));
        assertThat(model).contains(old);
        assertThat(findings(file, model.replace(old, changed))).anyMatch(sentence -> sentence.contains(word));
    }

    private List<String> findings(String file, String model) {
        byte[] content = model.getBytes(StandardCharsets.UTF_8);
        return contract.newlyBroken(file, content);
    }
}
