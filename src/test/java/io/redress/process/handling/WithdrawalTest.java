package io.redress.process.handling;

import static io.redress.testing.WholeCase.assertThat;
import static io.redress.testing.WholeCase.job;
import static io.redress.testing.WholeCase.jobs;
import static io.redress.testing.WholeCase.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;

import io.redress.casefile.complaint.Complaint;
import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.deadline.Deadline;
import io.redress.casefile.deadline.DeadlineState;
import io.redress.casefile.deadline.Deadlines;
import io.redress.casefile.message.Message;
import io.redress.casefile.message.Messages;
import io.redress.casefile.money.Ledger;
import io.redress.casefile.money.Payment;
import io.redress.casefile.part.Parts;
import io.redress.process.intake.IntakeNavigator;
import io.redress.testing.Clerk;
import io.redress.testing.Desk;
import io.redress.testing.ProcessTest;
import io.redress.testing.TestClock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What a withdrawal ends, and what goes on in spite of it. */
@ProcessTest
class WithdrawalTest {

    private static final String CARRY_OUT = "userTask_carryOutTheMeasure";
    private static final String PAY = "userTask_payTheCompensation";
    private static final String ARCHIVED = "endEvent_complaintClosed";

    private final Desk desk;
    private final IntakeNavigator intake;
    private final Clerk clerk;
    private final Complaints complaints;
    private final Deadlines deadlines;
    private final Ledger ledger;
    private final Parts parts;
    private final Messages messages;
    private final TestClock clock;

