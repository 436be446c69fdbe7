package io.redress.engine.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.deadline.CalendarBook;
import io.redress.testing.RedressServer;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Incident;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.context.TestPropertySource;

/** The first start of a demo. */
@RedressServer
@TestPropertySource(properties = "redress.test.sample-life=true")
@Tag("once")
class SampleLifeIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private Complaints complaints;

    @Autowired
    private SampleLife life;

    @Autowired
    private CalendarBook calendars;

    @Autowired
    private Clock clock;

    @Test
    void aFirstStartBringsComplaintsAtTheStepsToWhichTheirAnswersLed() throws Exception {
        int all = SampleComplaint.read(new ClassPathResource("demo/complaints.yaml"))
                .size();
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(complaints.newest(100)).hasSize(all);
            assertThat(steps())
                    .contains(
                            "confirm-the-record",
                            "compare-with-the-earlier-complaint",
                            "classify-complaint",
                            "start-the-investigation",
                            "approve-the-plan",
                            "ask-the-customer",
                            "receive-the-customer",
                            "pay-out",
                            "decide-in-the-merchants-place",
                            "clarify-with-the-customer");
            assertThat(incidents()).as("one to practise on").containsExactly("logistics-head");
        });
        assertThat(all).isGreaterThanOrEqualTo(12);
        assertThat(complaints.newest(100))
                .allSatisfy(complaint -> assertThat(complaint.receivedAt()).isBefore(clock.instant()));
        life.begin();
        assertThat(complaints.newest(100)).as("once only").hasSize(all);
    }

    /**
     * The course that called the one with the incident shows it once more, without saying where. Towards the end of a year
     * there are more, until the holidays of the next one are loaded.
     */
    private List<String> incidents() {
        LocalDate today = LocalDate.now(clock);
        boolean known = calendars.inForce().all().stream()
                .allMatch(calendar ->
                        calendar.missingYears(today, today.plusMonths(1)).isEmpty());
        return engine.getRuntimeService().createIncidentQuery().list().stream()
                .filter(incident -> known || !incident.getIncidentType().equals("deadline-not-computable"))
                .map(Incident::getConfiguration)
                .filter(Objects::nonNull)
                .toList();
    }

    private Set<String> steps() {
        return engine.getTaskService().createTaskQuery().initializeFormKeys().list().stream()
                .map(task -> task.getCamundaFormRef().getKey())
                .collect(Collectors.toSet());
    }
}
