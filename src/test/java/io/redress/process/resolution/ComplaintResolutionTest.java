package io.redress.process.resolution;

import static io.redress.process.resolution.ResolutionNavigator.DEPARTMENT;
import static io.redress.process.resolution.ResolutionNavigator.FINANCE;
import static io.redress.process.resolution.ResolutionNavigator.HANDLER;
import static io.redress.process.resolution.ResolutionNavigator.HEAD;
import static io.redress.process.resolution.ResolutionNavigator.SUPERVISOR;
import static io.redress.testing.WholeCase.assertThat;
import static io.redress.testing.WholeCase.job;
import static io.redress.testing.WholeCase.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskService;

import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.deadline.Deadline;
import io.redress.casefile.deadline.DeadlineState;
import io.redress.casefile.deadline.Deadlines;
import io.redress.casefile.message.Message;
import io.redress.casefile.message.Messages;
import io.redress.casefile.money.Ledger;
import io.redress.casefile.money.Payment;
import io.redress.testing.Desk;
import io.redress.testing.ProcessTest;
import io.redress.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProcessTest
class ComplaintResolutionTest {

    private final ResolutionNavigator resolutions;
    private final Complaints complaints;
    private final Desk desk;
    private final Deadlines deadlines;
    private final Ledger ledger;
    private final Messages messages;
    private final TestClock clock;

    ComplaintResolutionTest(
            @Autowired Desk desk,
            @Autowired Complaints complaints,
            @Autowired Deadlines deadlines,
            @Autowired Ledger ledger,
            @Autowired Messages messages,
            @Autowired JdbcClient jdbc,
            @Autowired TestClock clock) {
        this.resolutions = new ResolutionNavigator(desk, complaints, deadlines, jdbc, clock);
        this.complaints = complaints;
        this.desk = desk;
        this.deadlines = deadlines;
        this.ledger = ledger;
        this.messages = messages;
        this.clock = clock;
    }

    @Test
    void asksTheOwnerToStartTheInvestigationWithinADay() {
        ProcessInstance resolution = resolutions.atStartTheInvestigation();
        assertThat(task(resolution)).hasCandidateGroup(HANDLER);
        assertThat(task(resolution).getDueDate()).isEqualTo(Date.from(due(resolution, "START_INVESTIGATION")));
    }

    @Test
    void asksEachDepartmentAndAnswersTheCustomerMeanwhile() {
        ProcessInstance resolution = resolutions.atInvestigate();
        assertThat(state(resolution, "START_INVESTIGATION")).isEqualTo(DeadlineState.MET);
        assertThat(task("userTask_investigateComplaint", resolution)).hasCandidateGroup(DEPARTMENT);
        resolutions.firstAnswer(resolution);
        assertThat(state(resolution, "FIRST_RESPONSE")).isEqualTo(DeadlineState.MET);
    }

    @Test
    void aWorkOrderThatIsSentBackIsTheOwnersFirstAndThenItsHeads() {
        ProcessInstance resolution = resolutions.atInvestigate();
        resolutions.sendBack(resolution, DEPARTMENT);
        assertThat(task("userTask_decideOnTheWorkOrder", resolution)).hasCandidateGroup(HANDLER);
        resolutions.giveTo(resolution, HANDLER, "logistics");
        assertThat(task("userTask_investigateComplaint", resolution)).hasCandidateGroup("logistics");
        resolutions.sendBack(resolution, "logistics");
        assertThat(task("userTask_decideOnTheWorkOrder", resolution)).hasCandidateGroup("logistics-head");
        resolutions.giveTo(resolution, "logistics-head", "logistics");
        resolutions.found(resolution, "logistics");
        assertThat(resolution).hasPassed("endEvent_findingReported");
    }

    @Test
    void theDeadlinesWaitWhileTheCustomerIsAsked() {
        ProcessInstance resolution = resolutions.atConclude();
        resolutions.conclude(resolution, "facts-missing");
        assertThat(resolution).isWaitingAt("userTask_askTheCustomer");
        assertThat(state(resolution, "RESOLUTION")).isEqualTo(DeadlineState.PAUSED);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("customerInput", "小票已找到。");
        resolutions.submit(HANDLER, resolution, "askTheCustomer", fields);
        execute(job("userTask_askTheCustomer", resolution));
        assertThat(resolution).isWaitingAt("userTask_concludeOnResponsibility");
        assertThat(state(resolution, "RESOLUTION")).isEqualTo(DeadlineState.RUNNING);
    }

    @Test
    void goesOnWithoutTheCustomersAnswer() {
        ProcessInstance resolution = resolutions.atConclude();
        resolutions.conclude(resolution, "facts-missing");
        assertThat(job("event_answerNotCome", resolution).getDuedate())
                .isEqualTo(Date.from(due(resolution, "CUSTOMER_INPUT")));
        clock.set(due(resolution, "CUSTOMER_INPUT"));
        execute(job("event_answerNotCome", resolution));
        execute(job("serviceTask_goOnWithoutTheAnswer", resolution));
        assertThat(resolution).isWaitingAt("userTask_concludeOnResponsibility");
        assertThat(state(resolution, "RESOLUTION")).isEqualTo(DeadlineState.RUNNING);
    }

