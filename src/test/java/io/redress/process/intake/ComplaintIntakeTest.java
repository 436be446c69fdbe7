package io.redress.process.intake;

import static io.redress.testing.WholeCase.assertThat;
import static io.redress.testing.WholeCase.job;
import static io.redress.testing.WholeCase.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.calledProcessInstance;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;

import io.redress.calendar.DeadlineUnit;
import io.redress.calendar.Target;
import io.redress.casefile.complaint.Complaint;
import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.complaint.Link;
import io.redress.casefile.complaint.Links;
import io.redress.casefile.complaint.State;
import io.redress.casefile.deadline.CaseRecomputation;
import io.redress.casefile.deadline.Deadline;
import io.redress.casefile.deadline.DeadlineState;
import io.redress.casefile.deadline.Deadlines;
import io.redress.casefile.deadline.DueDeadlines;
import io.redress.casefile.deadline.PauseReason;
import io.redress.casefile.deadline.Policy;
import io.redress.casefile.message.Message;
import io.redress.casefile.message.Messages;
import io.redress.process.escalation.EscalationNavigator;
import io.redress.testing.Clerk;
import io.redress.testing.Desk;
import io.redress.testing.ProcessTest;
import io.redress.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProcessTest
class ComplaintIntakeTest {

    private final Desk desk;
    private final IntakeNavigator intake;
    private final EscalationNavigator escalations;
    private final Complaints complaints;
    private final Deadlines deadlines;
    private final CaseRecomputation recomputation;
    private final DueDeadlines dueDeadlines;
    private final Links links;
    private final Messages messages;
    private final RuntimeService runtime;
    private final JdbcClient jdbc;
    private final TestClock clock;

