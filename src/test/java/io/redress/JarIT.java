package io.redress;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.testing.Complaints;
import io.redress.testing.Node;
import io.redress.testing.Rest;
import io.redress.testing.TestDatabase;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What is delivered, started, killed and started again as in life. */
@Tag("once")
class JarIT {

    private static final String START = "/engine-rest/process-definition/key/complaint-handling/submit-form";
    private static final String STRONG = "Sturm-und-Drang-1774";
    private static final int REGISTRATIONS = 200;

    /** A killed node's jobs wait until their lock has run out: after five minutes by default. */
    private static final Map<String, String> SHORT_LOCKS = Map.of("CAMUNDA_BPM_JOBEXECUTION_LOCKTIMEINMILLIS", "10000");

    private final ObjectMapper json = new ObjectMapper();

    @TempDir
    private Path folder;

    @Test
    void refusesToStartInAnotherCharset() {
        try (Node node = Node.start(List.of(), Map.of())) {
            assertThat(node.refused())
                    .contains("Redress needs UTF-8", "-Dfile.encoding=UTF-8")
                    .doesNotContain("\tat ", "Exception");
        }
    }

    @Test
    @Tag("full")
    void everyAnsweredRegistrationOutlivesAKillOnH2() throws Exception {
        String url = "jdbc:h2:file:" + folder.resolve("redress")
                + ";WRITE_DELAY=0;LOCK_TIMEOUT=10000;OPTIMIZE_REUSE_RESULTS=FALSE;DB_CLOSE_ON_EXIT=FALSE";
        outlivesAKill(Map.of("SPRING_DATASOURCE_URL", url), new DriverManagerDataSource(url, "redress", ""));
    }

    @Test
    @Tag("full")
    void everyAnsweredRegistrationOutlivesAKillOnPostgres() throws Exception {
        String url = TestDatabase.createDurable(name());
        Map<String, String> environment =
                Node.onPostgres(url, Map.of("REDRESS_DEMO", "true", "REDRESS_DEMO_CONFIRM", "true"));
        outlivesAKill(environment, new DriverManagerDataSource(url, "postgres", "postgres"));
    }

    @Test
    void refusesToStartForWorkUntilItIsSafe() {
        String url = TestDatabase.create(name());
        assertThat(refused(Node.onPostgres(url, Map.of("REDRESS_ATTACHMENTS_FOLDER", ""))))
                .contains("No folder is named for the attachments", "Set REDRESS_ATTACHMENTS_FOLDER");
        assertThat(refused(Node.onPostgres(url, Map.of())))
                .contains("There is no administrator yet", "Set REDRESS_ADMIN_PASSWORD");
        assertThat(refused(Node.onPostgres(url, Map.of("REDRESS_ADMIN_PASSWORD", "weak"))))
                .contains("The password in REDRESS_ADMIN_PASSWORD is too weak")
                .doesNotContain("“weak”");
        assertThat(refused(Node.onPostgres(url, Map.of("REDRESS_DEMO", "true"))))
                .contains("Demo mode is on, but the database is PostgreSQL");
    }

    @Test
    void twoNodesStartAtOnceOnAnEmptyDatabase() throws IOException {
        String url = TestDatabase.create(name());
        Map<String, String> environment = Node.onPostgres(url, Map.of("REDRESS_ADMIN_PASSWORD", STRONG));
        try (Node one = Node.start(environment);
                Node other = Node.start(environment)) {
            for (Node node : List.of(one.healthy(), other.healthy())) {
                assertThat(node.get(null, "/engine-rest/version").statusCode()).isEqualTo(401);
                assertThat(node.get("admin:" + STRONG, "/engine-rest/version").statusCode())
                        .isEqualTo(200);
                assertThat(node.get("demo:demo", "/engine-rest/version").statusCode())
                        .isEqualTo(401);
                HttpResponse<String> page = node.get(null, "/camunda/app/tasklist/default/");
                assertThat(page.headers().allValues("Set-Cookie"))
                        .hasSizeGreaterThanOrEqualTo(2)
                        .allSatisfy(cookie ->
                                assertThat(cookie).containsPattern("; ?Secure").contains("SameSite=Lax"));
                assertThat(page.headers().firstValue("Strict-Transport-Security"))
                        .isPresent();
            }
        }
        JdbcClient database = JdbcClient.create(new DriverManagerDataSource(url, "postgres", "postgres"));
        assertThat(count(database, "select count(*) from act_re_deployment")).isEqualTo(1);
        assertThat(count(database, "select count(*) from act_re_procdef where version_ > 1"))
                .isZero();
        assertThat(count(database, "select count(*) from act_id_user")).isEqualTo(1);
        assertThat(count(database, "select count(*) from act_ru_authorization"))
                .isPositive()
                .isEqualTo(count(database, """
                        select count(*) from (select distinct type_, group_id_, user_id_, resource_type_, resource_id_
                        from act_ru_authorization) as granted"""));
    }