    WithdrawalTest(
            @Autowired Desk desk,
            @Autowired Clerk clerk,
            @Autowired Complaints complaints,
            @Autowired Deadlines deadlines,
            @Autowired Ledger ledger,
            @Autowired Parts parts,
            @Autowired Messages messages,
            @Autowired TestClock clock) {
        this.desk = desk;
        this.intake = new IntakeNavigator(desk, clerk, clock);
        this.clerk = clerk;
        this.complaints = complaints;
        this.deadlines = deadlines;
        this.ledger = ledger;
        this.parts = parts;
        this.messages = messages;
        this.clock = clock;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "userTask_confirmTheRecord",
                "userTask_startTheInvestigation",
                "userTask_investigateComplaint",
                "userTask_concludeOnResponsibility",
                "userTask_drawUpThePlan",
                "userTask_approveThePlan",
                "userTask_approveTheCompensation",
                "userTask_agreeWithTheCustomer",
                "userTask_tellTheResult",
                "userTask_callTheCustomer",
                "userTask_writeDownTheLesson"
            })
    void closesTheCaseAtOnceWhereNothingIsAgreedOrAllIsDone(String place) {
        ProcessInstance complaint = at(place);
        withdraw(complaint);
        archived(complaint);
        assertThat(complaint).hasPassed("endEvent_withdrawalRecorded", ARCHIVED).isEnded();
        assertThat(found(complaint))
                .extracting(Complaint::closed, Complaint::ending)
                .containsExactly(true, "withdrawn");
        assertThat(deadlines.of(id(complaint))).allMatch(Deadline::ended);
        assertThat(ledger.of(id(complaint)))
                .extracting(Payment::state)
                .doesNotContain(Payment.State.OFFERED, Payment.State.APPROVED);
    }

    @Test
    void leavesAnAgreedMeasureAndItsMoneyWhichTheArchiveWaitsFor() {
        ProcessInstance complaint = at(PAY);
        withdraw(complaint);
        execute(job("serviceTask_checkParts", complaint));
        assertThat(complaint)
                .isWaitingAt(CARRY_OUT, PAY, "event_partFinished")
                .isNotWaitingAt("callActivity_handlingByRoute", "userTask_confirmTheRecord");
        assertThat(found(complaint))
                .extracting(Complaint::closed, Complaint::ending)
                .containsExactly(false, "withdrawn");
        assertThat(ledger.of(id(complaint))).extracting(Payment::state).containsExactly(Payment.State.APPROVED);
        assertThat(deadlines.of(id(complaint)))
                .filteredOn(deadline -> !deadline.ended())
                .isNotEmpty()
                .extracting(Deadline::kind)
                .containsOnly("MEASURE");

        done(PAY, complaint);
        execute(job("serviceTask_checkParts", complaint));
        assertThat(complaint).isWaitingAt(CARRY_OUT, "event_partFinished");
        done(CARRY_OUT, complaint);
        archived(complaint);
        assertThat(complaint).hasPassed(ARCHIVED).isEnded();
        assertThat(found(complaint))
                .extracting(Complaint::closed, Complaint::ending)
                .containsExactly(true, "withdrawn");
        assertThat(ledger.of(id(complaint))).extracting(Payment::state).containsExactly(Payment.State.PAID);
        assertThat(deadlines.of(id(complaint))).allMatch(Deadline::ended);
    }

    @Test
    void whatIsFinishedBeforeTheArchiveLooksIsNotWaitedFor() {
        ProcessInstance complaint = at(PAY);
        withdraw(complaint);
        done(PAY, complaint);
        done(CARRY_OUT, complaint);
        assertThat(parts.open(id(complaint))).isEmpty();
        archived(complaint);
        assertThat(complaint).hasPassed(ARCHIVED).isEnded();
    }

    @Test
    void twoThatAreFinishedBeforeTheArchiveHasLookedAgainAreSeenAtOnce() {
        ProcessInstance complaint = at(PAY);
        withdraw(complaint);
        execute(job("serviceTask_checkParts", complaint));
        done(PAY, complaint);
        done(CARRY_OUT, complaint);
        archived(complaint);
        assertThat(complaint).hasPassed(ARCHIVED).isEnded();
    }

    @Test
    void whatWasPaidStaysPaid() {
        ProcessInstance complaint = at(PAY);
        done(PAY, complaint);
        withdraw(complaint);
        execute(job("serviceTask_checkParts", complaint));
        assertThat(complaint).isWaitingAt(CARRY_OUT).isNotWaitingAt(PAY);
        done(CARRY_OUT, complaint);
        archived(complaint);
        assertThat(ledger.of(id(complaint))).extracting(Payment::state).containsExactly(Payment.State.PAID);
        assertThat(found(complaint).closed()).isTrue();
    }

    @Test
    void aLateMeasureOfAWithdrawnComplaintIsPassedUp() {
        ProcessInstance complaint = at(PAY);
        withdraw(complaint);
        execute(job("serviceTask_checkParts", complaint));
        clock.set(deadlines.due(id(complaint), "MEASURE").orElseThrow());
        execute(job("event_measureOverdue", complaint));
        assertThat(task("userTask_takeUpTheEscalation", complaint)).hasCandidateGroup("admin-hr");
        assertThat(deadlines.of(id(complaint)))
                .filteredOn(late -> late.kind().equals("MEASURE"))
                .extracting(Deadline::state)
                .contains(DeadlineState.BREACHED);
    }

    /** Both are due on the same day; what was passed up stays with whoever has it, whichever of them is done first. */
    @Test
    void oneMeasureThatIsDoneEndsNoEscalationOfAnother() {
        ProcessInstance complaint = at(PAY);
        clock.set(deadlines.due(id(complaint), "MEASURE").orElseThrow());
        execute(job("event_measureOverdue", complaint));
        done(PAY, complaint);
        assertThat(task("userTask_takeUpTheEscalation", complaint)).hasCandidateGroup("admin-hr");
        assertThat(complaint).isWaitingAt(CARRY_OUT);
    }

    /** The step that would have begun them is gone with the customer's part. */
    @Test
    void measuresThatWereAgreedAMomentAgoBeginAllTheSame() {
        ProcessInstance complaint = intake.begun(io.redress.testing.Complaints.registration());
        intake.handle(complaint, "callActivity_measures", agreed());
        withdraw(complaint);
        jobs("serviceTask_assignMeasure", complaint).forEach(job -> execute(job));
        jobs("serviceTask_printWorkOrder", complaint).forEach(job -> execute(job));
        jobs("serviceTask_printFundsRequest", complaint).forEach(job -> execute(job));
        execute(job("serviceTask_checkParts", complaint));
        assertThat(complaint).isWaitingAt(CARRY_OUT, PAY, "event_partFinished");
        assertThat(deadlines.of(id(complaint)))
                .filteredOn(deadline -> !deadline.ended())
                .extracting(Deadline::kind)
                .containsOnly("MEASURE");
    }

    @Test
    void saidTwiceItIsOneWithdrawal() {
        ProcessInstance complaint = at(PAY);
        withdraw(complaint);
        say(complaint);
        execute(job("serviceTask_passOnToTheCase", complaint));
        assertThat(complaint).isWaitingAt(CARRY_OUT, PAY);
    }

    @Test
    void whoeverHasAnAgreedMeasureIsRemindedOfItAfterTheWithdrawal() {
        ProcessInstance complaint = at(PAY);
        withdraw(complaint);
        Job near = job("startEvent_deadlineNear", complaint);
        assertThat(near.getDuedate().toInstant()).isAfter(clock.instant());
        clock.set(near.getDuedate().toInstant().plus(Duration.ofSeconds(1)));
        execute(near);
        assertThat(complaint).hasPassed("endEvent_ownerReminded");
    }

    @Test
    void evidenceOfAWithdrawnComplaintIsStillSeen() {
        ProcessInstance complaint = at(PAY);
        withdraw(complaint);
        say(complaint, "more-evidence", "moreEvidence");
        execute(job("serviceTask_passOnToTheCase", complaint));
        assertThat(task("userTask_lookAtTheEvidence", complaint)).hasCandidateGroup("customer-service");
    }

    @Test
    void whoeverMustKnowOfALegalOrMediaCaseIsToldThoughItWasWithdrawnMeanwhile() {
        ProcessInstance complaint = at("userTask_confirmTheRecord");
        say(complaint, "legal-or-media", "additionReason");
        execute(job("serviceTask_passOnToTheCase", complaint));
        withdraw(complaint);
        archived(complaint);
        assertThat(found(complaint).closed()).isTrue();
        execute(job("serviceTask_notifyLegalAndMedia", complaint));
        assertThat(complaint)
                .hasPassed("endEvent_legalOrMediaCaseTold", ARCHIVED)
                .isEnded();
        assertThat(messages.of(id(complaint)))
                .extracting(Message::group)
                .contains("legal", "public-relations", "senior-management");
    }

    @Test
    void theArchiveWaitsForWhoeverIsToAnswerForAnIncident() {
        ProcessInstance complaint =
                intake.begun(io.redress.testing.Complaints.registration("category", "sudden-incident"));
        withdraw(complaint);
        execute(job("serviceTask_checkParts", complaint));
        assertThat(complaint).isWaitingAt("userTask_takeUpTheEscalation", "event_partFinished");
        clerk.answer(
                task("userTask_takeUpTheEscalation", complaint), Map.of("escalationDecision", "advise"), new Random(1));
        execute(job("serviceTask_recordDecision", complaint));
        execute(job("serviceTask_passOnTheAdvice", complaint));
        clerk.answer(task("userTask_writeTheReport", complaint), Map.of(), new Random(1));
        execute(job("serviceTask_printWrittenReport", complaint));
        execute(job("serviceTask_reportEscalationOver", complaint));
        archived(complaint);
        assertThat(complaint).hasPassed("endEvent_escalationOver", ARCHIVED).isEnded();
    }

    @Test
    void theArchiveWaitsForWhoeverIsToLookAtTheEvidence() {
        ProcessInstance complaint = at("userTask_confirmTheRecord");
        say(complaint, "more-evidence", "moreEvidence");
        execute(job("serviceTask_passOnToTheCase", complaint));
        withdraw(complaint);
        execute(job("serviceTask_checkParts", complaint));
        assertThat(found(complaint).closed()).isFalse();
        assertThat(complaint).isWaitingAt("userTask_lookAtTheEvidence", "event_partFinished");
        clerk.answer(task("userTask_lookAtTheEvidence", complaint), Map.of(), new Random(1));
        execute(job("serviceTask_reportEvidenceSeen", complaint));
        archived(complaint);
        assertThat(found(complaint).closed()).isTrue();
    }

    @Test
    void aLateMeasureThatNobodyTakesUpClimbsAfterTheWithdrawal() {
        ProcessInstance complaint = at(PAY);
        clock.set(deadlines.due(id(complaint), "MEASURE").orElseThrow());
        execute(job("event_measureOverdue", complaint));
        withdraw(complaint);
        clock.set(job("event_levelSilent", complaint).getDuedate().toInstant());
        execute(job("event_levelSilent", complaint));
        execute(job("serviceTask_askTheNextLevel", complaint));
        assertThat(task("userTask_takeUpTheEscalation", complaint)).hasCandidateGroup("admin-hr-head");
    }

    @Test
    void nobodyIsAskedWhetherANewComplaintRepeatsAWithdrawnOne() {
        Map<String, Object> registration = io.redress.testing.Complaints.registration();
        withdraw(at(PAY, registration));
        ProcessInstance later =
                intake.begun(io.redress.testing.Complaints.registration("phone", registration.get("phone")));
        assertThat(later).hasNotPassed("userTask_compareWithTheEarlierComplaint");
    }

    private ProcessInstance at(String place) {
        return at(place, io.redress.testing.Complaints.registration());
    }

    private ProcessInstance at(String place, Map<String, Object> registration) {
        ProcessInstance complaint = intake.begun(registration);
        boolean beyond = place.equals("userTask_tellTheResult")
                || place.equals("userTask_callTheCustomer")
                || place.equals("userTask_writeDownTheLesson");
        intake.handle(complaint, place, beyond ? finished() : agreed());
        if (place.equals(PAY)) {
            jobs("serviceTask_assignMeasure", complaint).forEach(job -> execute(job));
            jobs("serviceTask_printWorkOrder", complaint).forEach(job -> execute(job));
            jobs("serviceTask_printFundsRequest", complaint).forEach(job -> execute(job));
            assertThat(complaint).isWaitingAt(CARRY_OUT, PAY);
        }
        return complaint;
    }

    private static Map<String, Object> agreed() {
        Map<String, Object> answers = new LinkedHashMap<>(Map.of(
                "conclusion", "valid",
                "compensation", "refund",
                "compensationAmount", 100,
                "planDecision", "approved",
                "compensationDecision", "approved",
                "customerAnswer", "accepted"));
        answers.put("orderAnswer", "finding");
        return answers;
    }

    private static Map<String, Object> finished() {
        return Map.of(
                "conclusion", "not-valid",
                "findingAccepted", "yes",
                "reached", "yes",
                "solved", "solved",
                "satisfaction", "satisfied");
    }

    /** The archive has looked, and nothing goes on any more. */
    private static void archived(ProcessInstance complaint) {
        execute(job("serviceTask_checkParts", complaint));
        execute(job("serviceTask_archiveComplaint", complaint));
    }

    /** As it is said at a desk: an addition to the case. */
    private void withdraw(ProcessInstance complaint) {
        say(complaint);
        execute(job("serviceTask_passOnToTheCase", complaint));
        execute(job("serviceTask_withdrawComplaint", complaint));
    }

    private void say(ProcessInstance complaint) {
        say(complaint, "withdrawn", "additionReason");
    }

    private void say(ProcessInstance complaint, String addition, String words) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("number", complaint.getBusinessKey());
        fields.put("addition", addition);
        fields.put(words, "客户来电说明。");
        desk.start("customer-service", "case-addition", fields);
    }

    private void done(String key, ProcessInstance complaint) {
        Task task = task(key, complaint);
        clerk.answer(task, Map.of(), new Random(1));
        execute(job(key, complaint));
        execute(job("serviceTask_reportMeasure", complaint));
    }

    private Complaint found(ProcessInstance complaint) {
        return complaints.find(complaint.getBusinessKey()).orElseThrow();
    }

    private long id(ProcessInstance complaint) {
        return found(complaint).id();
    }
}
