package io.redress.web;

import static io.redress.testing.Complaints.registration;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.casefile.complaint.Complaint;
import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.complaint.Link;
import io.redress.casefile.complaint.Links;
import io.redress.casefile.entry.Entries;
import io.redress.casefile.entry.Entry;
import io.redress.testing.Cases;
import io.redress.testing.RedressServer;
import io.redress.testing.Rest;
import io.redress.testing.Statements;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@RedressServer
class CasePanelApiIT {

    private static final String CLERK = "customer-service";
    private static final String DEPARTMENT = "finance";
    /**
     * What was measured with 50 attachments: they, who attached them and where, and the customer's other cases cost five of it, and one
     * finds the signed papers whose scans are not for everybody.
     */
    private static final int MOST_QUESTIONS = 36;

    private static final String HOSTILE = "<script>alert('1')</script> \u202Eegasuoy\u202C 😡 ${1+1} {{number}}";

    @Autowired
    private Rest rest;

    @Autowired
    private Cases cases;

    @Autowired
    private TaskService tasks;

    @Autowired
    private Complaints complaints;

    @Autowired
    private Entries entries;

    @Autowired
    private Links links;

    @Autowired
    private Statements statements;

    @Autowired
    private JdbcTemplate jdbc;

    private static String path(Task task) {
        return "/api/tasks/" + task.getId() + "/case";
    }

    private JsonNode panel(String person, Task task) {
        Rest.Answer answer = rest.get(person, path(task));
        assertThat(answer.status()).as(person).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        return answer.body();
    }

    private Complaint complaint(Task task) {
        return complaints.find(panel(CLERK, task).path("number").asText()).orElseThrow();
    }

    private static String fact(JsonNode panel, String name) {
        return stream(panel.path("facts"))
                .filter(fact -> fact.path("name").asText().equals(name))
                .map(fact -> fact.path("value").asText())
                .findFirst()
                .orElse(null);
    }

    private static java.util.stream.Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    private static List<String> texts(JsonNode list, String name) {
        return list.findValuesAsText(name);
    }

    @Test
    @Tag("database")
    void whoeverHasATaskSeesItsCaseInWords() {
        Task task = cases.confirming();
        JsonNode panel = panel(CLERK, task);
        assertThat(panel.path("number").asText()).matches("C-\\d{8}-\\d{4,}");
        assertThat(panel.path("mayOpen").asBoolean()).isTrue();
        assertThat(fact(panel, "site")).isEqualTo("Supermarket");
        assertThat(fact(panel, "category")).isEqualTo("Product quality");
        assertThat(fact(panel, "severity")).isEqualTo("normal");
        assertThat(fact(panel, "customerName")).isEqualTo("李明");
        assertThat(fact(panel, "phone")).startsWith("138");
        assertThat(fact(panel, "product")).isEqualTo("酸奶");
        assertThat(fact(panel, "orderNumber")).startsWith("S-2026");
        assertThat(fact(panel, "amountClaimed")).isEqualTo("12.50");
        assertThat(fact(panel, "expectation")).isEqualTo("退款并道歉");
        assertThat(fact(panel, "description")).isEqualTo("昨天买的酸奶已经过期三天了。");
        assertThat(panel.path("leading")).hasSize(1);
        assertThat(panel.path("leading").get(0).path("state").asText()).isEqualTo("running");
        assertThat(Instant.parse(panel.path("leading").get(0).path("due").asText()))
                .isAfter(Instant.parse(panel.path("now").asText()));
        assertThat(panel.path("leading").get(0).path("why")).isNotEmpty();
        assertThat(panel.path("deadlines")).isNotEmpty();
        assertThat(texts(panel.path("entries"), "what")).contains("Complaint received");
        assertThat(stream(panel.path("tasks")).map(open -> open.path("id").asText()))
                .contains(task.getId());
        assertThat(texts(panel.path("tasks"), "whose")).contains("waits for Customer service");
        assertThat(texts(panel.path("tasks"), "due")).allMatch(due -> due.matches("\\d+ \\w+ \\d{4} \\d\\d:\\d\\d"));
    }

    @Test
    void aSessionOfTasklistIsEnough() {
        Task task = cases.confirming();
        assertThat(rest.session("tasklist", CLERK).get(path(task)).status()).isEqualTo(200);
    }

