package io.redress.engine.form;

import static io.redress.testing.Cases.START;
import static io.redress.testing.Complaints.confirmation;
import static io.redress.testing.Complaints.registration;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.casefile.complaint.Complaint;
import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.entry.Entries;
import io.redress.testing.Cases;
import io.redress.testing.RedressServer;
import io.redress.testing.Refused;
import io.redress.testing.Rest;
import io.redress.testing.Rest.Visitor;
import io.redress.testing.Rest.Way;
import io.redress.testing.Stored;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.web.util.HtmlUtils;

@RedressServer
@ExtendWith(OutputCaptureExtension.class)
class FormGateIT {

    private static final String CLERK = "customer-service";

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
    private TaskService tasks;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private RepositoryService repository;

    /** One bad submission: what is wrong with it, and its body. */
    private record Bad(String what, Object body) {}

    private static Bad bad(String key, Object value) {
        return new Bad(key + " = " + value, body(registration(key, value)));
    }

    private static Stream<Bad> badRegistrations() {
        Map<String, Object> withoutReason = registration();
        withoutReason.remove("reason");
        Map<String, Object> many = registration();
        IntStream.range(0, 20_000).forEach(i -> many.put("field" + i, "x"));
        return Stream.concat(
                Stream.of(
                        bad("colour", "red"),
                        bad("number", "C-20260101-0001"),
                        bad("caseId", 1),
                        bad("severity", "low"),
                        bad("description", null),
                        bad("description", " \n "),
                        bad("channel", null),
                        bad("site", null),
                        new Bad("an absent field", body(withoutReason)),
                        bad("description", "长".repeat(5_000)),
                        bad("customerName", "x".repeat(201)),
                        bad("amountClaimed", -1),
                        bad("amountClaimed", "-0.01"),
                        bad("amountClaimed", 1e308),
                        bad("amountClaimed", "1e308"),
                        bad("amountClaimed", "1e999999999"),
                        bad("amountClaimed", "十"),
                        bad("amountClaimed", "NaN"),
                        bad("amountClaimed", "Infinity"),
                        bad("amountClaimed", "0.001"),
                        bad("amountClaimed", true),
                        bad("amountClaimed", List.of(1)),
                        bad("boughtOn", "2026-02-30"),
                        bad("boughtOn", "yesterday"),
                        bad("boughtOn", 20_260_101),
                        bad("category", "free-lunch"),
                        bad("channel", List.of("desk")),
                        bad("site", "moon"),
                        bad("site", Map.of("value", "mall")),
                        bad("localOffice", "moon"),
                        bad("injury", "yes"),
                        bad("email", "nobody"),
                        bad("receivedAt", "2999-01-01T00:00+08:00"),
                        bad("receivedAt", Instant.now().plusSeconds(90).toString()),
                        bad("receivedAt", "0001-01-01T00:00Z"),
                        bad("receivedAt", "9999-12-31T23:59Z"),
                        bad("receivedAt", "+999999999-12-31T23:59Z"),
                        bad("receivedAt", "2026-01-05T10:00"),
                        bad("customerName", "李\0明"),
                        new Bad("20 000 fields", body(many))),
                badShapes(registration(), "description"));
    }

    private static Stream<Bad> badConfirmations() {
        Map<String, Object> withoutNote = confirmation();
        withoutNote.remove("confirmationNote");
        return Stream.concat(
                Stream.of(
                        new Bad("nothing", body(Map.of())),
                        new Bad("an absent field", body(withoutNote)),
                        badConfirmation("confirmation", null),
                        badConfirmation("confirmation", "perhaps"),
                        badConfirmation("confirmation", "corrected"),
                        badConfirmation("confirmationNote", "x".repeat(5_000)),
                        badConfirmation("confirmationNote", 1),
                        badConfirmation("number", "C-20260101-0001"),
                        badConfirmation("customerName", "somebody else"),
                        badConfirmation("caseId", 1),
                        badConfirmation("site", "mall")),
                badShapes(confirmation(), "confirmationNote"));
    }

