package io.redress.process.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.redress.casefile.complaint.Complaint;
import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.entry.Entries;
import io.redress.testing.Cases;
import io.redress.testing.RedressServer;
import io.redress.testing.Rest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Tag("database")
@RedressServer
class ComplaintIntakeIT {

    private static final String START = "/engine-rest/process-definition/key/complaint-handling";

    @Autowired
    private Rest rest;

    @Autowired
    private Cases cases;

    @Autowired
    private HistoryService history;

    @Autowired
    private Complaints complaints;

    @Autowired
    private Entries entries;

    @Test
    void aComplaintIsConfirmedThenWithdrawnAndClosedWithEveryEntry() {
        Rest.Answer started = rest.submit("customer-service", START, io.redress.testing.Complaints.registration());
        assertThat(started.status()).isEqualTo(200);
        String number = started.body().path("businessKey").asText();
        assertThat(number).matches("C-\\d{8}-\\d{4,}");

        Task confirm = cases.task(number);
        assertThat(confirm.getName()).isEqualTo("Confirm the record");
        assertThat(rest.submit(
                                "customer-service",
                                "/engine-rest/task/" + confirm.getId(),
                                io.redress.testing.Complaints.confirmation())
                        .status())
                .isEqualTo(204);

        Map<String, Object> withdrawal = new LinkedHashMap<>();
        withdrawal.put("number", number);
        withdrawal.put("addition", "withdrawn");
        withdrawal.put("additionReason", "客户来电撤回。");
        assertThat(rest.submit("customer-service", "/engine-rest/process-definition/key/case-addition", withdrawal)
                        .status())
                .isEqualTo(200);

        await().until(() -> complaints.find(number).filter(Complaint::closed).isPresent());
        Complaint archived = complaints.find(number).orElseThrow();
        assertThat(entries.of(archived.id()))
                .extracting("step", "form", "submittedBy")
                .containsExactly(
                        tuple("startEvent_complaintReceived", "register-complaint", "customer-service"),
                        tuple("userTask_confirmTheRecord", "confirm-the-record", "customer-service"),
                        tuple("startEvent_somethingToAdd", "add-to-a-case", "customer-service"));
        assertThat(List.of(
                        "serviceTask_registerComplaint",
                        "userTask_confirmTheRecord",
                        "serviceTask_withdrawComplaint",
                        "endEvent_complaintClosed"))
                .allSatisfy(step -> assertThat(history.createHistoricActivityInstanceQuery()
                                .processInstanceId(confirm.getProcessInstanceId())
                                .activityId(step)
                                .finished()
                                .count())
                        .isEqualTo(1));
    }
}