    @Test
    void whoMayNotReadTheTaskHearsThatItIsNotThere() {
        Task task = cases.confirming();
        for (String person : List.of("merchant", DEPARTMENT, "on-call", "intake-api")) {
            Rest.Answer answer = rest.get(person, path(task));
            assertThat(answer.status()).as(person).isEqualTo(404);
            assertThat(answer.message()).startsWith("There is no such task");
            assertThat(answer.body().toString()).doesNotContain("李明", "C-2");
        }
        assertThat(rest.get(null, path(task)).status()).isEqualTo(401);
        for (String nothing : List.of("nothing", "%24%7B1%7D", "' or 1=1", "x".repeat(3_000))) {
            assertThat(rest.get(CLERK, "/api/tasks/" + nothing.replace(" ", "%20") + "/case")
                            .status())
                    .as(nothing)
                    .isEqualTo(404);
        }
    }

    @Test
    void whatNamesPeopleIsNotSentToADepartment() {
        Task task = cases.confirming(registration("complainedAbout", "merchant"));
        tasks.setAssignee(task.getId(), DEPARTMENT);
        JsonNode known = panel(CLERK, task);
        JsonNode panel = panel(DEPARTMENT, task);
        assertThat(known.toString()).contains("merchant");
        assertThat(panel.toString()).doesNotContain("merchant");
        assertThat(panel.path("entries").toString()).doesNotContain("李明").contains("昨天买的酸奶");
        assertThat(panel.path("mayOpen").asBoolean()).isFalse();
        assertThat(fact(known, "phone")).isNotNull();
        assertThat(fact(panel, "phone")).isNull();
        assertThat(fact(panel, "customerName")).isNull();
        assertThat(panel.toString()).doesNotContain("李明", fact(known, "phone"));
        assertThat(panel.path("earlier").isNull()).isTrue();
        assertThat(stream(panel.path("messages"))
                        .map(message -> message.path("text").isNull()))
                .doesNotContain(false);
    }

    @Test
    void whoeverSpeaksWithCustomersReadsHowTheyAreReached() {
        Task task = cases.confirming();
        for (String person : List.of("on-call", "management-office", "lobby-manager")) {
            tasks.setAssignee(task.getId(), person);
            JsonNode panel = panel(person, task);
            assertThat(fact(panel, "phone")).as(person).startsWith("138");
            assertThat(fact(panel, "customerName")).as(person).isEqualTo("李明");
            assertThat(panel.path("mayOpen").asBoolean()).isFalse();
        }
    }