    @Test
    void aFindingIsExplainedAndAccepted() {
        assertThat(explained("yes"))
                .containsEntry("outcome", "finding-accepted")
                .containsEntry("settled", true);
    }

    @Test
    void aFindingThatIsNotAcceptedClimbsTheLadder() {
        assertThat(explained("no"))
                .containsEntry("outcome", "finding-not-accepted")
                .containsEntry("settled", false);
    }

    @Test
    void aPlanIsApprovedByTheHeadOfTheResponsibleDepartment() {
        ProcessInstance resolution = resolutions.atApproveThePlan("none", null);
        assertThat(task(resolution)).hasCandidateGroup(HEAD);
        resolutions.decidePlan(resolution, false);
        assertThat(resolution).isWaitingAt("userTask_drawUpThePlan");
    }

    @Test
    void aPlanThatEndsBeforeItStartsIsRefused() {
        ProcessInstance resolution = resolutions.atDrawUpThePlan();
        assertThatThrownBy(() -> resolutions.submit(
                        HANDLER,
                        resolution,
                        "drawUpThePlan",
                        resolutions.planned("none", null, resolutions.today().minusDays(1))))
                .hasMessageContaining("清查同批酸奶");
        assertThat(resolution).isWaitingAt("userTask_drawUpThePlan");
    }

    @Test
    void moneyIsApprovedByWhoeverMayAndPaidBySomebodyElse() {
        ProcessInstance resolution = resolutions.atApproveTheCompensation("120.50");
        resolutions.decideCompensation(resolution, SUPERVISOR, true);
        resolutions.answer(resolution, true);
        resolutions.assigned(resolution);
        assertThat(resolution).isWaitingAt("userTask_carryOutTheMeasure", "userTask_payTheCompensation");
        assertThat(task("userTask_payTheCompensation", resolution)).hasCandidateGroup(FINANCE);
        assertThat(desk.open(FINANCE, task("userTask_payTheCompensation", resolution))
                        .get("paymentLine"))
                .asString()
                .startsWith("120.50 CNY (");
        assertThatThrownBy(() -> resolutions.pay(SUPERVISOR, resolution)).hasMessageContaining(SUPERVISOR);
        resolutions.pay(FINANCE, resolution);
        assertThat(ledger.of(id(resolution))).extracting(Payment::state).containsExactly(Payment.State.PAID);
        resolutions.carryOut(resolution);
        assertThat(resolution)
                .hasPassed("endEvent_measureFinished", "endEvent_measuresDone")
                .isEnded();
        assertThat(resolutions.out(resolution)).containsEntry("outcome", "done").containsEntry("settled", true);
        assertThat(state(resolution, "MEASURE")).isEqualTo(DeadlineState.MET);
    }

    @Test
    void reachesNoMeasureOfAnotherCaseWhateverIsNamed() {
        ProcessInstance other = resolutions.atMeasures();
        ProcessInstance resolution = resolutions.atMeasures();
        Task measure = task("userTask_carryOutTheMeasure", resolution);
        runtimeService()
                .setVariable(
                        measure.getExecutionId(),
                        "measureId",
                        taskService()
                                .getVariable(
                                        task("userTask_carryOutTheMeasure", other)
                                                .getId(),
                                        "measureId"));
        assertThat(desk.open(DEPARTMENT, measure).get("measure")).isNull();
        assertThatThrownBy(() -> resolutions.carryOut(resolution)).hasMessageContaining("another case");
        clock.set(Instant.parse("2026-03-08T00:00:00Z"));
        execute(job("event_measureStillOverdue", resolution));
        assertThatThrownBy(() -> execute(job("serviceTask_notifyOfTheLateMeasure", resolution)))
                .hasMessageContaining("has no measure");
        assertThat(state(other, "MEASURE")).isEqualTo(DeadlineState.RUNNING);
        assertThat(other).isWaitingAt("userTask_carryOutTheMeasure");
    }

    @ParameterizedTest
    @CsvSource({", event_measureStillOverdue", "120.50, event_paymentStillOverdue"})
    void whatIsStillOverdueIsToldAgainEachFiveWorkingDays(String amount, String timer) {
        ProcessInstance resolution =
                amount == null ? resolutions.atAgree() : resolutions.atApproveTheCompensation(amount);
        if (amount != null) {
            resolutions.decideCompensation(resolution, SUPERVISOR, true);
        }
        resolutions.answer(resolution, true);
        resolutions.assigned(resolution);
        // Due on 3 March; the supermarket is open every day.
        assertThat(job(timer, resolution).getDuedate().toInstant()).isEqualTo(Instant.parse("2026-03-08T00:00:00Z"));
        clock.set(Instant.parse("2026-03-08T00:00:00Z"));
        execute(job(timer, resolution));
        execute(job("serviceTask_notifyOfTheLateMeasure", resolution));
        assertThat(job(timer, resolution).getDuedate().toInstant()).isEqualTo(Instant.parse("2026-03-13T00:00:00Z"));
        assertThat(messages.of(id(resolution)))
                .filteredOn(message -> message.template().equals("told-of-escalation"))
                .extracting(Message::group)
                .contains("admin-hr", amount == null ? HEAD : "finance-head");
    }