    private void outlivesAKill(Map<String, String> environment, DriverManagerDataSource source) throws Exception {
        environment = new HashMap<>(environment);
        environment.putAll(SHORT_LOCKS);
        Map<String, String> answered = new ConcurrentHashMap<>();
        try (Node node = Node.start(environment).healthy()) {
            register(node, answered);
        }
        assertThat(answered).hasSizeBetween(REGISTRATIONS / 4, REGISTRATIONS - 1);

        try (Node node = Node.start(environment).healthy()) {
            await().atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> number(node, "/engine-rest/task/count?name=Confirm%20the%20record")
                            == number(
                                    node,
                                    "/engine-rest/process-instance/count?processDefinitionKey=complaint-handling"));
            node.stop();
        }
        JdbcClient database = JdbcClient.create(source);
        Map<String, String> stored = new HashMap<>();
        database.sql("select order_number, number from complaint").query(row -> {
            assertThat(stored.put(row.getString(1), row.getString(2))).isNull();
        });
        assertThat(stored).containsAllEntriesOf(answered);
        assertThat(stored.values()).doesNotHaveDuplicates();
        // Without gaps on either side of a midnight, also where the last answers never arrived.
        Map<String, List<Integer>> givenOut = stored.values().stream()
                .collect(groupingBy(
                        number -> number.replaceAll("-\\d+$", ""),
                        mapping(number -> Integer.valueOf(number.replaceAll(".*-", "")), toList())));
        assertThat(givenOut.values())
                .allSatisfy(day -> assertThat(day)
                        .containsExactlyInAnyOrderElementsOf(
                                IntStream.rangeClosed(1, day.size()).boxed().toList()));
        assertThat(count(database, """
                select count(*) from complaint
                where (select count(*) from entry where entry.complaint_id = complaint.id) = 1
                  and (select count(*) from act_ru_execution where business_key_ = complaint.number
                    and proc_def_id_ like 'complaint-handling:%') = 1
                  and (select count(*) from act_ru_task task join act_ru_execution root on root.id_ = task.proc_inst_id_
                    where root.business_key_ = complaint.number
                      and task.task_def_key_ = 'userTask_confirmTheRecord') = 1
                """)).isEqualTo(stored.size());
        assertThat(count(database, """
                select count(*) from act_ru_execution
                where parent_id_ is null and proc_def_id_ like 'complaint-handling:%'
                """)).isEqualTo(stored.size());
    }

    /** Four clerks at once; in the middle of it the node is killed. */
    private void register(Node node, Map<String, String> answered) throws InterruptedException {
        ExecutorService clerks = Executors.newFixedThreadPool(4);
        try {
            for (int i = 0; i < REGISTRATIONS; i++) {
                String order = "order-" + i;
                clerks.execute(() -> {
                    try {
                        HttpResponse<String> answer = node.post(
                                "customer-service:demo",
                                START,
                                Map.of("variables", Rest.variables(Complaints.registration("orderNumber", order))));
                        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
                        answered.put(
                                order,
                                json.readTree(answer.body()).path("businessKey").asText());
                    } catch (IOException e) {
                        // Not answered: the node is dead.
                        return;
                    }
                });
            }
            await().atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> answered.size() >= REGISTRATIONS / 4);
            node.kill();
        } finally {
            clerks.shutdown();
            assertThat(clerks.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        }
    }

    private long number(Node node, String path) throws IOException {
        return json.readTree(node.get("admin:demo", path).body()).path("count").asLong(-1);
    }

    private static String refused(Map<String, String> environment) {
        try (Node node = Node.start(environment)) {
            String said = node.refused();
            assertThat(said).contains("APPLICATION FAILED TO START").doesNotContain("\tat ");
            return said;
        }
    }

    private static long count(JdbcClient database, String sql) {
        return database.sql(sql).query(Long.class).single();
    }

    private static String name() {
        return "jar_" + UUID.randomUUID().toString().replace("-", "");
    }
}
