package io.redress.engine.sample;

import static io.redress.testing.Complaints.registration;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.testing.Node;
import io.redress.testing.Rest;
import io.redress.testing.TestDatabase;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The packaged application, on two nodes: time is the whole JVM's. */
class DemoTimeIT {

    private static final String ADMIN = "admin:demo";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void theDemosTimeGoesForwardOnEveryNodeAndWhatFallsDueIsDone() throws IOException {
        String url = TestDatabase.create("demo_time");
        Map<String, String> demo = Node.onPostgres(url, Map.of("REDRESS_DEMO", "true", "REDRESS_DEMO_CONFIRM", "true"));
        try (Node one = Node.start(demo).healthy();
                Node other = Node.start(demo).healthy()) {
            String number = registered(one);
            await().untilAsserted(() -> assertThat(states(one, number)).contains("running"));
            onlyAdministratorsMove(one);
            onlyForward(one);

            assertThat(moved(one, "day").path("ahead").asText()).isEqualTo("1 day, 0 hours");
            moved(other, "week");
            String there = "8 days, 0 hours";
            for (Node node : new Node[] {one, other}) {
                await().untilAsserted(() ->
                        assertThat(standing(node).path("ahead").asText()).isEqualTo(there));
            }
            await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
                assertThat(states(one, number)).contains("breached");
                assertThat(standing(one).path("due").asLong()).isZero();
            });
            String day = LocalDate.now(ZoneId.of("Asia/Shanghai"))
                    .plusDays(8)
                    .toString()
                    .replace("-", "");
            assertThat(registered(other)).startsWith("C-" + day);
        }

        JdbcClient database = JdbcClient.create(new DriverManagerDataSource(url, "postgres", "postgres"));
        database.sql("delete from act_id_membership").update();
        database.sql("delete from act_id_user").update();
        try (Node real = Node.start(Node.onPostgres(url, Map.of("REDRESS_ADMIN_PASSWORD", "Str0ng-and-l0ng-enough")))) {
            assertThat(real.refused())
                    .contains("the time of a demo was moved forward")
                    .doesNotContain("\tat ");
        }
    }

    private static void onlyAdministratorsMove(Node node) throws IOException {
        assertThat(node.post(null, "/api/demo-time?by=day", Map.of()).statusCode())
                .isEqualTo(401);
        assertThat(node.post("customer-service:demo", "/api/demo-time?by=day", Map.of())
                        .statusCode())
                .isEqualTo(403);
        assertThat(node.get("process-owner:demo", "/demo-time").statusCode()).isEqualTo(403);
        assertThat(node.get(ADMIN, "/demo-time").body()).contains("A week").doesNotContain("demotime.");
    }

    private static void onlyForward(Node node) throws IOException {
        for (String by : new String[] {"", "?by=", "?by=-1", "?by=year", "?by=P-1D"}) {
            HttpResponse<String> answer = node.post(ADMIN, "/api/demo-time" + by, Map.of());
            assertThat(answer.statusCode()).as(by).isEqualTo(400);
            assertThat(answer.body()).contains("hour, day, week");
        }
        assertThat(standing(node).path("ahead").asText()).isEqualTo("0 hours");
    }

    private static String registered(Node node) throws IOException {
        HttpResponse<String> answer = node.post(
                "customer-service:demo",
                "/engine-rest/process-definition/key/complaint-handling/submit-form",
                Map.of("variables", Rest.variables(registration())));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body()).path("businessKey").asText();
    }

    private static Iterable<String> states(Node node, String number) throws IOException {
        return JSON.readTree(node.get("admin:demo", "/api/cases/" + number + "/deadlines")
                        .body())
                .findValuesAsText("state");
    }

    private static JsonNode moved(Node node, String by) throws IOException {
        HttpResponse<String> answer = node.post(ADMIN, "/api/demo-time?by=" + by, Map.of());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static JsonNode standing(Node node) throws IOException {
        return JSON.readTree(node.get(ADMIN, "/api/demo-time").body());
    }
}