    ComplaintIntakeTest(
            @Autowired Desk desk,
            @Autowired Clerk clerk,
            @Autowired Complaints complaints,
            @Autowired Deadlines deadlines,
            @Autowired CaseRecomputation recomputation,
            @Autowired DueDeadlines dueDeadlines,
            @Autowired Links links,
            @Autowired Messages messages,
            @Autowired RuntimeService runtime,
            @Autowired JdbcClient jdbc,
            @Autowired TestClock clock) {
        this.desk = desk;
        this.intake = new IntakeNavigator(desk, clerk, clock);
        this.escalations = new EscalationNavigator(desk);
        this.complaints = complaints;
        this.deadlines = deadlines;
        this.recomputation = recomputation;
        this.dueDeadlines = dueDeadlines;
        this.links = links;
        this.messages = messages;
        this.runtime = runtime;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Test
    void keepsTheRegistrationBeforeAnythingFollowsFromIt() {
        ProcessInstance registered = intake.atRegisterComplaint();
        assertThat(complaint(registered).closed()).isFalse();
        assertThat(runtime.getVariables(registered.getId())).containsOnlyKeys("caseId");
    }

    @Test
    void whoComplainedInPersonHasHeardTheNumber() {
        ProcessInstance begun = intake.begun(registration());
        assertThat(messages.of(id(begun))).isEmpty();
        assertThat(deadline(begun, "ACKNOWLEDGE").state()).isEqualTo(DeadlineState.MET);
    }

    @Test
    void whoWroteIsToldTheNumberAndTheDeadlineWaitsForThat() {
        Map<String, Object> registration = registration("channel", "e-mail");
        registration.put("email", null);
        ProcessInstance begun = intake.begun(registration);
        assertThat(messages.of(id(begun))).extracting(Message::template).containsExactly("acknowledgement");
        assertThat(deadline(begun, "ACKNOWLEDGE").state()).isEqualTo(DeadlineState.RUNNING);
        intake.handle(
                begun,
                "callActivity_followUp",
                Map.of(
                        "conclusion",
                        "not-valid",
                        "findingAccepted",
                        "yes",
                        "reached",
                        "yes",
                        "satisfaction",
                        "satisfied",
                        "deliveryOutcome",
                        "told"));
        assertThat(deadline(begun, "ACKNOWLEDGE").state()).isEqualTo(DeadlineState.MET);
    }

    @Test
    void knowsTheCaseByWhatTriageSaidAndNothingPersonal() {
        ProcessInstance begun = intake.atConfirmTheRecord();
        Complaint complaint = complaint(begun);
        assertThat(runtime.getVariables(begun.getId()))
                .containsEntry("caseId", complaint.id())
                .containsEntry("number", complaint.number())
                .containsEntry("site", "supermarket")
                .containsEntry("severity", complaint.severity())
                .containsEntry("ownerGroup", "customer-service")
                .containsEntry("route", "complaint-resolution")
                .doesNotContainValue("李明");
    }

    @Test
    void asksCustomerServiceToConfirmTheRecordWithinADay() {
        ProcessInstance begun = intake.atConfirmTheRecord();
        Task confirm = task("userTask_confirmTheRecord", begun);
        assertThat(confirm).hasCandidateGroup("customer-service").isNotAssigned();
        assertThat(confirm.getDueDate().toInstant()).isEqualTo(clock.instant().plus(Duration.ofHours(24)));
        intake.answer(begun, "userTask_confirmTheRecord", Map.of());
        execute(job("userTask_confirmTheRecord", begun));
        assertThat(deadline(begun, "CONFIRMATION").state()).isEqualTo(DeadlineState.MET);
    }

    @Test
    void needNotConfirmWhatTheCustomerWrote() {
        ProcessInstance begun = intake.begun(registration("writtenByCustomer", true));
        assertThat(hasDeadline(begun, "CONFIRMATION")).isFalse();
        assertThat(begun).hasNotPassed("userTask_confirmTheRecord").isWaitingAt("gateway_handlingDone");
    }

    @Test
    void aRecordThatIsNotConfirmedInTimeIsPassedUp() {
        ProcessInstance begun = intake.atConfirmTheRecord();
        overdue(begun, "CONFIRMATION", "event_confirmationOverdue");
        assertThat(begun).hasPassed("callActivity_escalation").isWaitingAt("userTask_confirmTheRecord");
    }

    /** However long the case waits for something else: for whoever is on call, for its triage. */
    @Test
    void theHandlerIsToldOfARecordToConfirmBeforeThatStepIsThere() {
        ProcessInstance registered = intake.atTriageComplaint(registration());
        Deadline confirmation = deadline(registered, "CONFIRMATION");
        assertThat(job("event_confirmationOverdue", registered).getDuedate().toInstant())
                .isEqualTo(confirmation.dueAt());
        clock.set(confirmation.atRiskAt());
        remind(registered);
        assertThat(told(registered, "CONFIRMATION")).containsExactly("AT_RISK");
    }

    /** What comes near, each once, whatever the timer is asked how often. */
    private void remind(ProcessInstance complaint) {
        execute(job("startEvent_deadlineNear", complaint));
    }

    private List<String> told(ProcessInstance complaint, String kind) {
        return jdbc.sql("""
                        select stage.stage from deadline_stage stage join deadline on deadline.id = stage.deadline_id
                        where deadline.complaint_id = :id and deadline.kind = :kind and stage.fired order by stage.reached_at
                        """)
                .param("id", id(complaint))
                .param("kind", kind)
                .query(String.class)
                .list();
    }

    @Test
    void aPauseThatIsTooLongEndsAndTheCaseIsItsOwnersAgain() {
        ProcessInstance begun = intake.begun(registration());
        deadlines.pause(id(begun), PauseReason.PAPERS, clock.instant(), "customer-service");
        assertThat(deadline(begun, "RESOLUTION").state()).isEqualTo(DeadlineState.PAUSED);
        clock.pass(Duration.ofDays(30));
        execute(job("startEvent_pauseOver", begun));
        assertThat(deadline(begun, "RESOLUTION").state()).isEqualTo(DeadlineState.RUNNING);
    }

    /** The scene of a severe complaint about a local office, whatever the case waits for meanwhile. */
    @Test
    void aSceneThatNobodyHasSeenIsToldOfInTime() {
        ProcessInstance registered = intake.atTriageComplaint(registration("site", "property-office"));
        long id = complaints.find(registered.getBusinessKey()).orElseThrow().id();
        complaints.triaged(id, "high", "complex", "local-office", "customer-service");
        deadlines.start(id, "receipt", clock.instant(), clock.instant(), "redress");
        clock.set(deadline(registered, "SCENE_VISIT").atRiskAt());
        remind(registered);
        assertThat(told(registered, "SCENE_VISIT")).containsExactly("AT_RISK");
        overdue(registered, "SCENE_VISIT", "event_visitOverdue");
        assertThat(registered).hasPassed("event_visitOverdue").isWaitingAt("callActivity_escalation");
    }

    @Test
    void whatHasNoCategoryIsClassifiedFirst() {
        ProcessInstance registered = intake.atTriageComplaint(registration());
        // As the intake API leaves it when the sender does not know.
        jdbc.sql("update complaint set category = null where id = :id")
                .param("id", id(registered))
                .update();
        execute(job("businessRuleTask_triageComplaint", registered));
        assertThat(registered).isWaitingAt("userTask_classifyComplaint");
        intake.answer(registered, "userTask_classifyComplaint", Map.of("category", "hygiene"));
        execute(job("businessRuleTask_triageComplaint", registered));
        assertThat(complaint(registered).category()).isEqualTo("hygiene");
        assertThat(registered).isWaitingAt("callActivity_handlingByRoute");
    }

    @ParameterizedTest
    @CsvSource({"phone", "orderNumber"})
    void aSecondComplaintOfTheSameCustomerIsComparedAndJoined(String same) {
        Map<String, Object> first = registration();
        ProcessInstance earlier = intake.begun(first);
        ProcessInstance later = intake.atTriageComplaint(registration(same, first.get(same)));
        execute(job("businessRuleTask_triageComplaint", later));
        assertThat(later).isWaitingAt("userTask_compareWithTheEarlierComplaint");
        intake.answer(later, "userTask_compareWithTheEarlierComplaint", Map.of("sameMatter", "yes"));
        execute(job("userTask_compareWithTheEarlierComplaint", later));
        execute(job("serviceTask_joinComplaints", later));
        execute(job("serviceTask_checkParts", later));
        execute(job("serviceTask_archiveComplaint", later));
        assertThat(later).hasPassed("endEvent_complaintJoined").isEnded();
        assertThat(complaint(later).closed()).isTrue();
        assertThat(ending(later)).isEqualTo("joined");
        assertThat(links.of(id(later))).containsExactly(new Link(id(later), id(earlier), Link.Kind.JOINED));
        assertThat(messages.of(id(later))).extracting(Message::template).containsExactly("duplicate-joined");
    }

    @ParameterizedTest
    @ValueSource(strings = {"closed", "withdrawn"})
    void aComplaintGoesOnByItselfWhenTheEarlierOneHasEndedSinceTheyWereCompared(String end) {
        Map<String, Object> first = registration();
        ProcessInstance another = intake.begun(first);
        ProcessInstance earlier = intake.begun(registration());
        jdbc.sql(
                        "update complaint set customer_id = (select customer_id from complaint where id = :other) where id = :id")
                .param("other", id(another))
                .param("id", id(earlier))
                .update();
        ProcessInstance later = intake.atTriageComplaint(registration("phone", first.get("phone")));
        execute(job("businessRuleTask_triageComplaint", later));
        intake.answer(later, "userTask_compareWithTheEarlierComplaint", Map.of("sameMatter", "yes"));
        execute(job("userTask_compareWithTheEarlierComplaint", later));
        if (end.equals("closed")) {
            complaints.close(id(earlier), clock.instant());
        } else {
            complaints.end(id(earlier), end);
        }
        execute(job("serviceTask_joinComplaints", later));
        assertThat(later).hasPassed("gateway_areTheyJoined").isWaitingAt("callActivity_handlingByRoute");
        assertThat(complaint(later).closed()).isFalse();
        assertThat(links.of(id(later))).containsExactly(new Link(id(later), id(earlier), Link.Kind.FOLLOW_ON));
        assertThat(messages.of(id(later))).extracting(Message::template).doesNotContain("duplicate-joined");
    }

    /** Those above have been asked, and are to answer. */
    @ParameterizedTest
    @CsvSource({"category, sudden-incident", "media, true"})
    void anIncidentOrAMediaCaseIsNoRepetition(String key, String value) {
        Map<String, Object> first = registration();
        intake.begun(first);
        Map<String, Object> second = registration("phone", first.get("phone"));
        second.put(key, value.equals("true") ? Boolean.TRUE : value);
        ProcessInstance later = intake.atTriageComplaint(second);
        execute(job("businessRuleTask_triageComplaint", later));
        assertThat(task("userTask_compareWithTheEarlierComplaint", later)).isNull();
    }

    @Test
    void aCaseThatIsHandledAlreadyTakesNoOtherIn() {
        Map<String, Object> first = registration();
        ProcessInstance earlier = intake.begun(first);
        intake.handle(earlier, "userTask_callTheCustomer", solved());
        ProcessInstance later = intake.atTriageComplaint(registration("phone", first.get("phone")));
        execute(job("businessRuleTask_triageComplaint", later));
        assertThat(later).isWaitingAt("callActivity_handlingByRoute");
        assertThat(task("userTask_compareWithTheEarlierComplaint", later)).isNull();
    }

    @Test
    void ofJoinedCasesTheStricterDeadlinesGoOn() {
        Map<String, Object> first = registration();
        ProcessInstance earlier = intake.begun(first);
        Instant unresolved = deadlines.due(id(earlier), "UNRESOLVED").orElseThrow();
        ProcessInstance later = intake.atTriageComplaint(registration("phone", first.get("phone")));
        execute(job("businessRuleTask_triageComplaint", later));
        Target twoHours = new Target(2, DeadlineUnit.HOURS);
        deadlines.retarget(id(later), "RESOLUTION", "RESOLUTION", twoHours, clock.instant(), "test", "asked for");
        deadlines.retarget(
                id(later),
                "UNRESOLVED",
                "UNRESOLVED",
                new Target(9, DeadlineUnit.DAYS),
                clock.instant(),
                "test",
                "asked for");
        deadlines.startOutside(
                id(later),
                "Consumers’ association",
                new Policy(Deadline.OUTSIDE, new Target(6, DeadlineUnit.HOURS), 75, null, false),
                clock.instant(),
                clock.instant(),
                "test");
        Instant strict = deadlines.due(id(later), "RESOLUTION").orElseThrow();
        intake.answer(later, "userTask_compareWithTheEarlierComplaint", Map.of("sameMatter", "yes"));
        execute(job("userTask_compareWithTheEarlierComplaint", later));
        execute(job("serviceTask_joinComplaints", later));
        assertThat(deadlines.due(id(earlier), "RESOLUTION")).contains(strict);
        assertThat(deadlines.due(id(earlier), "UNRESOLVED")).contains(unresolved);
        assertThat(deadlines.of(id(earlier)))
                .filteredOn(deadline -> deadline.kind().equals(Deadline.OUTSIDE))
                .extracting(Deadline::name)
                .containsExactly("Consumers’ association");
        assertThat(recomputation.changes(id(earlier))).isEmpty();
        assertThat(job("event_resolutionOverdue", earlier).getDuedate().toInstant())
                .isBeforeOrEqualTo(strict);
    }

    @Test
    void whoeverComplainedOfTheSameMatterHearsTheAnswer() {
        Map<String, Object> first = registration("email", "first@example.com");
        ProcessInstance earlier = intake.begun(first);
        Map<String, Object> second = registration("orderNumber", first.get("orderNumber"));
        second.put("email", "second@example.com");
        ProcessInstance later = intake.atTriageComplaint(second);
        execute(job("businessRuleTask_triageComplaint", later));
        intake.answer(later, "userTask_compareWithTheEarlierComplaint", Map.of("sameMatter", "yes"));
        execute(job("userTask_compareWithTheEarlierComplaint", later));
        execute(job("serviceTask_joinComplaints", later));
        assertThat(messages.toCustomer(id(earlier), "thanks", Map.of(), clock.instant()))
                .extracting(Message::address)
                .containsExactly("first@example.com", "second@example.com");
    }

    @Test
    void theHeadIsCalledWhenItIsUrgent() {
        ProcessInstance urgent = intake.begun(registration("urgent", true));
        assertThat(messages.of(id(urgent)))
                .filteredOn(message -> message.template().equals("told-of-escalation"))
                .extracting(Message::group)
                .containsExactly("customer-service-supervisor");
    }

    @Test
    void whatAProgramBringsAtNightIsJudgedByWhoIsOnCall() {
        ProcessInstance night = intake.brought("2026-03-02T03:00:00+08:00");
        assertThat(task("userTask_judgeTheUrgency", night)).hasCandidateGroup("on-call");
        intake.answer(night, "userTask_judgeTheUrgency", Map.of("urgent", true));
        execute(job("businessRuleTask_triageComplaint", night));
        assertThat(night).isWaitingAt("callActivity_handlingByRoute");
        assertThat(messages.of(id(night)))
                .filteredOn(message -> message.template().equals("told-of-escalation"))
                .extracting(Message::group)
                .containsExactly("customer-service-supervisor");
    }

    @Test
    void whatAProgramBringsByDayIsJudgedInItsTurn() {
        assertThat(intake.brought("2026-03-02T09:30:00+08:00")).isWaitingAt("businessRuleTask_triageComplaint");
    }

    @Test
    void aCreditUnionReportsItsDossier() {
        ProcessInstance complaint = intake.begun(registration("site", "bank"));
        intake.handle(complaint, "serviceTask_archiveComplaint", solved());
        execute(job("serviceTask_archiveComplaint", complaint));
        assertThat(messages.of(id(complaint)))
                .filteredOn(message -> message.template().equals("dossier-reported"))
                .extracting(Message::group)
                .containsExactly("superior-union");
    }

    @Test
    void twoMattersOfOneCustomerAreKeptApart() {
        Map<String, Object> first = registration();
        intake.begun(first);
        ProcessInstance later = intake.atTriageComplaint(registration("phone", first.get("phone")));
        execute(job("businessRuleTask_triageComplaint", later));
        intake.answer(later, "userTask_compareWithTheEarlierComplaint", Map.of("sameMatter", "no"));
        execute(job("userTask_compareWithTheEarlierComplaint", later));
        assertThat(later).isWaitingAt("callActivity_handlingByRoute");
    }

    @Test
    void anInjuryIsNeverTakenForADuplicate() {
        Map<String, Object> first = registration();
        intake.begun(first);
        Map<String, Object> second = registration("phone", first.get("phone"));
        assertThat(intake.begun(io.redress.testing.Complaints.hurt(second)))
                .hasNotPassed("userTask_compareWithTheEarlierComplaint");
    }

    @Test
    void aCaseWithoutContactIsInvestigatedAndEndsWithItsFinding() {
        Map<String, Object> registration = registration("phone", null);
        registration.put("channel", "letter");
        ProcessInstance begun = intake.begun(registration);
        assertThat(begun).hasNotPassed("userTask_confirmTheRecord");
        intake.handle(begun, "userTask_writeDownTheLesson", Map.of("conclusion", "not-valid", "findingAccepted", "no"));
        assertThat(begun)
                .hasPassed("endEvent_noContact")
                .hasNotPassed("userTask_tellTheResult", "callActivity_followUp");
        assertThat(ending(begun)).isEqualTo("no-contact");
        assertThat(deadline(begun, "RESOLUTION").state()).isEqualTo(DeadlineState.MET);
        assertThat(deadlines.of(id(begun)))
                .filteredOn(deadline -> List.of("ACKNOWLEDGE", "FIRST_RESPONSE").contains(deadline.kind()))
                .extracting(Deadline::state)
                .containsOnly(DeadlineState.CANCELLED);
    }

    @Test
    void theResultIsToldThenTheCaseIsSettledFollowedUpAndArchivedWithItsLesson() {
        ProcessInstance complaint = intake.atFollowUp();
        intake.handle(
                complaint,
                "userTask_writeDownTheLesson",
                Map.of("reached", "yes", "solved", "solved", "satisfaction", "satisfied"));
        assertThat(complaint(complaint).state()).isEqualTo(State.SETTLED);
        intake.answer(complaint, "userTask_writeDownTheLesson", Map.of());
        execute(job("userTask_writeDownTheLesson", complaint));
        execute(job("serviceTask_checkParts", complaint));
        execute(job("serviceTask_archiveComplaint", complaint));
        BpmnAwareTests.assertThat(complaint)
                .hasPassedInOrder(
                        "startEvent_complaintReceived",
                        "serviceTask_registerComplaint",
                        "callActivity_complaintIntake",
                        "callActivity_handlingByRoute",
                        "callActivity_customerFeedback",
                        "callActivity_followUp",
                        "userTask_writeDownTheLesson",
                        "callActivity_archiving",
                        "endEvent_dossierArchived",
                        "endEvent_complaintClosed")
                .isEnded();
        assertThat(complaint(complaint).closed()).isTrue();
        assertThat(ending(complaint)).isEqualTo("agreed");
        assertThat(deadlines.of(id(complaint))).allMatch(Deadline::ended);
    }

    @Test
    void whoCanBeWrittenToIsThankedAtTheEnd() {
        Map<String, Object> registration = registration("email", "li.ming@example.com");
        ProcessInstance complaint = intake.begun(registration);
        intake.handle(complaint, "serviceTask_archiveComplaint", solved());
        execute(job("serviceTask_archiveComplaint", complaint));
        assertThat(messages.of(id(complaint))).extracting(Message::template).endsWith("thanks");
    }

    @Test
    void aPlanOfTheLadderIsCarriedOutByTheRoute() {
        ProcessInstance complaint = intake.atCustomerFeedback(registration(), false);
        intake.handle(
                complaint,
                "callActivity_followUp",
                Map.of(
                        "reached", "yes",
                        "satisfaction", "satisfied",
                        "planOffered", "yes",
                        "compensation", "voucher",
                        "compensationAmount", 100,
                        "compensationDecision", "approved"));
        assertThat(complaint).hasPassed("serviceTask_adoptPlan", "callActivity_measures");
        assertThat(deadline(complaint, "RESOLUTION").state()).isEqualTo(DeadlineState.MET);
    }

    @Test
    void theLessonBeginsWithTheCauseThatWasFound() {
        ProcessInstance complaint = intake.begun(registration());
        Map<String, Object> found = new LinkedHashMap<>(solved());
        found.put("orderAnswer", "finding");
        found.put("cause", "冷柜停电。");
        intake.handle(complaint, "userTask_writeDownTheLesson", found);
        Task lesson = task("userTask_writeDownTheLesson", complaint);
        assertThat(desk.open("customer-service", lesson)).containsEntry("lessonCause", "冷柜停电。");
    }

    @Test
    void aProblemThatCameBackIsHandledAnew() {
        ProcessInstance complaint = intake.atFollowUp();
        intake.handle(complaint, "callActivity_handlingByRoute", Map.of("reached", "yes", "solved", "not-solved"));
        assertThat(complaint).hasPassed("serviceTask_reopenCase");
        assertThat(complaint(complaint).state()).isEqualTo(State.OPEN);
        assertThat(ending(complaint)).isNull();
        intake.handle(complaint, "userTask_writeDownTheLesson", solved());
        assertThat(deadline(complaint, "RESOLUTION").state()).isEqualTo(DeadlineState.MET);
    }

    @Test
    void whatComesBackAThirdTimeIsHandledWhileSeniorManagementIsTold() {
        ProcessInstance complaint = intake.atFollowUp();
        for (int time = 1; time <= 3; time++) {
            assertThat(calledProcessInstance("escalation", complaint)).isNull();
            intake.handle(complaint, "callActivity_handlingByRoute", Map.of("reached", "yes", "solved", "not-solved"));
            if (time < 3) {
                intake.handle(complaint, "callActivity_followUp", solved());
            }
        }
        assertThat(complaint).isWaitingAt("callActivity_handlingByRoute", "callActivity_escalation");
        assertThat(task("userTask_takeUpTheEscalation", complaint)).hasCandidateGroup("senior-management");
        intake.handle(complaint, "userTask_writeDownTheLesson", solved());
        assertThat(complaint).hasPassed("event_reopenedAThirdTime", "endEvent_escalationOver");
    }

    @Test
    void seniorManagementIsToldOfASuddenIncidentAtOnce() {
        ProcessInstance complaint = intake.begun(registration("category", "sudden-incident"));
        assertThat(complaint).isWaitingAt("callActivity_handlingByRoute", "callActivity_escalation");
        assertThat(task("userTask_takeUpTheEscalation", complaint)).hasCandidateGroup("senior-management");
        intake.handle(complaint, "userTask_writeDownTheLesson", solved());
        assertThat(complaint).hasPassed("event_suddenIncident", "event_passedUpFromWithin", "endEvent_escalationOver");
    }

    @Test
    void aWithdrawnComplaintIsOver() {
        ProcessInstance complaint = intake.atConfirmTheRecord();
        execute(job("callActivity_handlingByRoute", complaint));
        correlate(complaint, "complaint.withdrawn");
        execute(job("serviceTask_withdrawComplaint", complaint));
        execute(job("serviceTask_checkParts", complaint));
        execute(job("serviceTask_archiveComplaint", complaint));
        assertThat(complaint)
                .hasPassed("endEvent_withdrawalRecorded", "endEvent_complaintClosed")
                .isEnded();
        assertThat(ending(complaint)).isEqualTo("withdrawn");
        assertThat(task("userTask_startTheInvestigation", complaint)).isNull();
        assertThat(deadlines.of(id(complaint))).allMatch(Deadline::ended);
    }

    @Test
    void aLegalOrMediaCaseIsToldAtOnce() {
        ProcessInstance complaint = intake.atConfirmTheRecord();
        correlate(complaint, "legal-or-media.declared");
        execute(job("serviceTask_notifyLegalAndMedia", complaint));
        assertThat(complaint).hasPassed("endEvent_legalOrMediaCaseTold").isWaitingAt("userTask_confirmTheRecord");
        assertThat(messages.of(id(complaint)))
                .extracting(Message::group)
                .containsExactly("senior-management", "legal", "public-relations");
    }

    @ParameterizedTest
    @CsvSource({
        "ACKNOWLEDGE, acknowledgementOverdue",
        "START_INVESTIGATION, investigationOverdue",
        "FIRST_RESPONSE, firstAnswerOverdue",
        "UNRESOLVED, complaintUnresolved",
        "RESOLUTION, resolutionOverdue"
    })
    void whatIsOverdueIsPassedUp(String kind, String timer) {
        ProcessInstance complaint = intake.begun(registration("channel", "letter"));
        overdue(complaint, kind, "event_" + timer);
        assertThat(deadline(complaint, kind).state()).isEqualTo(DeadlineState.BREACHED);
        if (calledProcessInstance("escalation", complaint) != null) {
            assertThat(complaint).isWaitingAt("callActivity_escalation");
            intake.handle(
                    complaint,
                    "callActivity_customerFeedback",
                    Map.of("conclusion", "not-valid", "findingAccepted", "yes"));
        }
        assertThat(complaint).hasPassed("event_" + timer, "callActivity_escalation");
    }

    @Test
    void aPromiseThatIsNotKeptIsPassedUp() {
        ProcessInstance complaint = intake.begun(registration());
        deadlines.startOwn(
                id(complaint), "promise-told", LocalDate.parse("2026-03-03"), clock.instant(), "customer-service");
        overdue(complaint, "PROMISED", "event_promiseOverdue");
        assertThat(complaint).isWaitingAt("callActivity_escalation");
        escalations.takenOver("customer-service-manager", calledProcessInstance("escalation", complaint));
        assertThat(complaint).hasPassed("event_promiseOverdue", "callActivity_escalation");
    }

    @Test
    void anAuthoritysDeadlineThatIsOverIsPassedUp() {
        ProcessInstance complaint = intake.begun(registration());
        deadlines.startOutside(
                id(complaint),
                "12315",
                new Policy("OUTSIDE", new Target(60, DeadlineUnit.MINUTES), 75, "customer-service-manager", false),
                clock.instant(),
                clock.instant(),
                "customer-service");
        overdue(complaint, "OUTSIDE", "event_outsideDeadlineOverdue");
        escalations.takenOver("customer-service-manager", calledProcessInstance("escalation", complaint));
        assertThat(complaint).hasPassed("event_outsideDeadlineOverdue", "callActivity_escalation");
    }

    private boolean hasDeadline(ProcessInstance complaint, String kind) {
        return deadlines
                .of(complaints.find(complaint.getBusinessKey()).orElseThrow().id())
                .stream()
                .anyMatch(deadline -> deadline.kind().equals(kind));
    }

    private void overdue(ProcessInstance complaint, String kind, String timer) {
        clock.set(deadline(complaint, kind).dueAt());
        // What is due first is passed up first.
        deadlines.of(id(complaint)).stream()
                .map(Deadline::kind)
                .filter(other -> !other.equals(kind))
                .forEach(other -> dueDeadlines.breach(id(complaint), other, clock.instant()));
        execute(job(timer, complaint));
    }

    private void correlate(ProcessInstance complaint, String message) {
        runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(complaint.getBusinessKey())
                .correlate();
    }

    private static Map<String, Object> solved() {
        return Map.of(
                "conclusion", "not-valid",
                "findingAccepted", "yes",
                "reached", "yes",
                "solved", "solved",
                "satisfaction", "satisfied");
    }

    private static Map<String, Object> registration() {
        return io.redress.testing.Complaints.registration();
    }

    private static Map<String, Object> registration(String key, Object value) {
        return io.redress.testing.Complaints.registration(key, value);
    }

    private Deadline deadline(ProcessInstance complaint, String kind) {
        return deadlines.of(id(complaint)).stream()
                .filter(deadline -> deadline.kind().equals(kind))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private String ending(ProcessInstance instance) {
        return jdbc.sql("select ending from complaint where id = :id")
                .param("id", id(instance))
                .query((row, index) -> new Ending(row.getString("ending")))
                .single()
                .code();
    }

    /** A single value that may be null. */
    private record Ending(String code) {}

    private long id(ProcessInstance instance) {
        return complaint(instance).id();
    }

    private Complaint complaint(ProcessInstance instance) {
        return complaints.find(instance.getBusinessKey()).orElseThrow();
    }
}
