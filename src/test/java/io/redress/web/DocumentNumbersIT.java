package io.redress.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.paper.Paper;
import io.redress.casefile.paper.PaperKind;
import io.redress.casefile.paper.Papers;
import io.redress.testing.Cases;
import io.redress.testing.RedressServer;
import io.redress.testing.Rest;
import io.redress.testing.SampleFiles;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** The number of an identity card is read by those whose work it is, at whichever door somebody asks. */
@RedressServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DocumentNumbersIT {

    private static final String CARD = "11010519491231002X";
    private static final String END = "002X";
    private static final List<String> WHO_OPEN_CASES =
            List.of("customer-service", "customer-service-supervisor", "customer-service-manager");

    @Autowired
    private Rest rest;

    @Autowired
    private Cases cases;

    @Autowired
    private Complaints complaints;

    @Autowired
    private Papers papers;

    @Autowired
    private TaskService tasks;

    private String number;
    private long id;
    private Task lookUp;
    private String scan;
    private String copyOfTheCard;

    @BeforeAll
    void aDeclarationIsSigned() {
        Map<String, Object> registration = io.redress.testing.Complaints.registration("site", "property-office");
        registration.put("category", "lost-receipt");
        registration.put("customerName", "王小梅");
        number = cases.register(Cases.START, registration);
        id = complaints.find(number).orElseThrow().id();
        Map<String, Object> loss = new HashMap<>(Map.of(
                "lostPaper", "receipt",
                "receiptNumber", "SJ-DOC-0417",
                "paperAmount", "50000.00",
                "paperIssuedOn", "2023-03-18",
                "namesOnPaper", "王小梅",
                "holderName", "王小梅",
                "holderDocument", "resident-card",
                "holderIdNumber", CARD,
                "lossReportedBy", "holder"));
        loss.put("holderFormerName", null);
        loss.put("lossCircumstances", "搬家时遗失。");
        loss.put("salesConsultant", "sales-consultant");
        done("cashier", at("userTask_registerTheLoss"), loss);
        Task collect = at("userTask_collectTheSignatures");
        copyOfTheCard = attached(collect, "card.jpg", SampleFiles.photo());
        scan = attached(collect, "signed.png", SampleFiles.picture("png", 800, 600));
        String today = LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
        done(
                "cashier",
                collect,
                Map.of("customerSignedOn", today, "consultantSignedOn", today, "managerSignedOn", today));
        lookUp = at("userTask_lookUpTheLedgerCopy");
    }

    private Task at(String step) {
        return await().atMost(Duration.ofMinutes(2))
                .until(
                        () -> tasks.createTaskQuery()
                                .processInstanceBusinessKey(number)
                                .taskDefinitionKey(step)
                                .singleResult(),
                        task -> task != null);
    }

    private void done(String person, Task task, Map<String, Object> fields) {
        Rest.Answer answer = rest.submit(person, "/engine-rest/task/" + task.getId(), fields);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(204);
    }

    private String attached(Task task, String name, byte[] content) {
        Rest.Answer answer = rest.send(
                "cashier",
                "PUT",
                "/api/tasks/" + task.getId() + "/attachments?name=" + name,
                content,
                "Content-Type",
                "application/octet-stream");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.body().path("id").asText();
    }

    private Paper declaration() {
        return papers.of(id).stream()
                .filter(paper -> paper.kind().equals(PaperKind.LOSS_DECLARATION))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aScanIsThatOfTheSignedDeclaration() {
        assertThat(declaration().signedByAttachment()).isIn(scan, copyOfTheCard);
    }

    @Test
    void whoeverOpensCasesReadsTheCaseWithoutIt() {
        for (String person : WHO_OPEN_CASES) {
            assertThat(rest.get(person, "/cases/" + number).body().asText())
                    .as(person)
                    .contains("SJ-DOC-0417", "王小梅")
                    .doesNotContain(CARD, END, scan, copyOfTheCard);
            assertThat(rest.get(person, "/api/cases/" + number + "/papers")
                            .body()
                            .path("papers")
                            .findValuesAsText("kind"))
                    .as(person)
                    .contains("registration-form")
                    .doesNotContain("loss-declaration");
            Rest.Answer paper = rest.get(person, "/api/papers/" + declaration().id());
            assertThat(paper.status()).as(person).isEqualTo(403);
            assertThat(paper.message()).contains("identity document");
            for (String file : List.of(scan, copyOfTheCard)) {
                assertThat(rest.get(person, "/api/attachments/" + file).status())
                        .isEqualTo(404);
                assertThat(rest.get(person, "/api/attachments/" + file + "/preview")
                                .status())
                        .isEqualTo(404);
            }
        }
        assertThat(rest.get("admin", "/cases/" + number).body().asText()).contains(CARD, scan);
    }

    @Test
    void noSearchFindsIt() {
        assertThat(rest.get("customer-service", "/cases?q=" + CARD).body().asText())
                .doesNotContain(number);
        assertThat(rest.get("customer-service", "/declarations?q=" + CARD)
                        .body()
                        .asText())
                .doesNotContain(number);
        assertThat(rest.get("customer-service", "/declarations?q=" + number)
                        .body()
                        .asText())
                .contains("SJ-DOC-0417")
                .doesNotContain(CARD, END);
    }

    /** The task of a case opens the case beside it, and none of its numbers. */
    @Test
    void aTaskOfTheCaseShowsNoMore() {
        String task = "/api/tasks/" + lookUp.getId();
        assertThat(rest.get("customer-service", "/engine-rest/task/" + lookUp.getId() + "/form-variables")
                        .status())
                .isNotEqualTo(200);
        tasks.setAssignee(lookUp.getId(), "customer-service");
        try {
            Rest.Answer panel = rest.get("customer-service", task + "/case");
            assertThat(panel.status()).isEqualTo(200);
            assertThat(panel.body().toString()).contains("SJ-DOC-0417").doesNotContain(CARD, END, scan, copyOfTheCard);
            assertThat(rest.get("customer-service", task + "/attachments").body())
                    .isEmpty();
            assertThat(rest.get("customer-service", task + "/papers").body().toString())
                    .doesNotContain("loss-declaration");
            assertThat(rest.post("customer-service", task + "/papers/loss-declaration", Map.of())
                            .status())
                    .isEqualTo(403);
            assertThat(rest.get(
                                    "customer-service",
                                    "/api/papers/" + declaration().id())
                            .status())
                    .isEqualTo(403);
        } finally {
            tasks.setAssignee(lookUp.getId(), null);
        }
    }

    @Test
    void whoseWorkItIsReadsIt() {
        assertThat(rest.get("accountant", "/api/papers/" + declaration().id()).status())
                .isEqualTo(200);
        for (String file : List.of(scan, copyOfTheCard)) {
            assertThat(rest.get("accountant", "/api/attachments/" + file).status())
                    .isEqualTo(200);
        }
        assertThat(rest.get("accountant", "/api/tasks/" + lookUp.getId() + "/papers")
                        .body()
                        .toString())
                .contains("loss-declaration");
    }

    /** No door of the engine brings what the form would refuse, not even to an administrator. */
    @Test
    void aMessageByHandIsCheckedAsTheFormIs() {
        Rest.Answer answer = rest.post(
                "admin", "/engine-rest/message", Map.of("messageName", "receipt.found", "businessKey", number));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.message()).contains("is reported by whoever has looked at it");
        assertThat(tasks.createTaskQuery().taskId(lookUp.getId()).count()).isEqualTo(1);
    }

    @Test
    void itIsNotPrintedOnTheRegistrationFormEither() throws IOException {
        Paper form = papers.print(id, PaperKind.REGISTRATION_FORM).get(0);
        try (PDDocument document = Loader.loadPDF(papers.pdf(form.id()).orElseThrow())) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("SJ-DOC-0417")
                    .doesNotContain(CARD);
        }
    }
}
