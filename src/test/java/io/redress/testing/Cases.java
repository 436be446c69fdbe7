package io.redress.testing;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.boot.test.context.TestComponent;

/** Leads complaints to where a test begins. */
@TestComponent
public class Cases {

    public static final String START = "/process-definition/key/complaint-handling";

    private static final String CONFIRM = "userTask_confirmTheRecord";

    private final Rest rest;
    private final TaskService tasks;
    private final ManagementService management;

    Cases(Rest rest, TaskService tasks, ManagementService management) {
        this.rest = rest;
        this.tasks = tasks;
        this.management = management;
    }

    /** A complaint that waits to be confirmed. */
    public Task confirming() {
        return confirming(Complaints.registration());
    }

    public Task confirming(Map<String, ?> registration) {
        return task(register(START, registration));
    }

    /** Registers at the start form under that path and gives the complaint's number. */
    public String register(String start, Map<String, ?> registration) {
        Rest.Answer started = rest.submit("customer-service", "/engine-rest" + start, registration);
        if (started.status() != 200) {
            throw new IllegalStateException(started.toString());
        }
        return started.body().path("businessKey").asText();
    }

    /** The task to confirm the record; in a process without one, the task that the case comes to. */
    public Task task(String number) {
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> tasks.createTaskQuery().processInstanceBusinessKey(number).list().stream()
                                // Beside the course a message may wait to be told.
                                .filter(task -> !task.getProcessDefinitionId().startsWith("message-delivery:"))
                                // The first of the course; others may stand beside it by now.
                                .min(Comparator.comparing(task -> !CONFIRM.equals(task.getTaskDefinitionKey()))),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** Waits until no step of a case is under way by itself; a hundred cases at once have five hundred. */
    public void settle() {
        await().atMost(Duration.ofMinutes(2))
                .until(() -> management
                                .createJobQuery()
                                .messages()
                                .withRetriesLeft()
                                .executable()
                                .count()
                        == 0);
    }
}