    private static Bad badConfirmation(String key, Object value) {
        Map<String, Object> fields = confirmation();
        fields.put(key, value);
        return new Bad(key + " = " + value, body(fields));
    }

    /** Bodies that no page sends; the key names a field of text. */
    private static Stream<Bad> badShapes(Map<String, Object> fields, String key) {
        Stream<Bad> typed = Stream.of(
                        typed("Object", "aced0005", Map.of("objectTypeName", "java.util.ArrayList")),
                        typed(
                                "Object",
                                "{\"a\":1}",
                                Map.of(
                                        "objectTypeName",
                                        "java.util.HashMap",
                                        "serializationDataFormat",
                                        "application/json")),
                        typed("File", "aGVsbG8=", Map.of("filename", "evil.sh")),
                        typed("Bytes", "aGVsbG8=", Map.of()),
                        typed("Bytes", "not base64 !", Map.of()),
                        typed("Xml", "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hostname\">]><a>&b;</a>", Map.of()),
                        typed("Json", "{\"a\":", Map.of()),
                        typed("Json", "[]", Map.of()),
                        typed("Integer", "many", Map.of()),
                        typed("Integer", 99_999_999_999L, Map.of()),
                        typed("Date", "2026-02-30", Map.of()),
                        typed("Double", "NaN", Map.of()),
                        typed("Null", "something", Map.of()),
                        typed("Robot", "x", Map.of()))
                .map(value -> {
                    Map<String, Object> variables = Rest.variables(fields);
                    variables.put(key, value);
                    return new Bad(key + " as " + value, Map.of("variables", variables));
                });
        return Stream.concat(
                typed,
                Stream.of(
                        new Bad("lone surrogate", raw(key, "\"\\ud83d and more\"")),
                        new Bad("NaN", raw(key, "NaN")),
                        new Bad("text that ends nowhere", raw(key, "\"...")),
                        new Bad("no variables", "{}"),
                        new Bad("null variables", "{\"variables\":null}"),
                        new Bad("a list of variables", "{\"variables\":[1]}"),
                        new Bad("a null field", "{\"variables\":{\"" + key + "\":null}}"),
                        new Bad("a list", "[]"),
                        new Bad("null", "null"),
                        new Bad("a text", "\"hello\""),
                        new Bad("nothing", ""),
                        new Bad("no JSON", "{"),
                        new Bad("deep JSON", raw(key, "[".repeat(5_000) + "]".repeat(5_000)))));
    }

    private static Map<String, Object> typed(String type, Object value, Map<String, Object> info) {
        return Map.of("type", type, "value", value, "valueInfo", info);
    }

    private static String raw(String key, String value) {
        return "{\"variables\":{\"%s\":{\"value\":%s}}}".formatted(key, value);
    }

