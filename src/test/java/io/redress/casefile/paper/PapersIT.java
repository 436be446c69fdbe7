package io.redress.casefile.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.casefile.attachment.Attachment;
import io.redress.casefile.attachment.Attachments;
import io.redress.casefile.attachment.Origin;
import io.redress.casefile.complaint.Complaint;
import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.deadline.CaseCalendar;
import io.redress.casefile.entry.Entries;
import io.redress.casefile.entry.Entry;
import io.redress.casefile.reading.ValueFormatter;
import io.redress.language.Language;
import io.redress.testing.AtOnce;
import io.redress.testing.Cases;
import io.redress.testing.RedressServer;
import io.redress.testing.Rest;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The papers of a case, over the real tables and people, and at their addresses. */
@Tag("database")
@RedressServer
class PapersIT {

    private static final String CLERK = "customer-service";
    private static final String DEPARTMENT = "quality-inspection";
    private static final String FORM = PaperKind.REGISTRATION_FORM;

    @Autowired
    private Attachments attachments;

    @Autowired
    private Papers papers;

    @Autowired
    private RegistrationForm form;

    @Autowired
    private Entries entries;

    @Autowired
    private TaskService tasks;

    @Autowired
    private Complaints complaints;

    @Autowired
    private Cases cases;

    @Autowired
    private CaseCalendar calendar;

    @Autowired
    private ValueFormatter words;

    @Autowired
    private Rest rest;

    private Task task() {
        return cases.confirming();
    }

