package io.redress.web;

import static io.redress.testing.Complaints.registration;
import static io.redress.testing.SampleFiles.bomb;
import static io.redress.testing.SampleFiles.office;
import static io.redress.testing.SampleFiles.pdf;
import static io.redress.testing.SampleFiles.photo;
import static io.redress.testing.SampleFiles.picture;
import static io.redress.testing.SampleFiles.text;
import static io.redress.testing.SampleFiles.zip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.casefile.complaint.Complaint;
import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.complaint.State;
import io.redress.testing.AtOnce;
import io.redress.testing.Cases;
import io.redress.testing.RedressServer;
import io.redress.testing.Rest;
import io.redress.testing.SampleFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** The files of cases through the doors that people and programs have. */
@RedressServer
@TestPropertySource(properties = "redress.attachments.largest=1MB")
@Tag("database")
class AttachmentsApiIT {

    private static final String CLERK = "customer-service";
    private static final int MEGABYTE = 1024 * 1024;

    @Autowired
    private Rest rest;

    @Autowired
    private Cases cases;

    @Autowired
    private TaskService tasks;

    @Autowired
    private Complaints complaints;

    @Autowired
    private JdbcClient jdbc;

    @Value("${redress.attachments.folder}")
    private Path folder;

    private static String path(Task task) {
        return "/api/tasks/" + task.getId() + "/attachments";
    }

    private static String named(String path, String name) {
        return path + "?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
    }

    private Rest.Answer attach(String person, Task task, String name, byte[] content) {
        return rest.send(person, "PUT", named(path(task), name), content, "Content-Type", "application/octet-stream");
    }

    private String attached(Task task, String name, byte[] content) {
        Rest.Answer answer = attach(CLERK, task, name, content);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.body().path("id").asText();
    }

    private List<JsonNode> of(Task task) {
        return StreamSupport.stream(rest.get(CLERK, path(task)).body().spliterator(), false)
                .toList();
    }

    private Complaint complaint(Task task) {
        String number = rest.get(CLERK, "/api/tasks/" + task.getId() + "/case")
                .body()
                .path("number")
                .asText();
        return complaints.find(number).orElseThrow();
    }

    /** What stands in the folder but for its mark. */
    private long kept() {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).count();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void whatIsAttachedIsThereAsItCame() throws IOException {
        Task task = cases.confirming();
        byte[] photo = photo();
        Rest.Answer answer = rest.send(
                CLERK,
                "PUT",
                named(path(task), "现场 1.jpg") + "&shows=" + URLEncoder.encode("摔倒的地方", StandardCharsets.UTF_8),
                photo);
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body().path("bytes").asInt()).isEqualTo(photo.length);
        assertThat(answer.body().path("sha256").asText()).matches("[0-9a-f]{64}");
        String id = answer.body().path("id").asText();
        assertThat(Files.readAllBytes(folder.resolve(id.substring(0, 2)).resolve(id)))
                .isEqualTo(photo);

        JsonNode line = of(task).get(0);
        assertThat(line.path("name").asText()).isEqualTo("现场 1.jpg");
        assertThat(line.path("shows").asText()).isEqualTo("摔倒的地方");
        assertThat(line.path("about").asText()).startsWith("Picture · ").endsWith("Confirm the record");
        assertThat(line.path("mine").asBoolean()).isTrue();
        assertThat(line.path("preview").asBoolean()).isTrue();

