package io.redress.engine.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.complaint.Complaint;
import io.redress.complaint.Complaints;
import io.redress.form.FormCheck;
import io.redress.intake.Registrar;
import io.redress.language.Sentences;
import io.redress.testing.RedressServer;
import java.time.Clock;
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
import org.springframework.test.annotation.DirtiesContext;

@RedressServer
@DirtiesContext
@Tag("once")
class SampleLifeIT {

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private Registrar registrar;

    @Autowired
    private Complaints complaints;

    @Autowired
    private FormCheck check;

    @Autowired
    private Sentences sentences;

    @Autowired
    private Clock clock;

    @Test
    void aDozenComplaintsStandAtTheStepsToWhichTheirAnswersLed() throws Exception {
        SampleLife life = new SampleLife(engine, registrar, complaints, check, sentences, clock);
        life.begin();
        List<Complaint> entered = complaints.newest(100);
        assertThat(entered)
                .hasSameSizeAs(SampleComplaint.read(new ClassPathResource("demo/complaints.yaml")))
                .hasSizeGreaterThanOrEqualTo(12)
                .allSatisfy(complaint -> assertThat(complaint.receivedAt()).isBefore(clock.instant()));
        await().untilAsserted(() -> assertThat(steps())
                .contains(
                        "confirm-the-record",
                        "compare-with-the-earlier-complaint",
                        "classify-complaint",
                        "start-the-investigation",
                        "approve-the-plan",
                        "ask-the-customer",
                        "clarify-with-the-customer"));
        // The course that called it shows it once more, without saying where.
        assertThat(engine.getRuntimeService().createIncidentQuery().list())
                .as("one to practise on")
                .extracting(Incident::getConfiguration)
                .filteredOn(Objects::nonNull)
                .containsExactly("logistics-head");
        life.begin();
        assertThat(complaints.newest(100)).hasSameSizeAs(entered);
    }

    private Set<String> steps() {
        return engine.getTaskService().createTaskQuery().initializeFormKeys().list().stream()
                .map(task -> task.getCamundaFormRef().getKey())
                .collect(Collectors.toSet());
    }
}
