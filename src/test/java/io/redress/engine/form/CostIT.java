package io.redress.engine.form;

import static io.redress.testing.Cases.START;
import static io.redress.testing.Complaints.confirmation;
import static io.redress.testing.Complaints.registration;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.calendar.DeadlineUnit;
import io.redress.calendar.Target;
import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.deadline.Deadlines;
import io.redress.testing.Cases;
import io.redress.testing.RedressServer;
import io.redress.testing.Rest;
import io.redress.testing.Rest.Visitor;
import io.redress.testing.Statements;
import io.redress.testing.Statements.Cost;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What one complaint costs the database. The bounds are what was measured: they may fall, and rise for a reason only. */
@Tag("database")
@RedressServer
class CostIT {

    @Autowired
    private Rest rest;

    @Autowired
    private Cases cases;

    @Autowired
    private Statements statements;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private ManagementService management;

    @Autowired
    private Deadlines deadlines;

    @Autowired
    private Complaints complaints;

    @Autowired
    private ProcessEngineConfigurationImpl engine;

    /** The most statements, and of them writes, that a step may cost. */
    private record Bound(int statements, int writes) {}

    private static final Map<String, Bound> BOUNDS = new LinkedHashMap<>();

    static {
        // One of them for the merchants that its form chooses from.
        BOUNDS.put("submit the registration", new Bound(25, 10));
        // What a called process is given and gives back is written with it: the price of pictures that can be read.
        // The lock of the case is one of the writes; each kind of deadline that the case's frame watches is a timer.
        BOUNDS.put("register (job)", new Bound(98, 47));
        BOUNDS.put("acknowledge (job)", new Bound(33, 10));
        // The PDF itself, its number, the holders of its copies.
        BOUNDS.put("print the registration form (job)", new Bound(28, 8));
        // With the case that was found, so that it is the one that is compared and joined.
        BOUNDS.put("triage (job)", new Bound(107, 51));
        BOUNDS.put("begin the route (job)", new Bound(46, 32));
        BOUNDS.put("fire an overdue deadline", new Bound(93, 42));
        BOUNDS.put("open the task's form", new Bound(12, 0));
        BOUNDS.put("submit the task's form", new Bound(55, 14));
        BOUNDS.put("go on after the task (job)", new Bound(13, 5));
        // Also whether a paper is declared lost.
        BOUNDS.put("withdraw (job)", new Bound(67, 35));
        // Also whether somebody above is still to answer.
        BOUNDS.put("look for parts (job)", new Bound(20, 7));
        BOUNDS.put("archive (job)", new Bound(152, 88));
        BOUNDS.put("post to the intake API", new Bound(25, 13));
    }

    @BeforeEach
    void nothingRunsBesides() {
        cases.confirming();
        cases.settle();
        engine.getJobExecutor().shutdown();
    }

    @AfterEach
    void jobsRunAgain() {
        engine.getJobExecutor().start();
    }

    @Test
    void aComplaintCostsNoMoreThanItDid() {
        Visitor clerk = rest.session("tasklist", "customer-service");
        clerk.get("/task/count");
        String received = Instant.now()
                .minus(Duration.ofHours(1))
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        Map<String, Cost> costs = new LinkedHashMap<>();
        String[] number = new String[1];
        costs.put(
                "submit the registration",
                statements.of(() -> number[0] = clerk.submit(START, registration("receivedAt", received))
                        .body()
                        .path("businessKey")
                        .asText()));
        costs.put("register (job)", statements.of(() -> job("serviceTask_registerComplaint")));
        costs.put("acknowledge (job)", statements.of(() -> job("serviceTask_sendAcknowledgement")));
        costs.put("print the registration form (job)", statements.of(() -> job("serviceTask_printRegistrationForm")));
        costs.put("triage (job)", statements.of(() -> job("businessRuleTask_triageComplaint")));
        costs.put("begin the route (job)", statements.of(() -> job("callActivity_handlingByRoute")));
        Task confirm = cases.task(number[0]);
        String instance = confirm.getProcessInstanceId();
        deadlines.retarget(
                complaints.find(number[0]).orElseThrow().id(),
                "RESOLUTION",
                "RESOLUTION",
                new Target(1, DeadlineUnit.MINUTES),
                Instant.now(),
                "customer-service",
                "test");
        costs.put("fire an overdue deadline", statements.of(() -> timer(instance)));
        String task = "/task/" + confirm.getId();
        costs.put("open the task's form", statements.of(() -> clerk.get(task + "/form-variables")));
        costs.put(
                "submit the task's form",
                statements.of(() ->
                        assertThat(clerk.submit(task, confirmation()).status()).isEqualTo(204)));
        costs.put("go on after the task (job)", statements.of(() -> job("userTask_confirmTheRecord")));
        runtime.createMessageCorrelation("complaint.withdrawn")
                .processInstanceBusinessKey(number[0])
                .correlate();
        costs.put("withdraw (job)", statements.of(() -> job("serviceTask_withdrawComplaint")));
        costs.put("look for parts (job)", statements.of(() -> job("serviceTask_checkParts")));
        costs.put("archive (job)", statements.of(() -> job("serviceTask_archiveComplaint")));
        costs.put(
                "post to the intake API",
                statements.of(() -> assertThat(rest.send(
                                        "intake-api",
                                        "POST",
                                        "/api/complaints",
                                        Map.of("channel", "app", "site", "supermarket", "description", "过期三天了。"),
                                        "Content-Type",
                                        "application/json",
                                        "Idempotency-Key",
                                        UUID.randomUUID().toString())
                                .status())
                        .isEqualTo(201)));

        System.out.println(costs.entrySet().stream()
                .map(cost -> "%-27s %3d statements, %2d of them write"
                        .formatted(
                                cost.getKey(),
                                cost.getValue().statements().size(),
                                cost.getValue().writes()))
                .collect(joining("\n")));
        SoftAssertions.assertSoftly(all -> costs.forEach((step, cost) -> {
            String list = step + ":\n" + String.join("\n", cost.statements());
            all.assertThat(cost.statements().size())
                    .as(list)
                    .isLessThanOrEqualTo(BOUNDS.get(step).statements());
            all.assertThat(cost.writes())
                    .as(list)
                    .isLessThanOrEqualTo(BOUNDS.get(step).writes());
        }));
    }

    private void timer(String instance) {
        management.executeJob(management
                .createJobQuery()
                .processInstanceId(instance)
                .activityId("event_resolutionOverdue")
                .singleResult()
                .getId());
    }

    private void job(String activity) {
        management.executeJob(management
                .createJobQuery()
                .messages()
                .executable()
                .activityId(activity)
                .singleResult()
                .getId());
    }
}
