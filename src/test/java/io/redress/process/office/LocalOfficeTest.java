package io.redress.process.office;

import static io.redress.process.office.OfficeNavigator.ASK;
import static io.redress.process.office.OfficeNavigator.CLARIFY;
import static io.redress.process.office.OfficeNavigator.CONTACT;
import static io.redress.process.office.OfficeNavigator.HANDLER;
import static io.redress.process.office.OfficeNavigator.OFFICE;
import static io.redress.process.office.OfficeNavigator.RESOLUTION;
import static io.redress.process.office.OfficeNavigator.VISIT;
import static io.redress.process.office.OfficeNavigator.out;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.calledProcessInstance;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.formService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.historyService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.identityService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;

import io.redress.casefile.attachment.Origin;
import io.redress.casefile.complaint.Complaint;
import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.deadline.Deadline;
import io.redress.casefile.deadline.DeadlineState;
import io.redress.casefile.deadline.Deadlines;
import io.redress.casefile.message.Message;
import io.redress.casefile.message.Messages;
import io.redress.process.intake.IntakeNavigator;
import io.redress.testing.Clerk;
import io.redress.testing.Desk;
import io.redress.testing.ProcessTest;
import io.redress.testing.SampleFiles;
import io.redress.testing.TestClock;
import io.redress.testing.WholeCase;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
class LocalOfficeTest {

    private final Desk desk;
    private final OfficeNavigator offices;
    private final IntakeNavigator intake;
    private final Complaints complaints;
    private final Deadlines deadlines;
    private final Messages messages;
    private final TestClock clock;

    LocalOfficeTest(
            @Autowired Desk desk,
            @Autowired Clerk clerk,
            @Autowired Complaints complaints,
            @Autowired Deadlines deadlines,
            @Autowired Messages messages,
            @Autowired TestClock clock) {
        this.desk = desk;
        this.offices = new OfficeNavigator(desk, complaints, deadlines, clock);
        this.intake = new IntakeNavigator(desk, clerk, clock);
        this.complaints = complaints;
        this.deadlines = deadlines;
        this.messages = messages;
        this.clock = clock;
    }

    // The office settles it.

    @Test
    void speaksWithTheCustomerBeforeTheOfficeIsTold() {
        ProcessInstance concerned = offices.atClarify();
        assertThat(task(concerned)).hasCandidateGroup(HANDLER);
        assertThat(concerned).hasPassed("endEvent_noVisitNeeded");
        assertThat(messages.of(id(concerned))).isEmpty();
        assertThat(deadlineOf(concerned, "LOCAL_OFFICE")).isEmpty();
    }

    @Test
    void theFirstAnswerIsTheOfficesContact() {
        ProcessInstance told = offices.atContactTheCustomer();
        assertThat(deadlineOf(told, "FIRST_RESPONSE").orElseThrow().state()).isEqualTo(DeadlineState.RUNNING);
        offices.contacted(told);
        assertThat(deadlineOf(told, "FIRST_RESPONSE").orElseThrow().state()).isEqualTo(DeadlineState.MET);
    }

    @Test
    void tellsTheOfficeWhichHasThreeWorkingDaysFromThen() {
        ProcessInstance told = offices.atContactTheCustomer();
        assertThat(messages.of(id(told))).singleElement().satisfies(message -> {
            assertThat(message.template()).isEqualTo("told-to-the-office");
            assertThat(message.group()).isEqualTo(OFFICE);
            assertThat(message.text()).contains(told.getBusinessKey(), "Property management office");
        });
        assertThat(task(told)).hasCandidateGroup(OFFICE);
        assertThat(dueOf(told, "LOCAL_OFFICE")).isEqualTo(Instant.parse("2026-03-05T09:30:00Z"));
        assertThat(formService().getTaskFormVariables(task(told).getId()))
                .containsEntry("localOffice", "property-office")
                .containsEntry("pointedToOffice", "yes");
    }

    @Test
    void asksThePeopleOnTheSpotOfTheSiteThatIsNamed() {
        ProcessInstance concerned = offices.begun("supermarket", "normal", false);
        offices.told(concerned);
        assertThat(task(CONTACT, concerned)).hasCandidateGroup("store-manager");
    }

    @Test
    void asksWhoStandsAboveAnOfficeThatHasNobody() {
        ProcessInstance concerned = offices.atClarify();
        offices.clarified(concerned, "no");
        identityService().deleteMembership(OFFICE, OFFICE);
        identityService().deleteMembership("demo", OFFICE);
        try {
            execute(job("serviceTask_notifyTheOffice", concerned));
        } finally {
            identityService().createMembership(OFFICE, OFFICE);
            identityService().createMembership("demo", OFFICE);
        }
        assertThat(task(CONTACT, concerned)).hasCandidateGroup("property-director");
        assertThat(runtimeService()
                        .createIncidentQuery()
                        .processInstanceId(concerned.getId())
                        .incidentType("empty-level")
                        .list())
                .singleElement()
                .satisfies(incident -> assertThat(incident.getConfiguration()).isEqualTo(OFFICE));
    }