    private JsonNode papers(String person, Task task) {
        Rest.Answer answer = rest.get(person, path(task));
        assertThat(answer.status()).as(answer.message()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        return answer.body().path("papers");
    }

    private static String path(Task task) {
        return "/api/tasks/" + task.getId() + "/papers";
    }

    private Complaint complaint(Task task) {
        String number = papers(CLERK, task).get(0).path("number").asText();
        return complaints.find(number.substring(0, number.lastIndexOf('-'))).orElseThrow();
    }

    @Test
    void theCourseHasPrintedTheRegistrationFormToBeSigned() {
        JsonNode printed = papers(CLERK, task()).get(0);
        assertThat(printed.path("kind").asText()).isEqualTo(FORM);
        assertThat(printed.path("number").asText()).matches("C-\\d{8}-\\d{4,}-RF1");
        assertThat(printed.path("revision").asInt()).isEqualTo(1);
        assertThat(printed.path("state").asText()).isEqualTo("awaits-signature");
        assertThat(printed.path("holders").get(0).asText()).isEqualTo("the case file");
        Rest.Answer pdf = rest.get(CLERK, printed.path("href").asText());
        assertThat(pdf.status()).isEqualTo(200);
        assertThat(pdf.headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(pdf.headers().firstValue("Content-Security-Policy").orElse(""))
                .startsWith("default-src 'none'");
        assertThat(pdf.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(pdf.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(pdf.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("inline;")
                .contains("filename*=UTF-8''Registration%20form%20C-");
        assertThat(pdf.body().asText()).startsWith("%PDF-");
    }

    @Test
    void whatWouldSayTheSameIsNotPrintedAgainAndWhatChangedIsTheNextRevision() {
        Complaint complaint = complaint(task());
        Paper current = papers.print(complaint.id(), FORM, "");
        byte[] kept = papers.pdf(current.id()).orElseThrow();
        assertThat(papers.print(complaint.id(), FORM, "")).isEqualTo(current);
        complaints.update(complaint.id(), Map.of("product", "𠮷野酸奶"));
        Paper next = papers.print(complaint.id(), FORM, "");
        assertThat(next.revision()).isEqualTo(current.revision() + 1);
        assertThat(next.number()).isEqualTo(current.number());
        assertThat(next.sha256()).isNotEqualTo(current.sha256());
        assertThat(papers.pdf(current.id()))
                .hasValueSatisfying(pdf -> assertThat(pdf).isEqualTo(kept));
        assertThat(papers.find(current.id())).hasValue(current);
    }

    @Test
    void twoWhoPrintAtTheSameMomentGetOnePaper() throws Exception {
        Complaint complaint = complaint(task());
        complaints.update(complaint.id(), Map.of("product", "牛奶"));
        Callable<?> print = () -> papers.print(complaint.id(), FORM, "");
        assertThat(AtOnce.outcomes(List.of(print, print, print)))
                .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(Paper.class))
                .containsOnly(papers.print(complaint.id(), FORM, ""));
    }

    @Test
    void aScanOfTheSignedOriginalMakesItDone() throws IOException {
        Task task = task();
        Paper form = papers.of(complaint(task).id()).get(0);
        assertThat(form.signatureMissing()).isTrue();
        Attachment scan = scan(task);
        String signed = "/api/papers/%d/signed?attachment=".formatted(form.id());
        assertThat(rest.post(null, signed + scan.id(), Map.of()).status()).isEqualTo(401);
        assertThat(rest.post("merchant", signed + scan.id(), Map.of()).status()).isEqualTo(404);
        assertThat(rest.post(CLERK, signed + scan(task()).id(), Map.of()).message())
                .contains("attached to the same case");
        assertThat(rest.post(CLERK, signed + "nothing", Map.of()).status()).isEqualTo(409);
        assertThat(rest.post(CLERK, signed + scan.id(), Map.of())
                        .body()
                        .path("state")
                        .asText())
                .isEqualTo("signed");
        assertThat(papers(CLERK, task).get(0).path("attachment").asText()).isEqualTo(scan.id());
        attachments.takeBack(scan.id(), CLERK, open -> true);
        assertThat(papers.find(form.id()).orElseThrow().signatureMissing()).isTrue();
    }

    private List<Entry> notes(Task task) {
        return entries.of(complaint(task).id()).stream()
                .filter(entry -> entry.step().startsWith("paper-"))
                .toList();
    }

    @Test
    void whoSignedStandsInTheFileAndSoDoesALaterScan() throws IOException {
        Task task = task();
        Paper form = papers.of(complaint(task).id()).get(0);
        String signed = "/api/papers/%d/signed?attachment=".formatted(form.id());
        String first = scan(task).id();
        for (int twice = 0; twice < 2; twice++) {
            assertThat(rest.post(CLERK, signed + first, Map.of()).status()).isEqualTo(200);
        }
        String paper = "Registration form " + form.number();
        assertThat(notes(task))
                .extracting(Entry::step, Entry::fields)
                .containsExactly(tuple(
                        "paper-signed", Map.of("signedPaper", paper, "signedScan", "签字0.png", "signedBy", CLERK)));
        assertThat(rest.post("admin", signed + scan(task, 1).id(), Map.of()).status())
                .isEqualTo(200);
        assertThat(notes(task))
                .extracting(Entry::step, Entry::fields)
                .last()
                .isEqualTo(tuple(
                        "paper-scan-replaced",
                        Map.of(
                                "signedPaper",
                                paper,
                                "signedScan",
                                "签字1.png",
                                "replacedScan",
                                "签字0.png",
                                "signedBy",
                                "admin")));
        assertThat(rest.get(CLERK, "/api/tasks/" + task.getId() + "/case")
                        .body()
                        .path("entries")
                        .get(0)
                        .toString())
                .contains("Signed scan replaced", paper, "签字0.png", "签字1.png");
    }

    @Test
    void theScanOfAPaperThatSaysWhoSomebodyIsIsShownToNoMorePeopleThanThePaper() throws IOException {
        Task task = task();
        Paper form = papers.of(complaint(task).id()).get(0);
        String scan = scan(task).id();
        String other = scan(task, 1).id();
        assertThat(rest.post(CLERK, "/api/papers/%d/signed?attachment=%s".formatted(form.id(), scan), Map.of())
                        .status())
                .isEqualTo(200);
        tasks.setAssignee(task.getId(), DEPARTMENT);
        String listed = "/api/tasks/" + task.getId() + "/attachments";
        assertThat(rest.get(DEPARTMENT, listed).body().findValuesAsText("id")).containsExactly(other);
        assertThat(rest.get(DEPARTMENT, "/api/tasks/" + task.getId() + "/case")
                        .body()
                        .path("attachments")
                        .findValuesAsText("id"))
                .containsExactly(other);
        for (String address : List.of("/api/attachments/" + scan, "/api/attachments/" + scan + "/preview")) {
            assertRefused(rest.get(DEPARTMENT, address), 404, "not yours to see");
            assertThat(rest.get(CLERK, address).status()).isEqualTo(200);
        }
        assertThat(rest.get(DEPARTMENT, "/api/attachments/" + other).status()).isEqualTo(200);
        assertThat(rest.get(CLERK, listed).body().findValuesAsText("id")).containsExactlyInAnyOrder(scan, other);
    }

    @Test
    void thePapersOfAClosedCaseStayAsTheyAre() throws IOException {
        Task task = task();
        Complaint complaint = complaint(task);
        Paper form = papers.of(complaint.id()).get(0);
        Attachment scan = scan(task);
        complaints.close(complaint.id(), Instant.parse("2026-03-02T02:00:00Z"));
        assertRefused(
                rest.post(CLERK, "/api/papers/%d/signed?attachment=%s".formatted(form.id(), scan.id()), Map.of()),
                409,
                "stay as they are");
        assertThat(papers.find(form.id()).orElseThrow().signatureMissing()).isTrue();
    }

    private Attachment scan(Task task) throws IOException {
        return scan(task, 0);
    }

    private Attachment scan(Task task, int copy) throws IOException {
        BufferedImage picture = new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, (int) complaint(task).id());
        picture.setRGB(1, 1, copy);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", png);
        Origin origin =
                new Origin(complaint(task).id(), "complaint-handling", task.getTaskDefinitionKey(), task.getId());
        Attachments.Sent sent = new Attachments.Sent(
                "签字%d.png".formatted(copy), null, png.size(), new ByteArrayInputStream(png.toByteArray()));
        return attachments.attach(() -> origin, sent, CLERK).attachment();
    }

    @Test
    void printingByHandGivesThePapersOfTheCase() {
        Task task = task();
        Rest.Answer again = rest.post(CLERK, path(task) + "/" + FORM, "");
        assertThat(again.status()).as(again.message()).isEqualTo(200);
        assertThat(again.body().path("papers").size()).isBetween(1, 2);
        assertThat(again.body().path("printable").findValuesAsText("kind")).contains(FORM);
        assertRefused(rest.post(CLERK, path(task) + "/written-report", ""), 409, "no “Written report” to print");
        assertRefused(rest.post(CLERK, path(task) + "/nonsense", ""), 409, "no such kind of paper");
        assertRefused(rest.post("finance", path(task) + "/" + FORM, ""), 404, "can’t open this task");
    }

    /** A foreign page can make a browser send the cookie of the session, and nothing else. */
    @Test
    void aSessionAlonePrintsNothing() {
        Task task = task();
        assertThat(rest.stranger("tasklist", CLERK)
                        .post(path(task) + "/" + FORM, "")
                        .status())
                .isIn(401, 403);
    }

    @ParameterizedTest
    @CsvSource({"finance, 404", "merchant, 404", "process-owner, 404"})
    void whoeverHasNoTaskOfTheCaseHearsThatThereIsNoSuchPaper(String person, int status) {
        Paper form = papers.of(complaint(task()).id()).get(0);
        assertRefused(rest.get(person, "/api/papers/" + form.id()), status, "no such paper");
        Complaint complaint = complaints.find(form.complaintId()).orElseThrow();
        assertThat(rest.get(person, "/api/cases/" + complaint.number() + "/papers")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void nobodyIsAskedToLogIn() {
        assertThat(rest.get(null, "/api/papers/1").status()).isEqualTo(401);
        assertThat(rest.get(null, "/papers/preview").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "x", "99999999999999999999", "1%20or%201=1"})
    void whatIsNoPaperIsSaidToBeNone(String id) {
        assertRefused(rest.get(CLERK, "/api/papers/" + id), 404, "no such paper");
    }

    /** A department that has a task of the case may read what it is asked, and not who the customer is. */
    @Test
    void aDepartmentReadsItsWorkOrderAndNoIdentity() {
        Task task = task();
        Complaint complaint = complaint(task);
        Paper registered = papers.of(complaint.id()).get(0);
        entries.add(new Entry(
                complaint.id(),
                "investigation",
                "",
                "userTask_startTheInvestigation",
                null,
                "start-the-investigation",
                1,
                CLERK,
                Instant.parse("2026-03-02T02:00:00Z"),
                Map.of("departments", List.of(DEPARTMENT), "workOrder", "核对进货检验记录。")));
        tasks.setAssignee(task.getId(), DEPARTMENT);
        assertThat(rest.post(DEPARTMENT, path(task) + "/work-order", "").status())
                .isEqualTo(200);
        JsonNode seen = papers(DEPARTMENT, task);
        assertThat(seen.findValuesAsText("kind")).containsExactly(PaperKind.WORK_ORDER);
        assertThat(seen.get(0).path("holders").get(0).asText()).isEqualTo("Quality inspection");
        assertThat(rest.get(DEPARTMENT, seen.get(0).path("href").asText()).status())
                .isEqualTo(200);
        assertRefused(rest.get(DEPARTMENT, "/api/papers/" + registered.id()), 403, "who the customer is");
        assertRefused(rest.post(DEPARTMENT, path(task) + "/" + FORM, ""), 403, "who the customer is");
    }

    @Test
    void whatADepartmentIsAskedIsDueWhenItsTaskIs() throws IOException {
        Complaint complaint = complaint(task());
        Instant asked = Instant.parse("2026-03-02T02:00:00Z");
        entries.add(new Entry(
                complaint.id(),
                "investigation",
                "",
                "userTask_startTheInvestigation",
                null,
                "start-the-investigation",
                1,
                CLERK,
                asked,
                Map.of("departments", List.of(DEPARTMENT), "workOrder", "核对进货检验记录。")));
        Paper order = papers.print(complaint.id(), PaperKind.WORK_ORDER).get(0);
        String due = words.of(calendar.taskDue(complaint.id(), asked).orElseThrow());
        try (PDDocument printed = Loader.loadPDF(papers.pdf(order.id()).orElseThrow())) {
            assertThat(new PDFTextStripper().getText(printed)).contains(due);
        }
        // Whenever it is printed again, it is due then.
        assertThat(papers.print(complaint.id(), PaperKind.WORK_ORDER)).containsExactly(order);
    }

    @Test
    void whatTheCourseDidIsSaidToBeAutomatic() {
        Task task = task();
        assertThat(papers(CLERK, task).get(0).path("who").asText()).isEqualTo("Automatically");
        JsonNode panel = rest.get(CLERK, "/api/tasks/" + task.getId() + "/case").body();
        String page =
                rest.get(CLERK, "/cases/" + complaint(task).number()).body().asText();
        assertThat(panel.toString()).doesNotContain("\"redress\"");
        assertThat(page).doesNotContain(">redress<");
    }

    @Test
    void anOwnerSeesWhatTheTemplatesPrintNow() {
        assertThat(rest.get("process-owner", "/papers/preview").status()).isEqualTo(200);
        for (PaperKind kind : papers.kinds()) {
            Rest.Answer pdf = rest.get("process-owner", "/papers/preview?kind=" + kind.name());
            assertThat(pdf.status()).as(kind.name()).isEqualTo(200);
            assertThat(pdf.body().asText()).startsWith("%PDF-");
        }
        String number = complaint(task()).number();
        String ofCase = "/papers/preview?kind=" + FORM + "&number=" + number;
        assertThat(rest.get("process-owner", ofCase).status()).isEqualTo(403);
        assertThat(rest.get("admin", ofCase).status()).isEqualTo(200);
        assertThat(rest.get("process-owner", "/papers/preview?kind=nonsense").status())
                .isEqualTo(400);
        assertThat(rest.get(CLERK, "/papers/preview").status()).isEqualTo(403);
    }

    private static void assertRefused(Rest.Answer answer, int status, String sentence) {
        assertThat(answer.status()).as(answer.message()).isEqualTo(status);
        assertThat(answer.message()).contains(sentence);
    }

    /** What the papers can name is what their examples name, so that a preview shows what will be printed. */
    @Test
    void theExampleNamesWhatTheCaseKnows() {
        Complaint complaint = complaint(task());
        Set<String> named = new HashSet<>(form.facts(complaint.id(), "").keySet());
        named.addAll(Set.of("number", "site"));
        assertThat(Prints.packaged(Language.EN).example(FORM).keySet()).isEqualTo(named);
    }
}