    @Test
    void eachOverdueDeadlineIsThereTheLongestOverdueFirst() {
        String number = cases.register(
                Cases.START,
                registration("receivedAt", OffsetDateTime.now().minusDays(20).toString()));
        long id = complaints.find(number).orElseThrow().id();
        // A task of somebody else's may come first.
        Task task = await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> tasks.createTaskQuery()
                                .processInstanceBusinessKey(number)
                                .taskDefinitionKey("userTask_confirmTheRecord")
                                .singleResult(),
                        Objects::nonNull);
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            Long breached = jdbc.queryForObject(
                    "select count(*) from deadline where complaint_id = ? and state = 'BREACHED' and ended_at is null",
                    Long.class,
                    id);
            assertThat(breached).isGreaterThan(1);
            List<JsonNode> overdue = stream(panel(CLERK, task).path("leading"))
                    .filter(deadline -> deadline.path("state").asText().equals("overdue"))
                    .toList();
            assertThat(overdue).hasSizeGreaterThanOrEqualTo(breached.intValue());
            assertThat(overdue)
                    .extracting(deadline -> Instant.parse(deadline.path("due").asText()))
                    .isSorted();
        });
    }

    @Test
    void whatPeopleWroteComesAsTheyWroteIt() {
        JsonNode panel = panel(CLERK, cases.confirming(registration("description", HOSTILE)));
        assertThat(fact(panel, "description")).isEqualTo(HOSTILE);
        assertThat(texts(panel.path("entries"), "value")).contains(HOSTILE);
    }

    @Test
    void linkedCasesAreNamed() {
        Task first = cases.confirming();
        Task second = cases.confirming();
        Complaint earlier = complaint(first);
        Complaint later = complaint(second);
        links.link(new Link(later.id(), earlier.id(), Link.Kind.OTHER_MATTER), CLERK, Instant.now());
        assertThat(texts(panel(CLERK, second).path("links"), "number")).containsExactly(earlier.number());
        assertThat(texts(panel(CLERK, second).path("links"), "how"))
                .containsExactly("this case is another matter of it");
        assertThat(texts(panel(CLERK, first).path("links"), "how")).containsExactly("another matter of this case");
    }

    @Test
    void manyEntriesCostNoMoreQuestions() {
        Task task = cases.confirming();
        cases.settle();
        Complaint complaint = complaint(task);
        attach(task, 0, 3);
        long few = questions(task);
        attach(task, 3, 50);
        Entry written = entries.of(complaint.id()).get(0);
        for (int i = 0; i < 200; i++) {
            entries.add(new Entry(
                    complaint.id(),
                    written.process(),
                    written.processInstanceId(),
                    written.step(),
                    "many-" + i,
                    written.form(),
                    written.formVersion(),
                    CLERK,
                    written.submittedAt().plusSeconds(60L * i),
                    Map.of("description", "第 " + i + " 次")));
        }
        assertThat(questions(task)).isLessThanOrEqualTo(few).isLessThanOrEqualTo(MOST_QUESTIONS);
        assertThat(panel(CLERK, task).path("entries").size()).isGreaterThan(200);
    }

    /** Beside what one of a customer's cases costs, more cost nothing. */
    @Test
    void theNewestOfEightyOtherCasesOfTheCustomerAreThere() {
        Task task = cases.confirming(registration("phone", "13700007777"));
        cases.settle();
        Complaint complaint = complaint(task);
        long ofOne = 0;
        for (int i = 0; i < 80; i++) {
            jdbc.update("""
                    insert into complaint (number, state, customer_id, site, channel, description, injury, media, urgent,
                      written_by_customer, received_at, registered_at, registered_by)
                    select ?, state, customer_id, site, channel, description, injury, media, urgent,
                      written_by_customer, received_at, registered_at, registered_by from complaint where id = ?
                    """, "C-20200101-%04d".formatted(i), complaint.id());
            ofOne = i == 0 ? questions(task) : ofOne;
        }
        JsonNode earlier = panel(CLERK, task).path("earlier");
        assertThat(texts(earlier.path("newest"), "number"))
                .hasSize(20)
                .startsWith("C-20200101-0079")
                .doesNotContain(complaint.number());
        assertThat(earlier.path("more").asInt()).isEqualTo(60);
        assertThat(questions(task)).isEqualTo(ofOne);
    }

    @Test
    void theCourseIsThatOfTheTaskAndForCustomerServiceThatOfTheWholeCase() {
        Task task = cases.confirming();
        cases.settle();
        JsonNode all = courses(CLERK, task);
        assertThat(texts(all, "name")).first().isEqualTo("Complaint");
        assertThat(all.get(0).path("steps").toString()).contains("userTask_confirmTheRecord");
        assertThat(all.size()).isGreaterThan(1);
        tasks.setAssignee(task.getId(), DEPARTMENT);
        assertThat(texts(courses(DEPARTMENT, task), "name")).containsExactly("Complaint");
        assertThat(rest.get("merchant", "/api/tasks/" + task.getId() + "/courses")
                        .status())
                .isEqualTo(404);
    }

    private JsonNode courses(String person, Task task) {
        Rest.Answer answer = rest.get(person, "/api/tasks/" + task.getId() + "/courses");
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }

    private void attach(Task task, int from, int to) {
        for (int i = from; i < to; i++) {
            assertThat(rest.send(
                                    CLERK,
                                    "PUT",
                                    "/api/tasks/" + task.getId() + "/attachments?name=" + i + ".txt",
                                    "file " + i)
                            .status())
                    .isEqualTo(201);
        }
    }

    /** But for those of the job executor, which asks by itself. */
    private long questions(Task task) {
        return statements.of(() -> panel(CLERK, task)).statements().stream()
                .filter(statement -> !statement.contains("ACT_RU_JOB"))
                .count();
    }

    @Test
    void theSameEventComesOnce() {
        Task task = cases.confirming();
        Complaint complaint = complaint(task);
        Entry written = entries.of(complaint.id()).get(0);
        int before = panel(CLERK, task).path("entries").size();
        for (String twice : List.of("once", "again")) {
            entries.add(new Entry(
                    complaint.id(),
                    written.process(),
                    written.processInstanceId(),
                    written.step(),
                    twice + complaint.id(),
                    written.form(),
                    written.formVersion(),
                    CLERK,
                    written.submittedAt(),
                    Map.of("description", "同一件事")));
        }
        assertThat(panel(CLERK, task).path("entries")).hasSize(before + 1);
    }
}