    @Test
    void checksWhatTheOfficeHasDoneWithinItsTime() {
        ProcessInstance done = offices.atCheck();
        assertThat(task(done)).hasCandidateGroup(HANDLER);
        assertThat(task(done).getDueDate().toInstant()).isEqualTo(dueOf(done, "LOCAL_OFFICE"));
        offices.checked(done, "yes");
        assertThat(done).hasPassed("endEvent_settledByTheOffice").isEnded();
        assertThat(out(done)).containsEntry("outcome", "done").containsEntry("settled", true);
        assertThat(deadlineOf(done, "LOCAL_OFFICE").orElseThrow().state()).isEqualTo(DeadlineState.MET);
    }

    @Test
    void passesASilentOfficeUp() {
        ProcessInstance told = offices.atContactTheCustomer();
        clock.set(dueOf(told, "LOCAL_OFFICE"));
        execute(job("event_officeOverdue", told));
        assertThat(told).hasPassed("endEvent_lateOfficePassedUp").isWaitingAt(CONTACT);
    }

    // The office does not settle it.

    @Test
    void asksTheOfficeWhatWasTheMatterWhenTheCustomerSaysItIsNotSettled() {
        ProcessInstance done = offices.atCheck();
        offices.checked(done, "no");
        assertThat(done).isWaitingAt(ASK);
        assertThat(task(done)).hasCandidateGroup(HANDLER);
    }

    @Test
    void doesNotSendACustomerBackToAnOfficeThatHasFailedBefore() {
        ProcessInstance failed = offices.atAskTheOffice();
        assertThat(failed).hasNotPassed("serviceTask_notifyTheOffice");
        assertThat(deadlineOf(failed, "LOCAL_OFFICE")).isEmpty();
    }

    @Test
    void takesAValidComplaintOverIntoTheGeneralCourseWhoseTimeBeginsThen() {
        ProcessInstance failed = offices.atAskTheOffice();
        clock.pass(Duration.ofHours(5));
        offices.answered(failed, "yes");
        execute(job("serviceTask_takeOverTheCase", failed));
        assertThat(failed).isWaitingAt(RESOLUTION);
        Complaint taken = complaints.find(failed.getBusinessKey()).orElseThrow();
        assertThat(taken.route()).isEqualTo("complaint-resolution");
        assertThat(dueOf(failed, "START_INVESTIGATION"))
                .isEqualTo(clock.instant().plus(Duration.ofHours(24)));
        execute(job(RESOLUTION, failed));
        assertThat(calledProcessInstance("complaint-resolution", failed)).isWaitingAt("callActivity_investigation");
    }

    @ParameterizedTest
    @CsvSource({
        "yes, endEvent_findingAccepted, finding-accepted, true",
        "no, endEvent_findingNotAccepted, finding-not-accepted, false"
    })
    void explainsWhyAComplaintIsNotValid(String accepted, String end, String outcome, boolean settled) {
        ProcessInstance explained = offices.atExplain();
        assertThat(formService().getTaskFormVariables(task(explained).getId()))
                .containsEntry("conclusionReason", "见维修记录。");
        offices.explained(explained, accepted);
        assertThat(explained).hasPassed(end).isEnded();
        assertThat(out(explained)).containsEntry("outcome", outcome).containsEntry("settled", settled);
    }

    @Test
    void carriesOutAPlanThatTheLadderHasBroughtAboutInTheGeneralCourse() {
        ProcessInstance agreed = offices.begun("property-office", "high", true);
        assertThat(agreed)
                .isWaitingAt(RESOLUTION)
                .hasNotPassed("gateway_officeConcerned", CLARIFY, "serviceTask_notifyTheHeads");
    }

    // A severe one.

    @Test
    void aVisitWithoutAPhotoIsNotDone() {
        ProcessInstance severe = offices.atVisitTheScene();
        Map<String, Object> fields = new HashMap<>();
        fields.put("headsAtTheScene", List.of("property-manager"));
        fields.put("sceneSeen", "二号楼入口门禁脱落。");
        fields.put("sceneAgreed", null);
        assertThatThrownBy(() -> desk.submit(HANDLER, task(VISIT, severe), fields))
                .hasMessageContaining("asks for evidence")
                .hasMessageContaining("Attachments");
        assertThat(severe).isWaitingAt(VISIT);
        desk.giveEvidence(HANDLER, task(VISIT, severe));
        desk.submit(HANDLER, task(VISIT, severe), fields);
        execute(job(VISIT, severe));
        assertThat(severe).hasPassed("endEvent_sceneVisited");
    }

