package io.redress.engine.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;

import io.redress.casefile.complaint.Complaint;
import io.redress.casefile.complaint.Complaints;
import io.redress.language.Sentences;
import io.redress.testing.Caller;
import io.redress.testing.Desk;
import io.redress.testing.ProcessTest;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Who hands out single tasks by Tasklist’s assignee control: supervisors and managers, by the ladder of the site. */
@ProcessTest
class TasksHandedOutTest {

    private static final Caller FEEDBACK = new Caller(
            "customer-feedback",
            List.of("caseId", "number", "site", "severity", "ownerGroup", "settled"),
            List.of("outcome", "planAgreed"));

    private final Desk desk;
    private final Complaints complaints;
    private final TaskService tasks;
    private final IdentityService identities;
    private final Sentences sentences;

    TasksHandedOutTest(
            @Autowired Desk desk,
            @Autowired Complaints complaints,
            @Autowired TaskService tasks,
            @Autowired IdentityService identities,
            @Autowired Sentences sentences) {
        this.desk = desk;
        this.complaints = complaints;
        this.tasks = tasks;
        this.identities = identities;
        this.sentences = sentences;
    }

    @ParameterizedTest
    @CsvSource({
        "supermarket, customer-service-supervisor",
        "supermarket, customer-service-manager",
        "bank, lobby-manager",
        "bank, branch-director"
    })
    void supervisorsAndManagersOfTheSiteHandOverAndTakeOver(String site, String superior) {
        ProcessInstance told = told(site);
        assign(superior, told, "demo");
        assertThat(task(told)).isAssignedTo("demo");
        assign(superior, told, superior);
        assertThat(task(told)).isAssignedTo(superior);
        assign(superior, told, null);
        assertThat(task(told)).isNotAssigned();
    }

    @ParameterizedTest
    @CsvSource({"bank, customer-service-supervisor", "supermarket, lobby-manager", "supermarket, finance-head"})
    void whoStandsAboveOthersOnlyDoesNot(String site, String login) {
        ProcessInstance told = told(site);
        assertThatThrownBy(() -> assign(login, told, "demo")).isInstanceOf(AuthorizationException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "customer-service"})
    void aClerkOnlyTakesAndGivesBack(String other) {
        ProcessInstance told = told("supermarket");
        assertThatThrownBy(() -> assign("customer-service", told, other)).isInstanceOf(AuthorizationException.class);
        String task = task(told).getId();
        as("customer-service", () -> tasks.claim(task, "customer-service"));
        assign("customer-service", told, null);
        assertThat(task(told)).isNotAssigned();
    }

    @Test
    void nobodyGetsWhatIsNotTheirs() {
        ProcessInstance told = told("supermarket");
        assertThatThrownBy(() -> assign("customer-service-supervisor", told, "finance"))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessage(sentences.say("gate.assign-to-candidate", "finance"));
        assertThat(task(told)).isNotAssigned();
    }

    /** A case whose result customer service is to tell. */
    private ProcessInstance told(String site) {
        ProcessInstance registered = desk.start(
                "customer-service", "complaint-handling", io.redress.testing.Complaints.registration("site", site));
        Complaint complaint = complaints.find(registered.getBusinessKey()).orElseThrow();
        ProcessInstance told = FEEDBACK.call(
                complaint.number(),
                Map.of(
                        "caseId",
                        complaint.id(),
                        "number",
                        complaint.number(),
                        "site",
                        complaint.site(),
                        "severity",
                        "normal",
                        "ownerGroup",
                        "customer-service",
                        "settled",
                        true));
        assertThat(task(told)).hasCandidateGroup("customer-service");
        return told;
    }

    private void assign(String login, ProcessInstance told, String to) {
        // Looked up first: who may not hand it out does not see it either.
        String task = task(told).getId();
        as(login, () -> tasks.setAssignee(task, to));
    }

    private void as(String login, Runnable act) {
        identities.setAuthentication(login, List.of(login));
        try {
            act.run();
        } finally {
            identities.clearAuthentication();
        }
    }
}
