package io.redress.process.intake;

import static io.redress.testing.WholeCase.assertThat;
import static io.redress.testing.WholeCase.job;
import static io.redress.testing.WholeCase.task;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.managementService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskService;

import io.redress.testing.Clerk;
import io.redress.testing.Complaints;
import io.redress.testing.Desk;
import io.redress.testing.TestClock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;

/** Takes a complaint to each place where it waits, and asserts that it waits there. */
public final class IntakeNavigator {

    private static final String CLERK = "customer-service";
    private static final long SEED = 20260302;

    private final Desk desk;
    private final Clerk clerk;
    private final TestClock clock;

    public IntakeNavigator(Desk desk, Clerk clerk, TestClock clock) {
        this.desk = desk;
        this.clerk = clerk;
        this.clock = clock;
    }

    ProcessInstance atRegisterComplaint() {
        return atRegisterComplaint(Complaints.registration());
    }

    ProcessInstance atRegisterComplaint(Map<String, Object> registration) {
        ProcessInstance complaint = desk.start(CLERK, "complaint-handling", registration);
        assertThat(complaint).isWaitingAt("serviceTask_registerComplaint");
        return complaint;
    }

    ProcessInstance atTriageComplaint(Map<String, Object> registration) {
        ProcessInstance complaint = atRegisterComplaint(registration);
        execute(job("serviceTask_registerComplaint", complaint));
        execute(job("serviceTask_sendAcknowledgement", complaint));
        execute(job("serviceTask_printRegistrationForm", complaint));
        assertThat(complaint).isWaitingAt("businessRuleTask_triageComplaint");
        return complaint;
    }

    /** A program has posted it. */
    ProcessInstance brought(String receivedAt) {
        Map<String, Object> registration = Complaints.registration("receivedAt", receivedAt);
        registration.put("channel", "app");
        ProcessInstance complaint = desk.post("intake-api", registration);
        execute(job("serviceTask_registerComplaint", complaint));
        execute(job("serviceTask_sendAcknowledgement", complaint));
        execute(job("serviceTask_printRegistrationForm", complaint));
        return complaint;
    }

    /** Where the record is confirmed beside the route. */
    public ProcessInstance begun(Map<String, Object> registration) {
        ProcessInstance complaint = atTriageComplaint(registration);
        execute(job("businessRuleTask_triageComplaint", complaint));
        assertThat(complaint).isWaitingAt("callActivity_handlingByRoute");
        return complaint;
    }

    public ProcessInstance atConfirmTheRecord() {
        ProcessInstance complaint = begun(Complaints.registration());
        assertThat(complaint).isWaitingAt("userTask_confirmTheRecord", "callActivity_handlingByRoute");
        return complaint;
    }

    /** The result of the route is there: the customer takes the finding, or does not. */
    ProcessInstance atCustomerFeedback(Map<String, Object> registration, boolean accepted) {
        ProcessInstance complaint = begun(registration);
        handle(
                complaint,
                "callActivity_customerFeedback",
                Map.of("conclusion", "not-valid", "findingAccepted", accepted ? "yes" : "no"));
        return complaint;
    }

    ProcessInstance atFollowUp() {
        ProcessInstance complaint = atCustomerFeedback(Complaints.registration(), true);
        handle(complaint, "callActivity_followUp", Map.of("reached", "yes", "satisfaction", "satisfied"));
        return complaint;
    }

    ProcessInstance atWriteDownTheLesson() {
        ProcessInstance complaint = atFollowUp();
        handle(
                complaint,
                "userTask_writeDownTheLesson",
                Map.of("reached", "yes", "solved", "solved", "satisfaction", "satisfied"));
        return complaint;
    }

    /** Lets the case go on, everybody answering as wanted, until it comes to that place; its record is confirmed on the way. */
    public void handle(ProcessInstance complaint, String place, Map<String, ?> wanted) {
        handle(complaint, place, wanted, step -> {});
    }

    /** @param done is told the id of each step when it is done, a timer that has fired among them */
    public void handle(ProcessInstance complaint, String place, Map<String, ?> wanted, Consumer<String> done) {
        Random random = new Random(SEED);
        for (int step = 0; !at(complaint, place); step++) {
            if (step > 200) {
                throw new AssertionError(complaint.getBusinessKey() + " does not come to " + place);
            }
            if (!executed(complaint, done) && !answered(complaint, wanted, random, done) && !waited(complaint, done)) {
                throw new AssertionError(complaint.getBusinessKey() + " is stuck on the way to " + place);
            }
        }
    }

    void answer(ProcessInstance complaint, String key, Map<String, ?> wanted) {
        clerk.answer(task(key, complaint), wanted, new Random(SEED));
    }

    private boolean at(ProcessInstance complaint, String place) {
        return instances(complaint).stream()
                .anyMatch(instance -> runtimeService()
                                .createExecutionQuery()
                                .processInstanceId(instance)
                                .activityId(place)
                                .count()
                        > 0);
    }

    private boolean executed(ProcessInstance complaint, Consumer<String> done) {
        List<Job> due = instances(complaint).stream()
                .flatMap(instance ->
                        managementService().createJobQuery().processInstanceId(instance).messages().list().stream())
                .toList();
        due.forEach(job -> {
            String step = step(job);
            execute(job);
            done.accept(step);
        });
        return !due.isEmpty();
    }

    private boolean answered(ProcessInstance complaint, Map<String, ?> wanted, Random random, Consumer<String> done) {
        List<Task> open = taskService()
                .createTaskQuery()
                .processInstanceBusinessKey(complaint.getBusinessKey())
                .list();
        open.stream().findFirst().ifPresent(task -> {
            clerk.answer(task, wanted, random);
            done.accept(task.getTaskDefinitionKey());
        });
        return !open.isEmpty();
    }

    /** Nobody has anything to do: the next timer of the case is due. */
    private boolean waited(ProcessInstance complaint, Consumer<String> done) {
        return instances(complaint).stream()
                .flatMap(instance ->
                        managementService().createJobQuery().processInstanceId(instance).timers().list().stream())
                .min(Comparator.comparing(Job::getDuedate))
                .map(timer -> {
                    Instant due = timer.getDuedate().toInstant();
                    clock.set(due.isAfter(clock.instant()) ? due : clock.instant());
                    String step = step(timer);
                    execute(timer);
                    done.accept(step);
                    return true;
                })
                .orElse(false);
    }

    private static String step(Job job) {
        return managementService()
                .createJobDefinitionQuery()
                .jobDefinitionId(job.getJobDefinitionId())
                .singleResult()
                .getActivityId();
    }

    private static List<String> instances(ProcessInstance complaint) {
        return runtimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(complaint.getBusinessKey())
                .list()
                .stream()
                .map(ProcessInstance::getId)
                .toList();
    }
}