        JsonNode panel = rest.get(CLERK, "/api/tasks/" + task.getId() + "/case").body();
        assertThat(panel.path("attachments")).hasSize(1);
        assertThat(panel.path("entries").get(0).path("what").asText()).isEqualTo("Attached");
        assertThat(panel.path("entries").get(0).toString()).contains("现场 1.jpg", "摔倒的地方");
        assertThat(rest.get(CLERK, "/cases/" + panel.path("number").asText())
                        .body()
                        .asText())
                .contains("现场 1.jpg", "/api/attachments/" + id + "/preview");
    }

    static Stream<Arguments> shown() {
        return Stream.of(
                Arguments.of("a.png", picture("png", 40, 30), "image/png", "inline"),
                Arguments.of("a.gif", picture("gif", 40, 30), "image/gif", "inline"),
                Arguments.of(
                        "a.pdf", pdf("/OpenAction<</S/JavaScript/JS(app.alert(1))>>"), "application/pdf", "inline"),
                Arguments.of("a.txt", text("客户说：过期三天了。" + UUID.randomUUID()), "text/plain", "attachment"),
                Arguments.of(
                        "a.docx",
                        office("wordprocessingml.document"),
                        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                        "attachment"),
                Arguments.of(
                        "a.xlsx",
                        office("spreadsheetml.sheet"),
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        "attachment"),
                // Program and picture at once: a browser is told what it is, and runs nothing.
                Arguments.of("a.js", gifAndScript(), "image/gif", "inline"),
                Arguments.of("eicar.com", text(SampleFiles.EICAR), "text/plain", "attachment"));
    }

    private static byte[] gifAndScript() {
        byte[] gif = picture("gif", 10, 10);
        byte[] both = java.util.Arrays.copyOf(gif, gif.length + 40);
        byte[] script = text("/*<script>alert(document.cookie)</script>*/");
        System.arraycopy(script, 0, both, gif.length, Math.min(40, script.length));
        return both;
    }

    @ParameterizedTest
    @MethodSource("shown")
    void aBrowserRunsNothingOfIt(String name, byte[] content, String type, String disposition) {
        String id = attached(cases.confirming(), name, content);
        Rest.Answer answer = rest.get(CLERK, "/api/attachments/" + id);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue(type);
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .get()
                .asString()
                .contains("default-src 'none'");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .get()
                .asString()
                .startsWith(disposition);
    }

    @Test
    void whatIsKeptElsewhereIsCalledWhatItIs() {
        String id = attached(cases.confirming(), "eicar.com", text(SampleFiles.EICAR));
        assertThat(rest.get(CLERK, "/api/attachments/" + id).headers().firstValue("Content-Disposition"))
                .get()
                .asString()
                .contains("eicar.com.txt");
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("empty.pdf", new byte[0], 400, "0 bytes"),
                Arguments.of(
                        "photo.jpg", text("<!DOCTYPE html><html><script>alert(1)</script></html>"), 415, "a web page"),
                Arguments.of(
                        "drawing.svg",
                        text("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"),
                        415,
                        "a drawing"),
                Arguments.of("photo.png", text("MZ\u0090\0\u0003\0\0\0\u0004\0\0\0"), 415, "a program"),
                Arguments.of("all.zip", zip(Map.of("bomb", new byte[600_000])), 415, "an archive"),
                Arguments.of(
                        "macro.docx",
                        office("wordprocessingml.document", "", Map.of("word/vbaProject.bin", new byte[9])),
                        415,
                        "something in it that runs, is a file of its own or is fetched from elsewhere (word/vbaProject.bin)"),
                Arguments.of("scan.jpg", new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF}, 400, "can’t be opened"),
                Arguments.of("scan.pdf", text("%PDF-1.4"), 400, "can’t be opened"),
                Arguments.of("page.pdf", text("<html><body></body></html>\n%PDF-1.4"), 415, "a web page"),
                Arguments.of("large.txt", new byte[MEGABYTE + 1], 413, "larger than 1 MB"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatCanNotBeKeptIsRefusedInWords(String name, byte[] content, int status, String words) {
        Task task = cases.confirming();
        long before = kept();
        Rest.Answer answer = attach(CLERK, task, name, content);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.message()).contains(words);
        assertThat(of(task)).isEmpty();
        assertThat(kept()).isEqualTo(before);
    }

    @Test
    void namesAreKeptButLeadNowhere() {
        Task task = cases.confirming();
        String longest = "长".repeat(300) + ".png";
        attached(task, "../../../etc/passwd", text("root " + UUID.randomUUID()));
        attached(task, "C:\\Users\\王芳\\照片.png", picture("png", 9, 9));
        attached(task, longest, picture("png", 9, 9));
        attached(task, "\u202Egnp.𠮷㐂😡<script>alert(1)</script>", picture("png", 9, 9));
        attached(task, "..", picture("png", 9, 9));
        assertThat(of(task))
                .extracting(line -> line.path("name").asText())
                .containsExactly("passwd", "照片.png", "长".repeat(296) + ".png", "script>", "Unnamed");
    }

    @Test
    void aPictureThatIsTooLargeToUnpackIsKeptWithoutAPreview() {
        Task task = cases.confirming();
        String id = attached(task, "bomb.png", bomb(50_000, 50_000));
        assertThat(of(task).get(0).path("preview").asBoolean()).isFalse();
        assertThat(rest.get(CLERK, "/api/attachments/" + id + "/preview").status())
                .isEqualTo(404);
        assertThat(rest.get(CLERK, "/api/attachments/" + id).status()).isEqualTo(200);
    }

    @Test
    void theSameFileTwiceIsOneAttachmentWhoeverSendsIt() {
        Task task = cases.confirming();
        byte[] photo = photo();
        String first = attached(task, "first.jpg", photo);
        long before = kept();
        List<Rest.Answer> answers = AtOnce.all(4, twin -> attach(CLERK, task, "again-" + twin + ".jpg", photo));
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body().path("already").asBoolean()).isTrue();
            assertThat(answer.body().path("id").asText()).isEqualTo(first);
            assertThat(answer.body().path("name").asText()).isEqualTo("first.jpg");
        });
        assertThat(of(task)).hasSize(1);
        assertThat(kept()).isEqualTo(before);
        // Another case is another matter.
        assertThat(attach(CLERK, cases.confirming(), "first.jpg", photo).status())
                .isEqualTo(201);
    }

    /** The next task that the case comes to. */
    private Task next(Task task) {
        String number = complaint(task).number();
        assertThat(rest.submit(CLERK, "/engine-rest/task/" + task.getId(), io.redress.testing.Complaints.confirmation())
                        .status())
                .isEqualTo(204);
        return await().atMost(Duration.ofSeconds(30))
                .until(() -> cases.task(number), next -> !next.getId().equals(task.getId()));
    }

    @Test
    void theSameFileAtAFurtherTaskBelongsToBoth() {
        Task first = cases.confirming();
        byte[] photo = photo();
        String id = attached(first, "first.jpg", photo);
        Task further = next(first);
        long before = kept();
        Rest.Answer answer = attach("customer-service-manager", further, "again.jpg", photo);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("id").asText()).isEqualTo(id);
        assertThat(answer.body().path("again").asBoolean()).isTrue();
        assertThat(attach("customer-service-manager", further, "again.jpg", photo)
                        .body()
                        .has("again"))
                .isFalse();
        assertThat(kept()).isEqualTo(before);
        JsonNode panel = rest.get("customer-service-manager", "/api/tasks/" + further.getId() + "/case")
                .body();
        JsonNode line = panel.path("attachments").get(0);
        assertThat(line.path("tasks")).extracting(JsonNode::asText).containsExactly(first.getId(), further.getId());
        assertThat(line.path("about").asText()).contains("Confirm the record, ");
        assertThat(panel.path("entries").get(0).path("what").asText()).isEqualTo("Attached at a further step");
        // Who attached it there takes it back there; where it was attached first, it stays.
        assertThat(line.path("mine").asBoolean()).isTrue();
        assertThat(rest.send("customer-service-manager", "DELETE", "/api/attachments/" + id, null)
                        .status())
                .isEqualTo(204);
        line = rest.get("customer-service-manager", path(further)).body().get(0);
        assertThat(line.path("tasks")).extracting(JsonNode::asText).containsExactly(first.getId());
        assertThat(rest.get("customer-service-manager", "/api/attachments/" + id)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whatIsTakenBackWhereItCameFirstStaysWhereItWasAttachedAgain() {
        Task task = cases.confirming();
        byte[] photo = photo();
        String id = attached(task, "first.jpg", photo);
        jdbc.sql(
                        "insert into attachment_again values (?, 'investigation', 'userTask_x', 'a-task', 'quality-inspection', ?)")
                .params(id, java.time.OffsetDateTime.now())
                .update();
        assertThat(rest.send(CLERK, "DELETE", "/api/attachments/" + id, null).status())
                .isEqualTo(204);
        JsonNode line = of(task).get(0);
        assertThat(line.path("tasks")).extracting(JsonNode::asText).containsExactly("a-task");
        assertThat(line.path("mine").asBoolean()).isFalse();
        assertThat(rest.get(CLERK, "/api/attachments/" + id).status()).isEqualTo(200);
    }

    @Test
    void twinsAtOnceAreOneAttachment() {
        Task task = cases.confirming();
        byte[] photo = photo();
        List<Rest.Answer> answers = AtOnce.all(6, twin -> attach(CLERK, task, "twin.jpg", photo));
        assertThat(answers).extracting(Rest.Answer::status).containsOnly(200, 201);
        assertThat(answers).extracting(Rest.Answer::status).containsOnlyOnce(201);
        assertThat(of(task)).hasSize(1);
    }

    @Test
    void nobodyElseSeesOrAddsIt() {
        Task task = cases.confirming();
        String id = attached(task, "secret.jpg", photo());
        for (String person : List.of("merchant", "finance", "intake-api")) {
            for (String address :
                    List.of(path(task), "/api/attachments/" + id, "/api/attachments/" + id + "/preview")) {
                Rest.Answer answer = rest.get(person, address);
                assertThat(answer.status()).as(person + " " + address).isEqualTo(404);
                assertThat(answer.message()).isNotEmpty().doesNotContain("secret");
            }
            assertThat(attach(person, task, "a.jpg", photo()).status()).isEqualTo(404);
            assertThat(rest.send(person, "DELETE", "/api/attachments/" + id, null)
                            .status())
                    .isEqualTo(404);
        }
        assertThat(rest.get(null, "/api/attachments/" + id).status()).isEqualTo(401);
        assertThat(attach(null, task, "a.jpg", photo()).status()).isEqualTo(401);
        for (String nothing :
                List.of("nothing", "..%2F..%2Fmark", UUID.randomUUID().toString())) {
            assertThat(rest.get(CLERK, "/api/attachments/" + nothing).status()).isBetween(400, 404);
        }
        // Customer service sees every case's; whoever has the task, its case's.
        assertThat(rest.get("customer-service-manager", "/api/attachments/" + id)
                        .status())
                .isEqualTo(200);
        assertThat(rest.get("admin", "/api/attachments/" + id).status()).isEqualTo(200);
        tasks.setAssignee(task.getId(), "finance");
        assertThat(rest.get("finance", "/api/attachments/" + id).status()).isEqualTo(200);
        assertThat(attach("finance", task, "a.jpg", photo()).status()).isEqualTo(201);
        assertThat(of(task)).hasSize(2);
    }

    @Test
    void aSessionWritesWithItsTokenOnly() {
        Task task = cases.confirming();
        Rest.Visitor clerk = rest.session("tasklist", CLERK);
        byte[] photo = photo();
        assertThat(clerk.send("PUT", named(path(task), "a.jpg"), photo).status())
                .isEqualTo(201);
        assertThat(rest.stranger("tasklist", CLERK)
                        .send("PUT", named(path(task), "b.jpg"), photo())
                        .status())
                .isEqualTo(401);
        assertThat(of(task)).hasSize(1);
    }

    @Test
    void whoAttachedItTakesItBackWhileTheTaskIsOpen() {
        Task task = cases.confirming();
        long before = kept();
        String id = attached(task, "wrong.jpg", photo());
        assertThat(rest.send("customer-service-manager", "DELETE", "/api/attachments/" + id, null)
                        .status())
                .isEqualTo(409);
        assertThat(rest.send(CLERK, "DELETE", "/api/attachments/" + id, null).status())
                .isEqualTo(204);
        assertThat(of(task)).isEmpty();
        assertThat(kept()).isEqualTo(before);
        JsonNode entries =
                rest.get(CLERK, "/api/tasks/" + task.getId() + "/case").body().path("entries");
        assertThat(entries.get(0).path("what").asText()).isEqualTo("Attachment taken back");
        assertThat(entries.get(0).toString()).contains("wrong.jpg");
        assertThat(rest.send(CLERK, "DELETE", "/api/attachments/" + id, null).status())
                .isEqualTo(404);
    }

    @Test
    void whatWasAttachedAtATaskThatIsDoneStays() {
        Task task = cases.confirming();
        String id = attached(task, "stays.jpg", photo());
        assertThat(rest.submit(CLERK, "/engine-rest/task/" + task.getId(), io.redress.testing.Complaints.confirmation())
                        .status())
                .isEqualTo(204);
        Rest.Answer answer = rest.send(CLERK, "DELETE", "/api/attachments/" + id, null);
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.message()).contains("stays.jpg", "can’t be taken back");
        assertThat(attach(CLERK, task, "late.jpg", photo()).status()).isEqualTo(404);
    }

    @Test
    void anArchivedCaseTakesNone() {
        Task task = cases.confirming();
        Complaint complaint = complaint(task);
        complaints.close(complaint.id(), java.time.Instant.now());
        try {
            Rest.Answer answer = attach(CLERK, task, "late.jpg", photo());
            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.message()).contains(complaint.number(), "closed and locked");
        } finally {
            jdbc.sql("update complaint set state = ?, closed_at = null where id = ?")
                    .params(State.OPEN.name(), complaint.id())
                    .update();
        }
    }

    @Test
    void aCutConnectionLeavesNothingBehind() throws IOException {
        Task task = cases.confirming();
        long before = kept();
        URI address = URI.create(rest.address());
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(text(
                    "PUT %s?name=half.jpg HTTP/1.1\r\nHost: localhost\r\nAuthorization: Basic %s\r\nContent-Length: 500000\r\n\r\n"
                            .formatted(path(task), Base64.getEncoder().encodeToString(text(CLERK + ":demo")))));
            out.write(photo());
            out.flush();
            await().atMost(Duration.ofSeconds(20)).until(() -> kept() > before);
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> kept() == before);
        assertThat(of(task)).isEmpty();
    }

    @Test
    void tenAtOnceAreAllThere() {
        Task task = cases.confirming();
        assertThat(AtOnce.all(10, one -> attach(CLERK, task, one + ".jpg", photo())))
                .extracting(Rest.Answer::status)
                .containsOnly(201);
        assertThat(of(task)).hasSize(10);
    }

    @Test
    void whoeverPostedAComplaintSendsItsFiles() {
        Rest.Answer posted = rest.send(
                "intake-api",
                "POST",
                "/api/complaints",
                registration(),
                "Content-Type",
                "application/json",
                "Idempotency-Key",
                UUID.randomUUID().toString());
        String number = posted.body().path("number").asText();
        String path = "/api/complaints/" + number + "/attachments";
        byte[] photo = photo();
        assertThat(rest.send("intake-api", "PUT", named(path, "a.jpg"), photo).status())
                .isEqualTo(201);
        Rest.Answer again = rest.send("intake-api", "PUT", named(path, "a.jpg"), photo);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body().path("already").asBoolean()).isTrue();
        // Whoever it waits for first.
        JsonNode line = rest.get("admin", path(cases.task(number))).body().get(0);
        assertThat(line.path("about").asText()).endsWith("With the complaint");
        assertThat(line.path("mine").asBoolean()).isFalse();

        assertThat(rest.send(CLERK, "PUT", named(path, "b.jpg"), photo()).status())
                .isEqualTo(404);
        assertThat(rest.send("finance", "PUT", named(path, "b.jpg"), photo()).status())
                .isEqualTo(403);
        assertThat(rest.send(null, "PUT", named(path, "b.jpg"), photo()).status())
                .isEqualTo(401);
        assertThat(rest.send(
                                "intake-api",
                                "PUT",
                                named("/api/complaints/C-20200101-0001/attachments", "b.jpg"),
                                photo())
                        .message())
                .contains("C-20200101-0001");
        complaints.end(complaints.find(number).orElseThrow().id(), Complaint.WITHDRAWN);
        Rest.Answer late = rest.send("intake-api", "PUT", named(path, "b.jpg"), photo());
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.message()).contains("withdrawn");
    }

    @Test
    void aFolderThatIsAwayIsSaidAndNothingIsChanged() throws IOException {
        Task task = cases.confirming();
        String id = attached(task, "a.jpg", photo());
        Path away = folder.resolveSibling(folder.getFileName() + "-away");
        Files.move(folder, away);
        try {
            // As where a share is not mounted.
            Files.createDirectory(folder);
            Rest.Answer answer = attach(CLERK, task, "b.jpg", photo());
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.message()).contains("can’t be reached");
            assertThat(rest.get(CLERK, "/api/attachments/" + id).status()).isEqualTo(503);
            assertThat(folder).isEmptyDirectory();
            Files.delete(folder);
        } finally {
            Files.move(away, folder);
        }
        assertThat(of(task)).hasSize(1);
        assertThat(rest.get(CLERK, "/api/attachments/" + id).status()).isEqualTo(200);
    }
}