    @Test
    void aPlanOfTheLadderBeginsWithItsMeasures() {
        ProcessInstance resolution = resolutions.atDrawUpThePlan();
        resolutions.plan(resolution, "none", null);
        ProcessInstance again = resolutions.calledWithPlan(resolution.getBusinessKey());
        execute(job("serviceTask_adoptPlan", again));
        resolutions.assigned(again);
        resolutions.carryOut(again);
        assertThat(again).isEnded();
    }

    @Test
    void aPlanWhoseDatePassedBeforeItWasAdoptedIsOverdue() {
        ProcessInstance resolution = resolutions.atDrawUpThePlan();
        resolutions.plan(resolution, "none", null);
        ProcessInstance again = resolutions.calledWithPlan(resolution.getBusinessKey());
        clock.pass(Duration.ofDays(30));
        execute(job("serviceTask_adoptPlan", again));
        resolutions.assigned(again);
        assertThat(state(again, "MEASURE")).isEqualTo(DeadlineState.RUNNING);
        assertThat(due(again, "MEASURE")).isBefore(clock.instant());
    }

    @Test
    void moneyThatTheLadderOfferedIsApprovedBeforeItsMeasuresBegin() {
        ProcessInstance resolution = adopted();
        resolutions.decideCompensation(resolution, SUPERVISOR, true);
        resolutions.assigned(resolution);
        assertThat(resolution).isWaitingAt("userTask_carryOutTheMeasure", "userTask_payTheCompensation");
    }

    @Test
    void moneyThatTheLadderOfferedAndNobodyApprovesGoesBackToThePlan() {
        ProcessInstance resolution = adopted();
        resolutions.decideCompensation(resolution, SUPERVISOR, false);
        assertThat(resolution).isWaitingAt("userTask_drawUpThePlan");
    }

    private ProcessInstance adopted() {
        ProcessInstance resolution = resolutions.atDrawUpThePlan();
        resolutions.plan(resolution, "voucher", "100");
        ProcessInstance again = resolutions.calledWithPlan(resolution.getBusinessKey());
        execute(job("serviceTask_adoptPlan", again));
        resolutions.atApprove(again);
        return again;
    }

    @Test
    void refusedMoneyGoesBackToThePlan() {
        ProcessInstance resolution = resolutions.atApproveTheCompensation("120.50");
        resolutions.decideCompensation(resolution, SUPERVISOR, false);
        assertThat(resolution).isWaitingAt("userTask_drawUpThePlan");
        assertThat(ledger.of(id(resolution))).extracting(Payment::state).containsExactly(Payment.State.REFUSED);
    }

    @Test
    void whatTheCustomerRefusesIsNegotiatedAndTheThirdTimeNotAgreed() {
        ProcessInstance resolution = resolutions.atAgree();
        for (int refusal = 1; refusal <= 2; refusal++) {
            resolutions.answer(resolution, false);
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("demand", "再加一张代金券。");
            fields.put("supervisorCalledIn", false);
            fields.put("alternative", "赠送代金券。");
            resolutions.submit(HANDLER, resolution, "negotiateAnAlternative", fields);
            execute(job("userTask_negotiateAnAlternative", resolution));
            resolutions.plan(resolution, "none", null);
            resolutions.decidePlan(resolution, true);
        }
        resolutions.answer(resolution, false);
        assertThat(resolution).hasPassed("endEvent_notAgreed").isEnded();
        assertThat(resolutions.out(resolution))
                .containsEntry("outcome", "not-agreed")
                .containsEntry("settled", false);
    }

    private Map<String, Object> explained(String accepted) {
        ProcessInstance resolution = resolutions.atConclude();
        resolutions.conclude(resolution, "not-valid");
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("explanation", "已当面说明。");
        fields.put("findingAccepted", accepted);
        fields.put("customersWord", null);
        resolutions.submit(HANDLER, resolution, "explainTheFinding", fields);
        execute(job("userTask_explainTheFinding", resolution));
        assertThat(resolution).isEnded();
        return resolutions.out(resolution);
    }

    private long id(ProcessInstance resolution) {
        return complaints.find(resolution.getBusinessKey()).orElseThrow().id();
    }

    private Instant due(ProcessInstance resolution, String kind) {
        return deadline(resolution, kind).dueAt();
    }

    private DeadlineState state(ProcessInstance resolution, String kind) {
        return deadline(resolution, kind).state();
    }

    private Deadline deadline(ProcessInstance resolution, String kind) {
        return deadlines.of(id(resolution)).stream()
                .filter(deadline -> deadline.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }
}
