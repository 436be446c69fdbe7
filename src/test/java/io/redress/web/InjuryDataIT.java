package io.redress.web;

import static io.redress.testing.Complaints.confirmation;
import static io.redress.testing.Complaints.hurt;
import static io.redress.testing.Complaints.registration;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.casefile.CaseFile;
import io.redress.casefile.SubmitHandler;
import io.redress.casefile.complaint.Complaint;
import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.entry.Entry;
import io.redress.casefile.health.Door;
import io.redress.casefile.health.HealthRecords;
import io.redress.casefile.health.Reading;
import io.redress.casefile.paper.Paper;
import io.redress.casefile.paper.PaperKind;
import io.redress.casefile.paper.Papers;
import io.redress.engine.people.ActingPerson;
import io.redress.form.Form;
import io.redress.language.Language;
import io.redress.language.Sentences;
import io.redress.people.Group;
import io.redress.people.Groups;
import io.redress.testing.Cases;
import io.redress.testing.RedressServer;
import io.redress.testing.Rest;
import io.redress.testing.SampleFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Injury data apart: a word of its own is the answer to each field that any form marks as health, and every group asks at every door.
 * A form that is added is asked about by itself.
 */
@Tag("database")
@RedressServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class InjuryDataIT {

    private static final String MARK = "XQZHURT";
    private static final String FILE = "XQZFILE";
    /** As unknown as a case can be. */
    private static final String NO_CASE = "C-20200101-0001";

    private static final List<Group> GROUPS =
            List.copyOf(Groups.read(new Sentences(Language.EN), new ClassPathResource("people/groups.yaml"))
                    .all());

    @Autowired
    private Rest rest;

    @Autowired
    private Cases cases;

    @Autowired
    private Complaints complaints;

    @Autowired
    private CaseFile caseFile;

    @Autowired
    private HealthRecords health;

    @Autowired
    private Papers papers;

    @Autowired
    private TaskService tasks;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Sentences sentences;

    private final Map<String, String> marks = new TreeMap<>();
    private Complaint complaint;
    private Task task;
    private String file;
    private long paper;

    /** The login of each group’s demo person. */
    static Stream<String> everybody() {
        return Stream.concat(
                        GROUPS.stream()
                                .filter(group -> group.demoPerson().isPresent())
                                .map(group -> group.id().equals("camunda-admin") ? "admin" : group.id()),
                        Stream.of("merchant"))
                .distinct();
    }

    private static boolean reads(String person) {
        return ActingPerson.WHO_READ_INJURIES.contains(person);
    }

    @BeforeAll
    void aCaseOfWhichEachFieldOfHealthIsAnswered() throws IOException {
        Map<String, Object> posted = hurt(registration());
        posted.values().removeIf(value -> value == null);
        posted.put("channel", "app");
        posted.put("category", "personal-injury");
        posted.put("hurtName", mark("register-complaint", "hurtName"));
        posted.put("injurySeen", mark("register-complaint", "injurySeen"));
        Rest.Answer answer = rest.send(
                "intake-api",
                "POST",
                "/api/complaints",
                posted,
                "Content-Type",
                "application/json",
                "Idempotency-Key",
                UUID.randomUUID().toString());
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        complaint = complaints.find(answer.body().path("number").asText()).orElseThrow();
        answer = rest.send(
                "intake-api",
                "PUT",
                "/api/complaints/" + complaint.number() + "/attachments?name=" + FILE + ".jpg&shows=" + FILE,
                SampleFiles.photo(),
                "Content-Type",
                "application/octet-stream");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        file = answer.body().path("id").asText();
        task = cases.task(complaint.number());
        cases.settle();
        int number = 0;
        for (Form form : forms()) {
            Map<String, Object> fields = new LinkedHashMap<>();
            form.healthKeys().forEach(key -> fields.put(key, mark(form.id(), key)));
            fields.put("note-of-the-test", "nothing");
            caseFile.take(
                    new Entry(
                            complaint.id(),
                            "complaint-handling",
                            "1",
                            "x",
                            "injury-" + number++,
                            form.id(),
                            1,
                            "customer-service",
                            Instant.now(),
                            fields),
                    form,
                    SubmitHandler.NONE);
        }
        // No paper of the house says yet how somebody is.
        paper = papers.print(complaint.id(), PaperKind.REGISTRATION_FORM).get(0).id();
    }

    private String mark(String form, String key) {
        return marks.computeIfAbsent(form + "." + key, field -> MARK + marks.size());
    }

    /** Those that ask for health data. */
    private List<Form> forms() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("forms"))) {
            List<Form> found = new ArrayList<>();
            for (Path path : files.filter(one -> one.toString().endsWith(".form"))
                    .sorted()
                    .toList()) {
                Form form = Form.parse(Files.readAllBytes(path), sentences);
                if (!form.healthKeys().isEmpty()) {
                    found.add(form);
                }
            }
            return found;
        }
    }

    /** What is asked with the task in hand, too: it has no field of health. */
    private List<String> doors(String id) {
        String number = complaint.number();
        return List.of(
                "/api/tasks/" + id + "/case",
                "/api/tasks/" + id + "/courses",
                "/api/tasks/" + id + "/attachments",
                "/api/tasks/" + id + "/papers",
                "/api/attachments/" + file,
                "/api/attachments/" + file + "/preview",
                "/api/cases/" + number + "/papers",
                "/api/cases/" + number + "/deadlines",
                "/cases",
                "/cases/" + number,
                "/cases?q=" + number,
                "/injuries",
                "/injuries/" + number,
                "/declarations?q=" + number,
                "/payments",
                "/payments/cash.csv",
                "/payments/transfers.csv",
                "/payments/recoveries.csv",
                "/payments/claims.csv",
                "/payments/moved.csv",
                "/merchants",
                "/policies",
                "/own-cases",
                "/papers/preview?kind=registration-form&number=" + number,
                "/api/deadlines/changes",
                "/engine-rest/task?processInstanceBusinessKey=" + number,
                "/engine-rest/task/" + id,
                "/engine-rest/task/" + id + "/form-variables",
                "/engine-rest/task/" + id + "/rendered-form",
                "/engine-rest/task/" + id + "/variables",
                "/engine-rest/task/" + id + "/localVariables",
                "/engine-rest/task/" + id + "/comment",
                "/engine-rest/process-instance/" + task.getProcessInstanceId() + "/variables",
                "/engine-rest/variable-instance",
                "/engine-rest/history/variable-instance",
                "/engine-rest/history/detail",
                "/engine-rest/history/user-operation",
                "/engine-rest/history/task",
                "/engine-rest/incident");
    }

    private List<String> all(List<String> doors) {
        return Stream.concat(doors.stream(), Stream.of("/api/papers/" + paper)).toList();
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void whoMayNotReadItFindsItAtNoDoor(String person) {
        if (reads(person)) {
            return;
        }
        for (String holder : Stream.of(person, null).toArray(String[]::new)) {
            tasks.setAssignee(task.getId(), holder);
            try {
                for (String door : doors(task.getId())) {
                    // What is not there is named as it was asked for.
                    String body = rest.get(person, door).body().toString().replace(door, "");
                    assertThat(body).as("%s at %s", person, door).doesNotContain(MARK);
                    // Whoever attached a file sees it.
                    if (!person.equals("intake-api")) {
                        assertThat(body).as("%s at %s", person, door).doesNotContain(FILE, file);
                    }
                }
                for (String word : marks.values()) {
                    assertThat(rest.get(person, "/cases?q=" + word).body().toString())
                            .as(person)
                            .doesNotContain(complaint.number());
                    assertThat(rest.get(person, "/declarations?q=" + word)
                                    .body()
                                    .toString())
                            .as(person)
                            .doesNotContain(complaint.number());
                }
                for (String door : List.of("/api/attachments/" + file, "/api/attachments/" + file + "/preview")) {
                    Rest.Answer answer = rest.get(person, door);
                    assertThat(answer.status())
                            .as("%s at %s", person, door)
                            .isEqualTo(person.equals("intake-api") ? 200 : 404);
                }
                Rest.Answer panel = rest.get(person, "/api/tasks/" + task.getId() + "/case");
                assertThat(panel.body().has("injury")).as(person).isFalse();
                Rest.Answer here = rest.get(person, "/injuries/" + complaint.number());
                Rest.Answer nowhere = rest.get(person, "/injuries/" + NO_CASE);
                assertThat(here.status()).as(person).isEqualTo(403).isEqualTo(nowhere.status());
                assertThat(rest.get(person, "/injuries").status()).as(person).isEqualTo(403);
                assertThat(rest.get(person, "/api/pages").body().toString()).doesNotContain("/injuries");
            } finally {
                tasks.setAssignee(task.getId(), null);
            }
        }
        assertThat(health.readings(complaint.id(), 1_000))
                .filteredOn(reading -> reading.reader().equals(person) && !person.equals("intake-api"))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void whoMayReadItFindsAllOfItAndIsWrittenDown(String person) {
        if (!reads(person)) {
            return;
        }
        tasks.setAssignee(task.getId(), person);
        try {
            int before = health.readings(complaint.id(), 10_000).size();
            Rest.Answer panel = rest.get(person, "/api/tasks/" + task.getId() + "/case");
            assertThat(panel.status()).isEqualTo(200);
            assertThat(panel.body().path("injury").toString())
                    .contains(marks.values())
                    .contains(FILE);
            assertThat(panel.body().path("entries").toString()).doesNotContain(MARK, FILE);
            assertThat(readings(before)).containsExactly(reading(person, Door.PANEL));
            Rest.Answer page = rest.get(person, "/injuries/" + complaint.number());
            assertThat(page.body().asText()).contains(marks.values()).contains(file, "beside a form");
            assertThat(readings(before + 1)).containsExactly(reading(person, Door.PAGE));
            assertThat(rest.get(person, "/api/attachments/" + file).status()).isEqualTo(200);
            assertThat(rest.get(person, "/api/attachments/" + file + "/preview").status())
                    .isEqualTo(200);
            assertThat(rest.get(person, "/api/tasks/" + task.getId() + "/attachments")
                            .body()
                            .toString())
                    .contains(file);
            assertThat(readings(before + 2))
                    .containsExactly(
                            reading(person, Door.ATTACHMENT),
                            reading(person, Door.ATTACHMENT),
                            reading(person, Door.ATTACHMENT));
            assertThat(rest.get(person, "/injuries").body().asText())
                    .contains(complaint.number())
                    .doesNotContain(MARK, FILE);
            assertThat(rest.get(person, "/injuries/" + NO_CASE).status()).isEqualTo(404);
            assertThat(readings(before + 5)).isEmpty();
            // Nor does the rest of the case show it to them.
            for (String door : all(doors(task.getId()))) {
                if (!door.endsWith("/case") && !door.startsWith("/injuries/")) {
                    assertThat(rest.get(person, door).body().toString())
                            .as("%s at %s", person, door)
                            .doesNotContain(MARK);
                }
            }
        } finally {
            tasks.setAssignee(task.getId(), null);
        }
    }

    private List<String> readings(int before) {
        List<Reading> newest = health.readings(complaint.id(), 10_000);
        return newest.subList(0, newest.size() - before).stream()
                .map(one -> reading(one.reader(), one.door()))
                .toList();
    }

    private static String reading(String person, Door door) {
        return person + " " + door;
    }

    @Test
    void aCaseThatIsOpenedToAGroupIsOpenToItAndNoOtherIs() {
        String other = cases.register(Cases.START, hurt(registration()));
        assertThat(rest.get("logistics", "/injuries").status()).isEqualTo(403);
        health.openTo(complaints.find(other).orElseThrow().id(), Set.of("logistics"));
        try {
            assertThat(rest.get("logistics", "/injuries").body().asText())
                    .contains(other)
                    .doesNotContain(complaint.number());
            assertThat(rest.get("logistics", "/injuries/" + other).status()).isEqualTo(200);
            Rest.Answer closed = rest.get("logistics", "/injuries/" + complaint.number());
            Rest.Answer unknown = rest.get("logistics", "/injuries/" + NO_CASE);
            assertThat(closed.status()).isEqualTo(404).isEqualTo(unknown.status());
            assertThat(closed.body().asText().replace(complaint.number(), ""))
                    .isEqualTo(unknown.body().asText().replace(NO_CASE, ""));
            assertThat(rest.get("logistics", "/api/attachments/" + file).status())
                    .isEqualTo(404);
        } finally {
            jdbc.update("delete from health_reader");
        }
    }

    /** Papers of the kind that says it, whenever there is one. */
    @Test
    void aPaperThatSaysItOpensOnlyForWhoMayReadIt() {
        jdbc.update("update paper set health = true where id = ?", paper);
        try {
            everybody().forEach(person -> {
                int status = rest.get(person, "/api/papers/" + paper).status();
                assertThat(status).as(person).isEqualTo(reads(person) ? 200 : 404);
                assertThat(rest.get(person, "/api/cases/" + complaint.number() + "/papers")
                                .body()
                                .toString())
                        .as(person)
                        .doesNotContain("/api/papers/" + paper + "\"");
            });
            assertThat(health.readings(complaint.id(), 1).get(0).door()).isEqualTo(Door.PAPER);
        } finally {
            jdbc.update("update paper set health = false where id = ?", paper);
        }
    }

    @Test
    void noOtherTableHoldsAWordOfIt() {
        Map<String, List<String>> columns = new TreeMap<>();
        jdbc.queryForList("""
                        select table_name as tab, column_name as col from information_schema.columns
                        where lower(table_schema) = 'public'
                        """)
                .forEach(row -> columns.computeIfAbsent(row.get("tab").toString(), table -> new ArrayList<>())
                        .add(row.get("col").toString()));
        assertThat(columns.keySet()).anyMatch("health_entry"::equalsIgnoreCase).hasSizeGreaterThan(60);
        List<String> found = new ArrayList<>();
        columns.keySet()
                .forEach(table -> jdbc.queryForList("select * from \"" + table + "\"")
                        .forEach(row -> row.forEach((column, value) -> {
                            String text = value instanceof byte[] bytes
                                    ? new String(bytes, StandardCharsets.UTF_8)
                                    : String.valueOf(value);
                            if (text.contains(MARK) || text.contains(FILE)) {
                                found.add(table + "." + column);
                            }
                        })));
        assertThat(found)
                .isNotEmpty()
                .allMatch(place -> place.equalsIgnoreCase("health_entry.fields")
                        || place.toLowerCase(java.util.Locale.ROOT).matches("attachment\\.(name|shows)"));
    }

    @Test
    void noPaperSaysIt() throws IOException {
        for (Paper printed : papers.of(complaint.id())) {
            try (PDDocument document = Loader.loadPDF(papers.pdf(printed.id()).orElseThrow())) {
                assertThat(new PDFTextStripper().getText(document)).doesNotContain(MARK, FILE);
            }
        }
    }

    /** Also what is refused is not repeated there. */
    @Test
    void noLogSaysIt(CapturedOutput log) {
        Map<String, Object> wrong = hurt(registration());
        wrong.put("injurySeen", MARK);
        wrong.put("hurtName", MARK + "x".repeat(300));
        assertThat(rest.submit("customer-service", "/engine-rest" + Cases.START, wrong)
                        .status())
                .isEqualTo(400);
        wrong.put("hurtName", MARK);
        wrong.put("hurtPerson", "staff");
        Rest.Answer refused = rest.submit("customer-service", "/engine-rest" + Cases.START, wrong);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.message()).contains("administration and HR");
        rest.get("legal", "/injuries/" + complaint.number());
        assertThat(log.getAll()).doesNotContain(MARK);
    }

    @Test
    void theDescriptionForProgramsHasTheFieldsAndTheirRefusals() {
        JsonNode fields = rest.get("intake-api", "/api/openapi.json").body();
        assertThat(fields.toString()).contains("injuryPlace", "hurtPerson", "hurtName", "hurtState", "injurySeen");
        Map<String, Object> posted = new HashMap<>(Map.of(
                "channel", "app", "site", "supermarket", "description", "摔倒了。", "injury", true, "hurtPerson", "staff"));
        Rest.Answer refused = post(posted);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().path("fields").path("hurtPerson").asText()).contains("work injury");
        posted.put("hurtPerson", "nobody");
        assertThat(post(posted).body().path("fields").has("hurtPerson")).isTrue();
        posted.remove("hurtPerson");
        assertThat(post(posted).status()).isEqualTo(201);
    }

    private Rest.Answer post(Map<String, Object> posted) {
        return rest.send(
                "intake-api",
                "POST",
                "/api/complaints",
                posted,
                "Content-Type",
                "application/json",
                "Idempotency-Key",
                UUID.randomUUID().toString());
    }

    /** The form of a task asks for it: whoever has taken the task reads it, and whoever may take it does not yet. */
    @Test
    void whoeverHasTakenATaskThatAsksForItReadsIt() throws IOException {
        Deployment deployed = asking();
        try {
            Map<String, Object> registration = hurt(registration());
            registration.put("injurySeen", MARK);
            Task confirm = cases.confirming(registration);
            Complaint own = complaints.find(numberOf(confirm)).orElseThrow();
            String path = "/engine-rest/task/" + confirm.getId();
            for (String person : List.of("customer-service", "admin")) {
                assertThat(rest.get(person, path + "/form-variables").body().toString())
                        .doesNotContain(MARK);
            }
            tasks.setAssignee(confirm.getId(), "admin");
            assertThat(rest.get("admin", path + "/form-variables").body().toString())
                    .doesNotContain(MARK);
            assertThat(rest.get("admin", "/api/tasks/" + confirm.getId() + "/case")
                            .body()
                            .has("injury"))
                    .isFalse();
            tasks.setAssignee(confirm.getId(), "customer-service");
            assertThat(rest.get("customer-service", path + "/form-variables")
                            .body()
                            .path("injurySeen")
                            .path("value")
                            .asText())
                    .isEqualTo(MARK);
            assertThat(rest.get("customer-service", path + "/form-variables?variableNames=confirmation")
                            .body()
                            .toString())
                    .doesNotContain(MARK);
            assertThat(rest.get("customer-service", "/api/tasks/" + confirm.getId() + "/case")
                            .body()
                            .path("injury")
                            .toString())
                    .contains(MARK);
            assertThat(health.readings(own.id(), 10)).extracting(Reading::door).containsExactly(Door.PANEL, Door.FORM);
            assertThat(rest.get("customer-service", "/injuries/" + own.number()).status())
                    .isEqualTo(403);
            String attached = attached(confirm);
            assertThat(rest.get("customer-service", "/api/attachments/" + attached)
                            .status())
                    .isEqualTo(200);
            for (String person : List.of("customer-service-supervisor", "admin")) {
                assertThat(rest.get(person, "/api/attachments/" + attached).status())
                        .isEqualTo(404);
                assertThat(rest.get(person, "/cases/" + own.number()).body().asText())
                        .doesNotContain(attached, FILE, MARK);
            }
            assertThat(rest.get("legal", "/api/attachments/" + attached).status())
                    .isEqualTo(200);
            Map<String, Object> answer = new HashMap<>(confirmation());
            answer.put("injurySeen", MARK + "again");
            assertThat(rest.submit("customer-service", path, answer).status()).isEqualTo(204);
            assertThat(rest.get("customer-service", "/cases/" + own.number())
                            .body()
                            .asText())
                    .doesNotContain(MARK);
            assertThat(rest.get("legal", "/injuries/" + own.number()).body().asText())
                    .contains(MARK + "again");
            assertThat(rest.get("customer-service", "/api/attachments/" + attached)
                            .status())
                    .isEqualTo(200);
        } finally {
            repository.deleteDeployment(deployed.getId());
        }
    }

    private String numberOf(Task confirm) {
        return rest.get("customer-service", "/api/tasks/" + confirm.getId() + "/case")
                .body()
                .path("number")
                .asText();
    }

    private String attached(Task confirm) {
        Rest.Answer answer = rest.send(
                "customer-service",
                "PUT",
                "/api/tasks/" + confirm.getId() + "/attachments?name=" + FILE + ".jpg",
                SampleFiles.photo(),
                "Content-Type",
                "application/octet-stream");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.body().path("id").asText();
    }

    /** The form of a step to which an owner has added a field of health. */
    private Deployment asking() throws IOException {
        ObjectMapper json = new ObjectMapper();
        ObjectNode form = (ObjectNode)
                json.readTree(Path.of("forms/confirm-the-record.form").toFile());
        form.withArray("components").add(json.readTree("""
                        {"type": "textarea", "id": "Field_injurySeen", "key": "injurySeen", "label": "Injury",
                         "validate": {"maxLength": 4000}, "properties": {"label.zh": "伤情", "personal": "health"}}
                        """));
        Rest.Answer answer =
                rest.deploy("process-owner", Map.of("confirm-the-record.form", json.writeValueAsBytes(form)));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return repository
                .createDeploymentQuery()
                .deploymentId(answer.body().path("id").asText())
                .singleResult();
    }
}