    private static Map<String, Object> body(Map<String, ?> fields) {
        return Map.of("variables", Rest.variables(fields));
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aBadRegistrationIsRefusedInWordsAndLeavesNothingNotEvenInTheLog(Way way, CapturedOutput log) {
        Visitor clerk = rest.visitor(way, CLERK);
        cases.settle();
        Map<String, ?> before = stored.everything();
        int logged = log.length();
        badRegistrations().forEach(bad -> Refused.inWords(bad.what(), clerk.post(START + "/submit-form", bad.body())));
        assertThat(stored.everything()).isEqualTo(before);
        assertQuiet(log.getAll().substring(logged));
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aBadAnswerIsRefusedInWordsAndTheTaskStaysAndTheLogIsQuiet(Way way, CapturedOutput log) {
        Visitor clerk = rest.visitor(way, CLERK);
        String task = "/task/" + cases.confirming().getId();
        cases.settle();
        Map<String, ?> before = stored.everything();
        int logged = log.length();
        badConfirmations().forEach(bad -> Refused.inWords(bad.what(), clerk.post(task + "/submit-form", bad.body())));
        assertThat(stored.everything()).isEqualTo(before);
        assertQuiet(log.getAll().substring(logged));
        assertThat(clerk.submit(task, confirmation()).status()).isEqualTo(204);
    }

    /** A refusal is no failure of the system, and whoever reads the log need not know the customer. */
    private static void assertQuiet(String log) {
        assertThat(log)
                .doesNotContain(" ERROR ", "\tat ", "李", "13800000000", "酸奶", "somebody else", "evil", "aGVsbG8");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void whatPeopleTypeComesBackAsTyped(Way way) {
        Visitor clerk = rest.visitor(way, CLERK);
        List<String> typed = List.of(
                "<script>alert('x')</script><img src=x onerror=alert(1)>",
                "# Title **bold** [link](javascript:alert(1)) `code` {{this}} ${7*7} #{7*7} {0}",
                "'; drop table complaint; -- \" \\ %s %n",
                "👨‍👩‍👧‍👦 🇨🇳 𠮷野家 é e\u0301 ﷽",
                "\u202Eright to left\u202C مرحبا שלום",
                "= 1 + 1 \u200B\u00A0null undefined true 0012");
        typed.forEach(text -> {
            Map<String, Object> filled = new LinkedHashMap<>();
            // The other way is another customer: this is no complaint about the same matter.
            List.of("customerName", "phone", "product", "model", "orderNumber")
                    .forEach(key -> filled.put(key, text.substring(0, Math.min(text.length(), 49)) + way.ordinal()));
            List.of("description", "reason", "expectation", "evidence")
                    .forEach(key -> filled.put(key, text + "\r\n\tsecond line\n"));
            Map<String, Object> fields = registration();
            fields.putAll(filled);
            String number =
                    clerk.submit(START, fields).body().path("businessKey").asText();
            Task task = cases.task(number);

            JsonNode panel =
                    rest.get(CLERK, "/api/tasks/" + task.getId() + "/case").body();
            List.of("customerName", "phone", "description")
                    .forEach(key -> assertThat(panel.path("facts"))
                            .filteredOn(fact -> fact.path("name").asText().equals(key))
                            .extracting(fact -> fact.path("value").asText())
                            .containsExactly((String) filled.get(key)));
            long id = complaints.find(number).orElseThrow().id();
            assertThat(complaints.core(id)).containsAllEntriesOf(filled);
            assertThat(entries.of(id).get(0).fields()).containsAllEntriesOf(filled);
            String page = rest.get(CLERK, "/cases/" + number).body().asText();
            assertThat(page).doesNotContain("<script>alert", "<img src=x");
            assertThat(HtmlUtils.htmlUnescape(page)).contains(text);
        });
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aBusinessKeySentByAClientIsIgnored(Way way) {
        Map<String, Object> body = new HashMap<>(body(registration()));
        body.put("businessKey", "C-19990101-0001");
        String number = rest.visitor(way, CLERK)
                .post(START + "/submit-form", body)
                .body()
                .path("businessKey")
                .asText();
        assertThat(number).isNotEqualTo("C-19990101-0001").matches("C-\\d{8}-\\d{4,}");
        assertThat(complaints.find(number)).isPresent();
        assertThat(complaints.find("C-19990101-0001")).isEmpty();
    }

    /** However a diagram, or whoever changed it, has put another case in the place of its own. */
    @Test
    void aTaskShowsAndTakesNoOtherCaseThanItsOwn() {
        Task task = cases.confirming();
        Object own = runtime.getVariable(task.getProcessInstanceId(), "caseId");
        String other = cases.register(START, registration());
        cases.settle();
        long otherId = complaints.find(other).orElseThrow().id();
        runtime.setVariable(task.getProcessInstanceId(), "caseId", otherId);
        try {
            Map<String, ?> before = stored.everything();
            Rest.Answer shown = rest.get(CLERK, "/engine-rest/task/" + task.getId() + "/form-variables");
            assertThat(shown.status()).as(shown.toString()).isBetween(400, 499);
            assertThat(shown.message()).contains("another case");
            Rest.Answer taken = rest.submit(CLERK, "/engine-rest/task/" + task.getId(), confirmation());
            Refused.inWords("another case", taken);
            assertThat(taken.message()).contains("another case");
            assertThat(stored.everything()).isEqualTo(before);
        } finally {
            runtime.setVariable(task.getProcessInstanceId(), "caseId", own);
        }
    }

    @Test
    void aFormIsAnsweredWithItsOwnFieldsOnlyAndTheEngineKnowsNoPerson() {
        Map<String, Object> fields = registration();
        fields.put("customerName", "欧阳不在引擎");
        fields.put("phone", "13999999999");
        fields.put("email", "not.in@engine.example");
        fields.put("complainedAbout", "cashier");
        fields.put("description", "描述也不在引擎");
        String number = cases.register(START, fields);
        Task task = cases.task(number);
        assertThat(runtime.getVariables(task.getExecutionId()).keySet())
                .containsExactlyInAnyOrder(
                        "caseId",
                        "number",
                        "site",
                        "severity",
                        "ownerGroup",
                        "toConfirm",
                        "planAgreed",
                        "route",
                        "takenFor");
        assertThat(rest.get(CLERK, "/engine-rest/task/" + task.getId() + "/form-variables")
                        .body()
                        .fieldNames())
                .toIterable()
                .isEmpty();
        Map<String, Object> answer = confirmation();
        answer.put("confirmation", "corrected");
        answer.put("correction", "更正也不在引擎");
        answer.put("confirmationNote", "备注也不在引擎");
        List<String> words = Stream.concat(
                        Stream.of("欧阳", "13999999999", "not.in@", "诸葛"),
                        Stream.of("描述", "更正", "备注").map(word -> word + "也不在引擎"))
                .toList();
        assertThat(stored.engineTablesWith(words)).isEmpty();

        assertThat(rest.submit(CLERK, "/engine-rest/task/" + task.getId(), answer)
                        .status())
                .isEqualTo(204);
        cases.settle();
        assertThat(stored.engineTablesWith(words)).isEmpty();
        assertThat(stored.engineTablesWith(List.of(number)))
                .as("the scan finds what is there")
                .isNotEmpty();
    }

    @Test
    void aFormShowsWhatItsStepIsAbout() {
        Task task = cases.confirming();
        runtime.setVariable(task.getProcessInstanceId(), "confirmationNote", "请向仓库核实");
        assertThat(rest.get(CLERK, "/engine-rest/task/" + task.getId() + "/form-variables")
                        .body()
                        .at("/confirmationNote/value")
                        .asText())
                .isEqualTo("请向仓库核实");
    }

    @Test
    @Tag("database")
    void ofTwoWhoSubmitTheSameTaskAtOnceOneIsToldAndOneEntryStands() throws Exception {
        List<Visitor> clerks = List.of(rest.visitor(Way.ENGINE_REST, CLERK), rest.visitor(Way.TASKLIST, "demo"));
        for (Task task : waiting(25)) {
            List<Rest.Answer> answers = atOnce(clerks.stream()
                    .map(clerk -> (Callable<Rest.Answer>) () -> clerk.submit("/task/" + task.getId(), confirmation()))
                    .toList());
            assertThat(answers).extracting(Rest.Answer::status).containsExactlyInAnyOrder(204, 400);
            Rest.Answer refused = answers.stream()
                    .filter(answer -> answer.status() == 400)
                    .findAny()
                    .orElseThrow();
            Refused.inWords("the slower one", refused);
            assertThat(refused.message()).contains("Somebody else has just done this task");
            assertThat(entries.of(caseOf(task)))
                    .extracting("step")
                    .containsExactly("startEvent_complaintReceived", "userTask_confirmTheRecord");
        }
    }

    @Test
    @Tag("database")
    void ofTwoWhoClaimTheSameTaskAtOnceOneHasIt() throws Exception {
        for (Task task : waiting(20)) {
            List<String> people = List.of(CLERK, "demo");
            List<Rest.Answer> answers = atOnce(people.stream()
                    .map(person -> (Callable<Rest.Answer>) () -> rest.visitor(Way.ENGINE_REST, person)
                            .post("/task/" + task.getId() + "/claim", Map.of("userId", person)))
                    .toList());
            assertThat(answers).extracting(Rest.Answer::status).containsOnlyOnce(204);
            int winner = answers.get(0).status() == 204 ? 0 : 1;
            Refused.inWords("the slower one", answers.get(1 - winner));
            assertThat(tasks.createTaskQuery()
                            .taskId(task.getId())
                            .singleResult()
                            .getAssignee())
                    .isEqualTo(people.get(winner));
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aTaskThatSomebodyTookIsFinishedByNobodyElse(Way way) {
        String task = "/task/" + cases.confirming().getId();
        assertThat(rest.visitor(way, "demo")
                        .post(task + "/claim", Map.of("userId", "demo"))
                        .status())
                .isEqualTo(204);
        Visitor clerk = rest.visitor(way, CLERK);
        List.of(
                        clerk.submit(task, confirmation()),
                        clerk.post(task + "/claim", Map.of("userId", CLERK)),
                        clerk.post(task + "/unclaim", null))
                .forEach(answer -> Refused.inWords("a task taken by demo", answer));
        assertThat(clerk.submit(task, confirmation()).message()).contains("demo");
        assertThat(rest.visitor(way, "demo").submit(task, confirmation()).status())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aTaskOfAnotherGroupIsNeitherShownNorTouched(Way way) {
        Task waiting = cases.confirming();
        String task = "/task/" + waiting.getId();
        cases.settle();
        Visitor stranger = rest.visitor(way, "finance");
        Map<String, ?> before = stored.everything();
        for (String read : List.of("", "/form", "/form-variables", "/deployed-form", "/variables", "/comment")) {
            Rest.Answer answer = stranger.get(task + read);
            assertThat(answer.body().toString()).as(read).doesNotContain("李明", "13800000000", "酸奶");
            if (!answer.body().isEmpty()) {
                Refused.inWords("GET " + read, answer);
            }
        }
        Refused.inWords("claim", stranger.post(task + "/claim", Map.of("userId", "finance")));
        Refused.inWords("submit", stranger.submit(task, confirmation()));
        Refused.inWords("comment", stranger.post(task + "/comment/create", Map.of("message", "hello")));
        Refused.inWords("start", stranger.submit(START, registration()));
        assertThat(stranger.get("/task?processInstanceId=" + waiting.getProcessInstanceId())
                        .body())
                .isEmpty();
        assertThat(stored.everything()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aTaskWhoseFormWasDeletedWaitsUntilTheFormIsBack(Way way) {
        byte[] form = form("gone-form");
        rest.deploy("process-owner", Map.of("gone-form.form", form));
        rest.deploy("process-owner", Map.of("gone-process.bpmn", process("gone-process", "gone-form")));
        String number = cases.register("/process-definition/key/gone-process", registration());
        String task = "/task/" + cases.task(number).getId();
        repository.createDeploymentQuery().list().stream()
                .filter(deployment -> repository
                        .getDeploymentResourceNames(deployment.getId())
                        .contains("gone-form.form"))
                .forEach(deployment -> assertThat(
                                rest.send("admin", "DELETE", "/engine-rest/deployment/" + deployment.getId(), null)
                                        .status())
                        .isEqualTo(204));

        Visitor clerk = rest.visitor(way, CLERK);
        cases.settle();
        Map<String, ?> before = stored.everything();
        List.of(
                        clerk.submit(task, Map.of("remark", "well")),
                        clerk.get(task + "/form-variables"),
                        clerk.get(task + "/deployed-form"))
                .forEach(answer -> Refused.inWords("without its form", answer));
        assertThat(clerk.submit(task, Map.of("remark", "well")).message()).contains("gone-form");
        assertThat(stored.everything()).isEqualTo(before);

        assertThat(rest.deploy("process-owner", Map.of("gone-form.form", form)).status())
                .isEqualTo(200);
        assertThat(clerk.submit(task, Map.of("remark", "well")).status()).isEqualTo(204);
        assertThat(entries.of(complaints.find(number).orElseThrow().id())).hasSize(2);
    }

    @Test
    @Tag("database")
    void aHundredRegistrationsAtOnceHaveAHundredNumbersWithoutAGap() throws Exception {
        Callable<String> registration = () -> cases.register(START, registration());
        List<String> numbers = parallel(16, Collections.nCopies(100, registration));
        List<Integer> counts = numbers.stream()
                .map(number -> Integer.valueOf(number.substring(number.lastIndexOf('-') + 1)))
                .sorted()
                .toList();
        assertThat(counts)
                .containsExactlyElementsOf(IntStream.range(counts.get(0), counts.get(0) + 100)
                        .boxed()
                        .toList());
        assertThat(numbers)
                .allSatisfy(number -> assertThat(runtime.createProcessInstanceQuery()
                                .processInstanceBusinessKey(number)
                                .processDefinitionKey("complaint-handling")
                                .count())
                        .isEqualTo(1));
        cases.settle();
    }

    private long caseOf(Task task) {
        // The instance may have ended by now.
        return complaints.newest(200).stream()
                .map(Complaint::id)
                .filter(id -> entries.of(id).stream()
                        .anyMatch(entry -> entry.processInstanceId().equals(task.getProcessInstanceId())))
                .findAny()
                .orElseThrow();
    }

    private List<Task> waiting(int count) throws Exception {
        return parallel(4, Collections.nCopies(count, (Callable<Task>) () -> cases.confirming()));
    }

    private static <T> List<T> atOnce(List<Callable<T>> acts) throws Exception {
        CyclicBarrier start = new CyclicBarrier(acts.size());
        return parallel(
                acts.size(),
                acts.stream()
                        .map(act -> (Callable<T>) () -> {
                            start.await();
                            return act.call();
                        })
                        .toList());
    }

    private static <T> List<T> parallel(int threads, List<Callable<T>> acts) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> result : pool.invokeAll(acts)) {
                results.add(result.get());
            }
            return results;
        } finally {
            pool.shutdown();
        }
    }

    private static byte[] form(String id) {
        return """
                {"type": "default", "id": "%s", "components": [
                  {"type": "textfield", "id": "Field_remark", "key": "remark", "label": "Remark"}]}
                """.formatted(id).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] process(String id, String form) {
        return """
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="test">
                  <bpmn:process id="%s" name="Test" isExecutable="true" camunda:candidateStarterGroups="customer-service">
                    <bpmn:startEvent id="start" camunda:formRef="register-complaint" camunda:formRefBinding="latest" />
                    <bpmn:sequenceFlow id="toTask" sourceRef="start" targetRef="task" />
                    <bpmn:userTask id="task" name="Remark" camunda:formRef="%s" camunda:formRefBinding="latest"
                        camunda:candidateGroups="customer-service" />
                    <bpmn:sequenceFlow id="toEnd" sourceRef="task" targetRef="end" />
                    <bpmn:endEvent id="end" />
                  </bpmn:process>
                </bpmn:definitions>
                """.formatted(id, form).getBytes(StandardCharsets.UTF_8);
    }
}