    /** Their bytes are kept once; what they prove, they prove at each step. */
    @Test
    void takesEvidenceThatTheCaseHasAlready() {
        ProcessInstance severe = offices.atVisitTheScene();
        Map<String, Object> fields = new HashMap<>();
        fields.put("headsAtTheScene", List.of("property-manager"));
        fields.put("sceneSeen", "二号楼入口门禁脱落。");
        fields.put("sceneAgreed", null);
        byte[] photo = SampleFiles.photo();
        desk.attach(HANDLER, Origin.posted(id(severe)), photo);
        assertThatThrownBy(() -> desk.submit(HANDLER, task(VISIT, severe), fields))
                .hasMessageContaining("asks for evidence");
        Task visit = task(VISIT, severe);
        desk.attach(
                HANDLER, new Origin(id(severe), "local-office", visit.getTaskDefinitionKey(), visit.getId()), photo);
        desk.submit(HANDLER, visit, fields);
        execute(job(VISIT, severe));
        assertThat(severe).hasPassed("endEvent_sceneVisited");
    }

    @Test
    void tellsThoseAboveTheOfficeOfASevereComplaintAndSeesTheScene() {
        ProcessInstance severe = offices.atVisitTheScene();
        assertThat(messages.of(id(severe)))
                .extracting(Message::group, Message::template)
                .containsExactly(
                        tuple("property-director", "told-of-escalation"),
                        tuple("general-manager-office", "told-of-escalation"));
        assertThat(task(VISIT, severe).getDueDate().toInstant()).isEqualTo(Instant.parse("2026-03-02T04:00:00Z"));
        offices.visited(severe);
        assertThat(severe).hasPassed("endEvent_sceneVisited").isWaitingAt(CLARIFY);
        assertThat(deadlineOf(severe, "SCENE_VISIT").orElseThrow().state()).isEqualTo(DeadlineState.MET);
    }

    @Test
    void comesFromTheRegistrationAndGoesOnToTheFeedbackWhenTheOfficeHasSettledIt() {
        ProcessInstance complaint = intake.begun(OfficeNavigator.registration("property-office"));
        intake.handle(complaint, "callActivity_customerFeedback", Map.of("failedBefore", "no", "officeSettled", "yes"));
        assertThat(passed(complaint, "local-office")).contains("endEvent_settledByTheOffice");
        assertThat(runtimeService().getVariables(complaint.getId()))
                .containsEntry("route", "local-office")
                .containsEntry("outcome", "done")
                .containsEntry("settled", true);
    }

    @Test
    void goesOnToTheFeedbackWhenTheGeneralCourseIsOver() {
        Map<String, Object> accident = OfficeNavigator.registration("property-office");
        accident.put("category", "environment-accident");
        ProcessInstance complaint = intake.begun(accident);
        intake.handle(
                complaint,
                "callActivity_customerFeedback",
                Map.of(
                        "failedBefore", "yes",
                        "complaintValid", "yes",
                        "conclusion", "not-valid",
                        "findingAccepted", "no"));
        assertThat(passed(complaint, "local-office")).contains("endEvent_generalCourseOver", "endEvent_sceneVisited");
        assertThat(runtimeService().getVariables(complaint.getId()))
                .containsEntry("outcome", "finding-not-accepted")
                .containsEntry("settled", false);
    }

    @Test
    void canBeWithdrawnWhileItIsNotKnownWhetherTheOfficeHasSettledIt() {
        ProcessInstance complaint = intake.begun(OfficeNavigator.registration("property-office"));
        execute(job("callActivity_handlingByRoute", complaint));
        ProcessInstance concerned = calledProcessInstance("local-office", complaint);
        offices.told(concerned);
        offices.contacted(concerned);
        runtimeService()
                .createMessageCorrelation("complaint.withdrawn")
                .processInstanceId(complaint.getId())
                .correlate();
        execute(job("serviceTask_withdrawComplaint", complaint));
        execute(WholeCase.job("serviceTask_checkParts", complaint));
        execute(WholeCase.job("serviceTask_archiveComplaint", complaint));
        assertThat(complaint).isEnded();
        assertThat(concerned).isEnded();
    }

    private static List<String> passed(ProcessInstance complaint, String process) {
        return historyService()
                .createHistoricActivityInstanceQuery()
                .processInstanceId(historyService()
                        .createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(complaint.getBusinessKey())
                        .processDefinitionKey(process)
                        .singleResult()
                        .getId())
                .list()
                .stream()
                .map(activity -> activity.getActivityId())
                .toList();
    }

    private long id(ProcessInstance concerned) {
        return complaints.find(concerned.getBusinessKey()).orElseThrow().id();
    }

    private Optional<Deadline> deadlineOf(ProcessInstance concerned, String kind) {
        return deadlines.of(id(concerned)).stream()
                .filter(one -> one.kind().equals(kind))
                .findFirst();
    }

    private Instant dueOf(ProcessInstance concerned, String kind) {
        return deadlines.due(id(concerned), kind).orElseThrow();
    }
}
