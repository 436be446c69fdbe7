package io.redress.process.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;

import io.redress.casefile.complaint.Complaint;
import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.deadline.Deadline;
import io.redress.casefile.deadline.DeadlineState;
import io.redress.casefile.deadline.Deadlines;
import io.redress.casefile.money.Ledger;
import io.redress.casefile.money.Offer;
import io.redress.casefile.money.Payment;
import io.redress.testing.Caller;
import io.redress.testing.Desk;
import io.redress.testing.ProcessTest;
import io.redress.testing.TestClock;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
class CompensationApprovalTest {

    private static final String HANDLER = "customer-service";
    private static final String SUPERVISOR = "customer-service-supervisor";
    private static final String MANAGER = "customer-service-manager";
    private static final String TOP = "general-manager";

    private static final Caller CALLER = new Caller(
            ApprovalProcess.KEY, List.of("caseId", "number", "site", "severity"), List.of("compensationDecision"));

    private final Desk desk;
    private final Complaints complaints;
    private final Ledger ledger;
    private final Deadlines deadlines;
    private final RuntimeService runtime;
    private final TestClock clock;

    CompensationApprovalTest(
            @Autowired Desk desk,
            @Autowired Complaints complaints,
            @Autowired Ledger ledger,
            @Autowired Deadlines deadlines,
            @Autowired RuntimeService runtime,
            @Autowired TestClock clock) {
        this.desk = desk;
        this.complaints = complaints;
        this.ledger = ledger;
        this.deadlines = deadlines;
        this.runtime = runtime;
        this.clock = clock;
    }

    @Test
    void theLowestLevelThatMaySignsOnce() {
        Complaint complaint = registered();
        Payment offered = offer(complaint, "150", HANDLER);
        ProcessInstance approval = asked(complaint);
        assertThat(task(approval)).hasCandidateGroup(SUPERVISOR);
        assertThat(due(complaint)).isEqualTo(task(approval).getDueDate().toInstant());
        decide(SUPERVISOR, approval, true);
        assertThat(approval).hasPassed("endEvent_compensationApproved").isEnded();
        assertThat(CALLER.gotBack(complaint.number())).containsEntry("compensationDecision", "approved");
        assertThat(ledger.find(offered.id()).orElseThrow().state()).isEqualTo(Payment.State.APPROVED);
    }

    @Test
    void nobodySignsForWhatTheyAskedForThemselves() {
        Complaint complaint = registered();
        offer(complaint, "150", SUPERVISOR);
        ProcessInstance approval = asked(complaint);
        assertThatThrownBy(() -> decide(SUPERVISOR, approval, true)).hasMessageContaining(SUPERVISOR);
        assertThat(approval).isWaitingAt("userTask_approveTheCompensation");
    }

    @Test
    void whatIsRefusedGoesBackWithTheReason() {
        Complaint complaint = registered();
        Payment offered = offer(complaint, "150", HANDLER);
        ProcessInstance approval = asked(complaint);
        decide(SUPERVISOR, approval, false);
        assertThat(approval).hasPassed("endEvent_compensationRefused").isEnded();
        assertThat(ledger.find(offered.id()).orElseThrow().state()).isEqualTo(Payment.State.REFUSED);
    }

    @Test
    void whatWasRefusedTwiceTheNextLevelDecides() {
        Complaint complaint = registered();
        for (int time = 1; time <= 2; time++) {
            Payment refused = offer(complaint, "150", HANDLER);
            ledger.refuse(refused.id(), SUPERVISOR, "金额偏高。", clock.instant());
        }
        offer(complaint, "120", HANDLER);
        assertThat(task(asked(complaint))).hasCandidateGroup(MANAGER);
    }

    @Test
    void whoeverIsSilentForAWorkingDayIsPassedOver() {
        Complaint complaint = registered();
        offer(complaint, "150", HANDLER);
        ProcessInstance approval = asked(complaint);
        overdue(complaint, approval);
        assertThat(task(approval)).hasCandidateGroup(MANAGER);
        assertThat(deadlines.of(complaint.id()))
                .filteredOn(one -> one.kind().equals("APPROVAL"))
                .extracting(Deadline::state)
                .containsExactly(DeadlineState.RUNNING);
        assertThat(incidents(approval)).isEmpty();
    }

    @Test
    void theLastLevelIsAskedAgainAndAnAdministratorHears() {
        Complaint complaint = registered();
        offer(complaint, "50000", HANDLER);
        ProcessInstance approval = asked(complaint);
        assertThat(task(approval)).hasCandidateGroup(TOP);
        overdue(complaint, approval);
        assertThat(task(approval)).hasCandidateGroup(TOP);
        assertThat(incidents(approval)).containsExactly("silent-level " + TOP);
    }

    private Complaint registered() {
        ProcessInstance registered =
                desk.start(HANDLER, "complaint-handling", io.redress.testing.Complaints.registration());
        return complaints.find(registered.getBusinessKey()).orElseThrow();
    }

    private Payment offer(Complaint complaint, String amount, String who) {
        int before = ledger.of(complaint.id()).size();
        return ledger.offer(
                new Offer(
                        complaint.id(),
                        null,
                        complaint.number() + "-" + before,
                        "退款",
                        Payment.Kind.REFUND,
                        new BigDecimal(amount),
                        who),
                clock.instant());
    }

    private ProcessInstance asked(Complaint complaint) {
        ProcessInstance approval = CALLER.call(
                complaint.number(),
                Map.of(
                        "caseId", complaint.id(),
                        "number", complaint.number(),
                        "site", complaint.site(),
                        "severity", complaint.severity()));
        execute(job("serviceTask_findApprover", approval));
        assertThat(approval).isWaitingAt("userTask_approveTheCompensation");
        return approval;
    }

    private void decide(String person, ProcessInstance approval, boolean approved) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("compensationDecision", approved ? "approved" : "refused");
        if (!approved) {
            fields.put("compensationReason", "金额偏高。");
        }
        desk.submit(person, task(approval), fields);
        execute(job("userTask_approveTheCompensation", approval));
    }

    private void overdue(Complaint complaint, ProcessInstance approval) {
        assertThat(job("event_approvalOverdue", approval).getDuedate().toInstant())
                .isEqualTo(due(complaint));
        clock.set(due(complaint));
        execute(job("event_approvalOverdue", approval));
        execute(job("serviceTask_passApprovalUp", approval));
        assertThat(approval).isWaitingAt("userTask_approveTheCompensation");
    }

    private Instant due(Complaint complaint) {
        return deadlines.due(complaint.id(), "APPROVAL").orElseThrow();
    }

    private List<String> incidents(ProcessInstance approval) {
        return runtime.createIncidentQuery().processInstanceId(approval.getId()).list().stream()
                .map(incident -> incident.getIncidentType() + " " + incident.getConfiguration())
                .toList();
    }
}
