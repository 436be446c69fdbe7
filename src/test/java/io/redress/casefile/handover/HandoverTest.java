package io.redress.casefile.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.identityService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskQuery;

import io.redress.casefile.RefusedCase;
import io.redress.casefile.complaint.Complaint;
import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.entry.Entries;
import io.redress.casefile.entry.Entry;
import io.redress.casefile.message.Messages;
import io.redress.testing.Caller;
import io.redress.testing.Desk;
import io.redress.testing.ProcessTest;
import io.redress.testing.TestClock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
class HandoverTest {

    private static final String HANDLER = "customer-service";
    private static final String MANAGER = "customer-service-manager";
    private static final String TELL_THE_RESULT = "Tell the result";

    private static final Caller FEEDBACK = new Caller(
            "customer-feedback",
            List.of("caseId", "number", "site", "severity", "ownerGroup", "settled"),
            List.of("outcome", "planAgreed"));

    private final Desk desk;
    private final Handover handover;
    private final Complaints complaints;
    private final Entries entries;
    private final Messages messages;
    private final TestClock clock;

    /** Works at the desk; the login is nobody's group. */
    private String colleague;

    HandoverTest(
            @Autowired Desk desk,
            @Autowired Handover handover,
            @Autowired Complaints complaints,
            @Autowired Entries entries,
            @Autowired Messages messages,
            @Autowired TestClock clock) {
        this.desk = desk;
        this.handover = handover;
        this.complaints = complaints;
        this.entries = entries;
        this.messages = messages;
        this.clock = clock;
    }

    @BeforeEach
    void somebodyElseWorksAtTheDesk() {
        colleague = "colleague" + UUID.randomUUID().toString().replace("-", "");
        User user = identityService().newUser(colleague);
        identityService().saveUser(user);
        identityService().createMembership(colleague, HANDLER);
    }

    @AfterEach
    void andLeaves() {
        identityService().deleteUser(colleague);
    }

    @Test
    void givesTheOpenTasksOfAllItsProcessesThatThePersonMayDo() {
        ProcessInstance told = told();
        messages.toGroup(id(told), HANDLER, "told-of-escalation", Map.of("reason", "…", "by", ""), clock.instant());
        messages.toGroup(id(told), "legal", "told-of-escalation", Map.of("reason", "…", "by", ""), clock.instant());
        assertThat(handover.to(id(told), colleague, MANAGER, clock.instant()))
                .containsExactlyInAnyOrder(TELL_THE_RESULT, "Read the message");
        assertThat(taskQuery()
                        .processInstanceBusinessKey(told.getBusinessKey())
                        .taskAssignee(colleague)
                        .list())
                .extracting(Task::getName)
                .containsExactlyInAnyOrder(TELL_THE_RESULT, "Read the message");
        assertThat(taskQuery()
                        .processInstanceBusinessKey(told.getBusinessKey())
                        .taskCandidateGroup("legal")
                        .singleResult()
                        .getAssignee())
                .isNull();
    }

    @Test
    void takesATaskFromWhoeverHasIt() {
        ProcessInstance told = told();
        handover.to(id(told), HANDLER, MANAGER, clock.instant());
        assertThat(handover.to(id(told), colleague, MANAGER, clock.instant())).containsExactly(TELL_THE_RESULT);
        assertThat(task(told)).isAssignedTo(colleague);
        assertThatThrownBy(() -> desk.submit(HANDLER, task(told), Map.of())).hasMessageContaining(colleague);
    }

    @Test
    void writesDownWhoHandedWhatToWhom() {
        ProcessInstance told = told();
        handover.to(id(told), colleague, MANAGER, clock.instant());
        Entry entry = last(told);
        assertThat(entry.step()).isEqualTo("hand-over");
        assertThat(entry.submittedAt()).isEqualTo(clock.instant());
        assertThat(entry.fields())
                .containsOnly(
                        Map.entry("from", List.of(HANDLER)),
                        Map.entry("to", colleague),
                        Map.entry("by", MANAGER),
                        Map.entry("tasks", List.of(TELL_THE_RESULT)));
    }

    @Test
    void leavesWhatThePersonMayNotDo() {
        ProcessInstance told = told();
        int before = entries.of(id(told)).size();
        assertThat(handover.to(id(told), "finance", MANAGER, clock.instant())).isEmpty();
        assertThat(task(told)).isNotAssigned();
        assertThat(entries.of(id(told))).hasSize(before);
    }

    @Test
    void handsNothingOverTwice() {
        ProcessInstance told = told();
        handover.to(id(told), colleague, MANAGER, clock.instant());
        int before = entries.of(id(told)).size();
        assertThat(handover.to(id(told), colleague, MANAGER, clock.instant())).isEmpty();
        assertThat(entries.of(id(told))).hasSize(before);
    }

    @Test
    void leavesTheOtherCasesAlone() {
        ProcessInstance told = told();
        ProcessInstance other = told();
        handover.to(id(told), colleague, MANAGER, clock.instant());
        assertThat(task(other)).isNotAssigned();
    }

    @Test
    void refusesAPersonWhomNobodyKnows() {
        ProcessInstance told = told();
        assertThatThrownBy(() -> handover.to(id(told), "nobody", MANAGER, clock.instant()))
                .isInstanceOf(RefusedCase.class)
                .hasMessageContaining("“nobody”");
        assertThat(task(told)).isNotAssigned();
    }

    private ProcessInstance told() {
        String number = desk.start(HANDLER, "complaint-handling", io.redress.testing.Complaints.registration())
                .getBusinessKey();
        Complaint complaint = complaints.find(number).orElseThrow();
        return FEEDBACK.call(
                number,
                Map.of(
                        "caseId",
                        complaint.id(),
                        "number",
                        number,
                        "site",
                        complaint.site(),
                        "severity",
                        complaint.severity(),
                        "ownerGroup",
                        HANDLER,
                        "settled",
                        true));
    }

    private long id(ProcessInstance instance) {
        return complaints.find(instance.getBusinessKey()).orElseThrow().id();
    }

    private Entry last(ProcessInstance instance) {
        List<Entry> all = entries.of(id(instance));
        return all.get(all.size() - 1);
    }
}
