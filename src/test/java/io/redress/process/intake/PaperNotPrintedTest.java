package io.redress.process.intake;

import static io.redress.testing.WholeCase.assertThat;
import static io.redress.testing.WholeCase.job;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;

import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.paper.Papers;
import io.redress.testing.Clerk;
import io.redress.testing.Desk;
import io.redress.testing.ProcessTest;
import io.redress.testing.TestClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** No template holds up a case, whatever is wrong with it: an administrator reads what, and the case goes on. */
@ProcessTest
@TestPropertySource(properties = "redress.papers.folder=" + PaperNotPrintedTest.FOLDER)
class PaperNotPrintedTest {

    static final String FOLDER = "target/papers-not-printed";

    private static final Path TEMPLATE = Path.of(FOLDER, "registration-form_en.html");

    private final IntakeNavigator intake;
    private final Complaints complaints;
    private final Papers papers;
    private final RuntimeService runtime;

    PaperNotPrintedTest(
            @Autowired Desk desk,
            @Autowired Clerk clerk,
            @Autowired TestClock clock,
            @Autowired Complaints complaints,
            @Autowired Papers papers,
            @Autowired RuntimeService runtime) {
        this.intake = new IntakeNavigator(desk, clerk, clock);
        this.complaints = complaints;
        this.papers = papers;
        this.runtime = runtime;
    }

    @AfterEach
    void mend() throws IOException {
        Files.deleteIfExists(TEMPLATE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <article><p>{{nobody}}</p></article>                                                  | no such fact as nobody
            <article><object type="qr" data="{{description}}" class="qr"></object></article>      | QR code
            <article><p style="width: {{description}}">x</p></article>                            | filled with facts
            <article>{{^description}}<p>{{/description}}x</p></article>                            | whole elements
            """)
    void isAnIncidentThatSaysWhatIsWrong(String template, String words) throws IOException {
        Files.createDirectories(TEMPLATE.getParent());
        Files.writeString(TEMPLATE, template);
        ProcessInstance complaint = intake.atRegisterComplaint(
                io.redress.testing.Complaints.registration("description", "字".repeat(3_000)));
        execute(job("serviceTask_registerComplaint", complaint));
        execute(job("serviceTask_sendAcknowledgement", complaint));
        execute(job("serviceTask_printRegistrationForm", complaint));
        assertThat(complaint).isWaitingAt("businessRuleTask_triageComplaint");
        assertThat(runtime.createIncidentQuery()
                        .incidentType(Papers.NOT_PRINTED)
                        .list())
                // The processes that called this one have it, too, without its words.
                .filteredOn(incident -> incident.getId().equals(incident.getRootCauseIncidentId()))
                .extracting(Incident::getIncidentMessage)
                .filteredOn(message -> message.contains(words))
                .hasSize(1);
        long id = complaints.find(complaint.getBusinessKey()).orElseThrow().id();
        assertThat(papers.of(id)).isEmpty();
        mend();
        assertThat(papers.print(id, "registration-form")).hasSize(1);
    }
}
