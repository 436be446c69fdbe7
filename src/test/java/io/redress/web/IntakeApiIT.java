package io.redress.web;

import static io.redress.testing.Complaints.registration;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.RedressApplication;
import io.redress.casefile.complaint.Complaint;
import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.entry.Entries;
import io.redress.casefile.entry.Entry;
import io.redress.testing.Cases;
import io.redress.testing.Node;
import io.redress.testing.RedressServer;
import io.redress.testing.Refused;
import io.redress.testing.Rest;
import io.redress.testing.Rest.Visitor;
import io.redress.testing.Rest.Way;
import io.redress.testing.Stored;
import io.redress.testing.TestDatabase;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;

@RedressServer
@ExtendWith(OutputCaptureExtension.class)
class IntakeApiIT {

    private static final String PROGRAM = "intake-api";
    private static final String COMPLAINTS = "/api/complaints";
    private static final String DESCRIPTION = "/api/openapi.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    private Rest rest;

    @Autowired
    private Cases cases;

    @Autowired
    private Stored stored;

    @Autowired
    private Complaints complaints;

    @Autowired
    private Entries entries;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private HistoryService history;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Environment environment;

    /** What a program sends: only what there is to say. */
    private static Map<String, Object> complaint() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("channel", "app");
        fields.put("site", "supermarket");
        fields.put("customerName", "欧阳不在引擎");
        fields.put("phone", "13800000000");
        fields.put("description", "昨天买的酸奶已经过期三天了。");
        fields.put("amountClaimed", 12.5);
        return fields;
    }

    private static Map<String, Object> complaint(String key, Object value) {
        Map<String, Object> fields = complaint();
        fields.put(key, value);
        return fields;
    }

    /** Not long ago: an overdue case is busy with itself while a test compares. */
    private static OffsetDateTime aMinuteAgo() {
        return OffsetDateTime.now(ZoneOffset.ofHours(8)).minusMinutes(1).truncatedTo(ChronoUnit.MICROS);
    }

    private Rest.Answer post(String person, String key, Object body) {
        return rest.send(person, "POST", COMPLAINTS, body, "Content-Type", "application/json", "Idempotency-Key", key);
    }

    private Rest.Answer post(Object body) {
        return post(PROGRAM, newKey(), body);
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }

    private static String number(Rest.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.body().path("number").asText();
    }

    @Test
    void aPostBecomesACaseLikeAFormAndGoesItsCourse() {
        Instant before = Instant.now().minusSeconds(1);
        Rest.Answer answer = post(complaint());
        String number = number(answer);
        assertThat(number).matches("C-\\d{8}-\\d{4,}");
        assertThat(answer.headers().firstValue("Location")).contains("/cases/" + number);
        assertThat(Instant.parse(answer.body().path("receivedAt").asText())).isBetween(before, Instant.now());
        assertThat(answer.body().size()).isEqualTo(2);

        Complaint complaint = complaints.find(number).orElseThrow();
        assertThat(complaint.registeredBy()).isEqualTo(PROGRAM);
        assertThat(complaint.category()).as("a program need not know it").isNull();
        Entry entry = entries.of(complaint.id()).get(0);
        assertThat(entry.submittedBy()).isEqualTo(PROGRAM);
        assertThat(entry.step()).isEqualTo("startEvent_complaintReceived");
        assertThat(entry.fields()).containsEntry("description", complaint().get("description"));

        Task task = cases.task(number);
        assertThat(history.createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(number)
                        .processDefinitionKey("complaint-handling")
                        .singleResult()
                        .getStartUserId())
                .isEqualTo(PROGRAM);
        // Out of hours somebody judges first how urgent it is.
        assertThat(runtime.getVariables(task.getExecutionId()).keySet())
                .isSubsetOf(
                        "caseId",
                        "number",
                        "site",
                        "severity",
                        "ownerGroup",
                        "urgencyToJudge",
                        "classified",
                        "takenFor",
                        "suddenIncident",
                        "duplicate",
                        "earlierId");
        assertThat(stored.engineTablesWith(List.of("欧阳不在引擎", "13800000000"))).isEmpty();
    }

    @Test
    void everyFieldOfTheFormCanBePosted() {
        Map<String, Object> all = registration();
        all.put("email", "li.ming@example.com");
        all.put("phone", "  " + "1".repeat(50) + " ");
        OffsetDateTime received = aMinuteAgo();
        all.put("receivedAt", received.toString());
        Rest.Answer answer = post(all);
        assertThat(answer.body().path("receivedAt").asText())
                .isEqualTo(received.toInstant().toString());
        assertThat(complaints.core(complaints.find(number(answer)).orElseThrow().id()))
                .containsEntry("email", "li.ming@example.com")
                .containsEntry("phone", "  " + "1".repeat(50) + " ")
                .containsEntry("category", "product-quality")
                .containsEntry("boughtOn", "2026-01-05");
    }

    /** One bad post: the field that is wrong, and its value. */
    private record Bad(String field, Object value) {}

    @Test
    void aBadFieldIsNamedInWordsAndNothingIsStoredNotEvenInTheLog(CapturedOutput log) {
        cases.settle();
        Map<String, ?> before = stored.everything();
        int logged = log.length();
        Stream.of(
                        new Bad("colour", "red"),
                        new Bad("number", "C-20260101-0001"),
                        new Bad("caseId", 1),
                        new Bad("variables", Map.of("description", Map.of("value", "x"))),
                        new Bad("channel", null),
                        new Bad("channel", "carrier pigeon"),
                        new Bad("channel", List.of("desk")),
                        new Bad("site", null),
                        new Bad("site", "moon"),
                        new Bad("description", null),
                        new Bad("description", " \n "),
                        new Bad("description", "长".repeat(4_001)),
                        new Bad("description", Map.of("text", "x")),
                        new Bad("description", 12),
                        new Bad("category", "free-lunch"),
                        new Bad("customerName", "x".repeat(201)),
                        new Bad("customerName", "李\0明"),
                        new Bad("phone", "1".repeat(51)),
                        new Bad("email", "nobody"),
                        new Bad("amountClaimed", -1),
                        new Bad("amountClaimed", "十"),
                        new Bad("amountClaimed", 1e308),
                        new Bad("amountClaimed", 0.001),
                        new Bad("amountClaimed", "1e999999999"),
                        new Bad("amountClaimed", true),
                        new Bad("boughtOn", "2026-02-30"),
                        new Bad("injury", "yes"),
                        new Bad("receivedAt", "2026-01-05T10:00"),
                        new Bad("receivedAt", Instant.now().plusSeconds(90).toString()))
                .forEach(bad -> {
                    Rest.Answer answer = post(complaint(bad.field(), bad.value()));
                    Refused.inWords(bad.toString(), answer);
                    assertThat(answer.status()).as(bad.toString()).isEqualTo(400);
                    JsonNode fields = answer.body().path("fields");
                    assertThat(fields.fieldNames())
                            .toIterable()
                            .as(bad.toString())
                            .containsExactly(bad.field());
                    assertThat(fields.path(bad.field()).asText())
                            .as(bad.toString())
                            .matches("(?s).+[a-z] .+\\.");
                });
        Rest.Answer several = post(Map.of("phone", 1, "site", "moon", "colour", "red"));
        assertThat(several.body().path("fields").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("channel", "site", "phone", "description", "colour");
        assertThat(stored.everything()).isEqualTo(before);
        assertThat(log.getAll().substring(logged))
                .doesNotContain(" ERROR ", " WARN ", "\tat ", "欧阳", "13800000000", "酸奶", "carrier pigeon");
    }

    @Test
    void aBodyThatIsNoComplaintIsRefusedInWords(CapturedOutput log) throws IOException {
        cases.settle();
        Map<String, ?> before = stored.everything();
        int logged = log.length();
        String good = JSON.writeValueAsString(complaint());
        Map<String, Object> bodies = new LinkedHashMap<>();
        bodies.put("nothing", "");
        bodies.put("a word", "complaint");
        bodies.put("half", good.substring(0, 60));
        bodies.put("two", good + good);
        bodies.put("a list", "[" + good + "]");
        bodies.put("null", "null");
        bodies.put("a text", "\"complaint\"");
        bodies.put("a field twice", good.replaceFirst("\\{", "{\"channel\":\"desk\","));
        bodies.put("NaN", good.replace("12.5", "NaN"));
        bodies.put("a number without end", good.replace("12.5", "9".repeat(2_000)));
        bodies.put("deep", good.replace("12.5", "[".repeat(5_000) + "]".repeat(5_000)));
        bodies.put("a lone surrogate", good.replace("酸奶", "\\ud83d"));
        bodies.put("not UTF-8", good.getBytes(Charset.forName("GBK")));
        bodies.forEach((what, body) -> {
            Rest.Answer answer = post(body);
            Refused.inWords(what, answer);
            assertThat(answer.status()).as(what).isEqualTo(400);
        });

        for (String type : List.of(
                "text/plain",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/xml",
                "*/*",
                "application/json; charset=GBK",
                "application/json; charset=nonsense",
                "json")) {
            Rest.Answer answer =
                    rest.send(PROGRAM, "POST", COMPLAINTS, good, "Content-Type", type, "Idempotency-Key", newKey());
            Refused.inWords(type, answer);
            assertThat(answer.status()).as(type).isEqualTo(415);
        }

        Rest.Answer large = post(" ".repeat(1024 * 1024) + good);
        Refused.inWords("more than 1 MB", large);
        assertThat(large.status()).isEqualTo(413);

        Map<String, Object> many = complaint();
        IntStream.range(0, 20_000).forEach(i -> many.put("field" + i, "x"));
        assertThat(post(many).body().path("fields").size())
                .as("spelled out of 20 000 problems")
                .isEqualTo(100);
        assertThat(stored.everything()).isEqualTo(before);
        assertThat(log.getAll().substring(logged)).doesNotContain(" ERROR ", "\tat ", "酸奶");
    }

    @Test
    void aKeyMustBeThereOnceAndReadable() {
        cases.settle();
        Map<String, ?> before = stored.everything();
        List<String[]> headers = List.of(
                new String[] {},
                new String[] {"Idempotency-Key", ""},
                new String[] {"Idempotency-Key", "two words"},
                new String[] {"Idempotency-Key", "k".repeat(201)},
                new String[] {"Idempotency-Key", "one", "Idempotency-Key", "another"});
        for (String[] header : headers) {
            Rest.Answer answer = rest.send(
                    PROGRAM,
                    "POST",
                    COMPLAINTS,
                    complaint(),
                    Stream.concat(Stream.of("Content-Type", "application/json"), Stream.of(header))
                            .toArray(String[]::new));
            Refused.inWords(List.of(header).toString(), answer);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.message()).contains("Idempotency-Key");
        }
        assertThat(stored.everything()).isEqualTo(before);
        String longest = "!~" + newKey() + "k".repeat(162);
        assertThat(longest).hasSize(200);
        number(post(PROGRAM, longest, complaint()));
    }

    @Test
    @Tag("database")
    void theSameKeyWithTheSameBodyIsAnsweredAlikeAndWithAnotherIsRefused() throws IOException {
        String key = newKey();
        Map<String, Object> sent = complaint("receivedAt", aMinuteAgo().toString());
        Rest.Answer first = post(PROGRAM, key, sent);
        String number = number(first);
        cases.task(number);
        cases.settle();
        Map<String, ?> before = stored.everything();

        List<String> order = new ArrayList<>(sent.keySet());
        Collections.reverse(order);
        Map<String, Object> reordered = new LinkedHashMap<>();
        order.forEach(field -> reordered.put(field, sent.get(field)));
        String spread = JSON.writerWithDefaultPrettyPrinter()
                .writeValueAsString(reordered)
                .replace("12.5", "12.50")
                .replace("酸奶", "\\u9178\\u5976");
        for (Object again : List.of(sent, spread)) {
            Rest.Answer answer = post(PROGRAM, key, again);
            assertThat(number(answer)).isEqualTo(number);
            assertThat(answer.body()).isEqualTo(first.body());
            assertThat(answer.headers().firstValue("Location")).contains("/cases/" + number);
        }
        for (Map<String, Object> other : List.of(complaint("description", "别的投诉"), Map.<String, Object>of())) {
            Rest.Answer answer = post(PROGRAM, key, other);
            Refused.inWords("another body", answer);
            assertThat(answer.status()).isEqualTo(409);
        }
        assertThat(stored.everything()).isEqualTo(before);

        assertThat(number(post("customer-service", key, sent)))
                .as("keys belong to the login")
                .isNotEqualTo(number);
    }

    @Test
    @Tag("database")
    void aRefusedPostLeavesItsKeyFree() {
        String key = newKey();
        assertThat(post(PROGRAM, key, complaint("site", "moon")).status()).isEqualTo(400);
        number(post(PROGRAM, key, complaint()));
    }

    @Test
    @Tag("database")
    void aKeyIsForgottenAfterThirtyDays() {
        String old = newKey();
        String young = newKey();
        String first = number(post(PROGRAM, old, complaint()));
        String second = number(post(PROGRAM, young, complaint()));
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        jdbc.update(
                "update intake_key set posted_at = ? where post_key = ?",
                now.minusDays(30).minusMinutes(1),
                old);
        jdbc.update("update intake_key set posted_at = ? where post_key = ?", now.minusDays(29), young);
        number(post(complaint()));
        assertThat(number(post(PROGRAM, old, complaint()))).isNotEqualTo(first);
        assertThat(number(post(PROGRAM, young, complaint()))).isEqualTo(second);
    }

    /** On PostgreSQL against two nodes, as in production. */
    @Test
    @Tag("database")
    void aHundredIdenticalPostsAtOnceAreOneComplaint() throws IOException {
        if (!TestDatabase.postgres()) {
            assertOneComplaint(List.of(rest.address()));
            return;
        }
        Map<String, String> settings = new LinkedHashMap<>();
        for (String name : List.of(
                "REDRESS_DB_URL",
                "REDRESS_DB_USER",
                "REDRESS_DB_PASSWORD",
                "REDRESS_DEMO",
                "REDRESS_DEMO_CONFIRM",
                "REDRESS_TLS")) {
            settings.put(name, environment.getRequiredProperty(name));
        }
        settings.put("REDRESS_ATTACHMENTS_FOLDER", environment.getRequiredProperty("redress.attachments.folder"));
        settings.put("SPRING_PROFILES_ACTIVE", "postgres");
        List<String> java = List.of(
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "-classpath",
                System.getProperty("java.class.path"),
                RedressApplication.class.getName());
        try (Node other = Node.launch(java, settings)) {
            other.healthy();
            assertOneComplaint(List.of(rest.address(), other.address()));
            // A job that it took along would be locked for minutes.
            cases.settle();
        }
    }

    private void assertOneComplaint(List<String> nodes) throws IOException {
        long before = complaints.newest(1).stream().mapToLong(Complaint::id).sum();
        String key = newKey();
        String body = JSON.writeValueAsString(complaint());
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        String login = Base64.getEncoder().encodeToString((PROGRAM + ":demo").getBytes(StandardCharsets.UTF_8));
        long started = System.nanoTime();
        List<CompletableFuture<HttpResponse<String>>> posts = IntStream.range(0, 100)
                .mapToObj(i -> HttpRequest.newBuilder(URI.create(nodes.get(i % nodes.size()) + COMPLAINTS))
                        .header("Authorization", "Basic " + login)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build())
                .map(request -> client.sendAsync(request, HttpResponse.BodyHandlers.ofString()))
                .toList();
        List<HttpResponse<String>> answers =
                posts.stream().map(CompletableFuture::join).toList();
        System.out.printf(
                "100 identical posts at once to %d node(s): %d ms%n",
                nodes.size(), (System.nanoTime() - started) / 1_000_000);
        assertThat(answers)
                .allSatisfy(answer ->
                        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201));
        Set<String> said = answers.stream().map(HttpResponse::body).collect(Collectors.toSet());
        assertThat(said).hasSize(1);
        String number = JSON.readTree(said.iterator().next()).path("number").asText();
        assertThat(complaints.newest(10).stream().filter(complaint -> complaint.id() > before))
                .extracting(Complaint::number)
                .containsExactly(number);
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(number)
                        .processDefinitionKey("complaint-handling")
                        .count())
                .isEqualTo(1);
        assertThat(entries.of(complaints.find(number).orElseThrow().id())).hasSize(1);
    }

    @Test
    void programsAndWhoeverMayRegisterPostAndOthersDoNot() {
        for (String person : List.of(PROGRAM, "customer-service", "on-call", "agent", "admin", "demo")) {
            number(post(person, newKey(), complaint()));
        }
        cases.settle();
        Map<String, ?> before = stored.everything();
        for (String person : List.of("finance", "merchant", "general-manager", "process-owner")) {
            Rest.Answer answer = post(person, newKey(), complaint());
            Refused.inWords(person, answer);
            assertThat(answer.status()).as(person).isEqualTo(403);
            assertThat(rest.get(person, DESCRIPTION).status()).as(person).isEqualTo(200);
        }
        for (Rest.Answer answer : List.of(
                post(null, newKey(), complaint()),
                post("nobody-we-know", newKey(), complaint()),
                rest.send(null, "POST", COMPLAINTS, complaint(), "Authorization", "Basic !", "Idempotency-Key", "k"),
                rest.get(null, DESCRIPTION))) {
            Refused.inWords("nobody", answer);
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
        }
        Rest.Answer read = rest.get(PROGRAM, COMPLAINTS);
        Refused.inWords("GET", read);
        assertThat(read.status()).isEqualTo(405);
        assertThat(stored.everything()).isEqualTo(before);
    }

    @Test
    void aSessionPostsOnlyTogetherWithTheHeaderThatNoForeignPageCanSend() {
        Visitor clerk = rest.session("tasklist", "customer-service");
        assertThat(clerk.get(DESCRIPTION).status()).isEqualTo(200);
        number(clerk.send("POST", COMPLAINTS, complaint(), "Idempotency-Key", newKey()));
        assertThat(rest.stranger("tasklist", "customer-service")
                        .post(COMPLAINTS, complaint())
                        .status())
                .isEqualTo(401);
    }

    @Test
    void aProgramMayDoNothingElse() {
        Task task = cases.confirming();
        for (Way way : List.of(Way.ENGINE_REST, Way.NAMED_ENGINE)) {
            Visitor program = rest.visitor(way, PROGRAM);
            for (String path : List.of(
                    "/task",
                    "/task/" + task.getId(),
                    "/user",
                    "/group",
                    "/process-definition",
                    "/process-definition/key/complaint-handling/deployed-start-form",
                    "/history/process-instance",
                    "/version")) {
                assertRefused("GET " + path, program.get(path));
            }
            assertRefused("start", program.submit(Cases.START, registration()));
            assertRefused("plain start", program.post(Cases.START + "/start", Map.of()));
            assertRefused("query", program.post("/task", Map.of()));
            assertRefused(
                    "password",
                    program.send(
                            "PUT",
                            "/user/intake-api/credentials",
                            Map.of("password", "Another-1-Password", "authenticatedUserPassword", "demo")));
        }
        for (String path : List.of(
                "/cases",
                "/cases?q=a",
                "/api/cases/C-20260101-0001/deadlines",
                "/calculator",
                "/api/deadlines/changes",
                "/actuator/env")) {
            assertThat(rest.get(PROGRAM, path).status()).as(path).isEqualTo(403);
        }
        // The welcome page lets everybody in; behind it there is nothing.
        Visitor welcome = rest.session("welcome", PROGRAM);
        assertRefused("a session", welcome.get("/task"));
    }

    private static void assertRefused(String what, Rest.Answer answer) {
        Refused.inWords(what, answer);
        assertThat(answer.status()).as(what).isIn(400, 403);
    }

    @Test
    void aFieldThatAnOwnerAddsIsDescribedTakenAndStored() throws IOException {
        byte[] packaged = new ClassPathResource("forms/register-complaint.form").getContentAsByteArray();
        ObjectNode form = (ObjectNode) JSON.readTree(packaged);
        ((ArrayNode) form.path("components"))
                .addObject()
                .put("type", "textfield")
                .put("id", "Field_floor")
                .put("key", "floor")
                .put("label", "Floor")
                .putObject("validate")
                .put("required", true)
                .put("maxLength", 20);
        assertThat(post(complaint("floor", "三楼")).status()).isEqualTo(400);
        deploy(JSON.writeValueAsBytes(form));
        try {
            OpenAPI described = described();
            assertThat(schema(described).getProperties()).containsKey("floor");
            assertThat(example(described)).containsKey("floor");
            assertThat(post(complaint()).body().path("fields").fieldNames())
                    .toIterable()
                    .containsExactly("floor");
            String number = number(post(complaint("floor", "三楼")));
            Entry entry = entries.of(complaints.find(number).orElseThrow().id()).get(0);
            assertThat(entry.fields()).containsEntry("floor", "三楼");
        } finally {
            deploy(packaged);
        }
        assertThat(schema(described()).getProperties()).doesNotContainKey("floor");
    }

    private void deploy(byte[] form) {
        assertThat(rest.deploy("process-owner", Map.of("register-complaint.form", form))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void theDescriptionIsSoundAndItsExampleIsTaken() {
        OpenAPI described = described();
        Schema<?> schema = schema(described);
        assertThat(schema.getRequired()).containsExactlyInAnyOrder("channel", "site", "description");
        assertThat(schema.getProperties().keySet()).containsAll(registration().keySet());
        assertThat(schema.getAdditionalProperties()).isEqualTo(false);
        assertThat(property(schema, "description").getMaxLength()).isEqualTo(4_000);
        assertThat(List.<Object>copyOf(property(schema, "site").getEnum())).contains("supermarket", "bank");
        assertThat(property(schema, "channel").getDescription()).contains("desk = At the desk");
        assertThat(property(schema, "email").getFormat()).isEqualTo("email");
        Operation post = described.getPaths().get(COMPLAINTS).getPost();
        assertThat(post.getResponses().keySet())
                .containsExactlyInAnyOrder("201", "400", "401", "403", "409", "413", "415");
        number(post(example(described)));
    }

    private OpenAPI described() {
        Rest.Answer answer = rest.get(PROGRAM, DESCRIPTION);
        assertThat(answer.status()).isEqualTo(200);
        SwaggerParseResult parsed =
                new OpenAPIV3Parser().readContents(answer.body().toString());
        assertThat(parsed.getMessages()).isEmpty();
        assertThat(parsed.getOpenAPI().getOpenapi()).isEqualTo("3.1.0");
        return parsed.getOpenAPI();
    }

    private static Schema<?> schema(OpenAPI described) {
        return described.getComponents().getSchemas().get("Complaint");
    }

    private static Schema<?> property(Schema<?> schema, String key) {
        return schema.getProperties().get(key);
    }

    private static Map<String, Object> example(OpenAPI described) {
        Object example = described
                .getPaths()
                .get(COMPLAINTS)
                .getPost()
                .getRequestBody()
                .getContent()
                .get("application/json")
                .getExample();
        return JSON.convertValue(
                example, JSON.getTypeFactory().constructMapType(Map.class, String.class, Object.class));
    }
}
