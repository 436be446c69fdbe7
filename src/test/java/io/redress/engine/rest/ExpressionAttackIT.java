package io.redress.engine.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.testing.RedressServer;
import io.redress.testing.Refused;
import io.redress.testing.Rest;
import io.redress.testing.Rest.Answer;
import io.redress.testing.Rest.Visitor;
import io.redress.testing.Rest.Way;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.rest.dto.task.TaskQueryDto;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An attacker at every door through which an expression could come in. What is run leaves a mark. */
@RedressServer
class ExpressionAttackIT {

    private static final String MARK = "redress.attacked";

    private static final String EXPLOIT =
            "${S('[\"java.lang.System\"]').mapTo('java.util.ArrayList<java.lang.Class>')[0]"
                    + ".getMethod('setProperty', ''.class, ''.class).invoke(null, '" + MARK + "', 'x')}";

    private static final boolean EVERYTHING = Boolean.getBoolean("redress.test.everything");

    private static final List<String> PEOPLE =
            List.of("admin", "customer-service", "merchant", "auditor", "process-owner", "finance");

    @Autowired
    private Rest rest;

    @Autowired
    private TaskService tasks;

    @Autowired
    private FilterService filters;

    @Autowired
    private IdentityService identities;

    @Autowired
    private ManagementService management;

    @Autowired
    private JdbcClient jdbc;

    private final ObjectMapper json = new ObjectMapper();

    private static List<String> keys() {
        return Arrays.stream(TaskQueryDto.class.getMethods())
                .map(java.lang.reflect.Method::getName)
                .filter(name -> name.matches("set.+Expression"))
                .map(name -> name.substring(3, 4).toLowerCase(Locale.ROOT) + name.substring(4))
                .sorted()
                .toList();
    }

    private List<String> queries() {
        String mine = "/filter/" + list();
        return List.of("/task", "/task/count", mine + "/list", mine + "/count", mine + "/singleResult");
    }

    private String list() {
        return management.getProperties().get("redress.filter.mine");
    }

    /** Whoever owns processes has no Tasklist, and a program that posts complaints gets nowhere at all. */
    private Stream<String> people(Way way) {
        return (EVERYTHING ? identities.createUserQuery().list().stream().map(User::getId) : PEOPLE.stream())
                .filter(person -> !person.equals("intake-api"))
                .filter(person -> way != Way.TASKLIST || !person.equals("process-owner"))
                .filter(person -> identities.createUserQuery().userId(person).count() == 1)
                // Whom another test has taken out of all groups, as one takes out who leaves, opens no page.
                .filter(person ->
                        identities.createGroupQuery().groupMember(person).count() > 0);
    }

    private void nothingHasRun() {
        assertThat(System.getProperty(MARK)).isNull();
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void noQueryTakesAnExpressionAtAnyDepth(Way way) {
        long[] tries = {0};
        assertThat(keys()).hasSizeGreaterThan(15);
        // The first key is tried by everybody, all keys by an administrator and a clerk.
        SoftAssertions.assertSoftly(all -> people(way).forEach(person -> {
            Visitor attacker = rest.visitor(way, person);
            for (String path : queries()) {
                for (String key : EVERYTHING || person.equals("admin") || person.equals("customer-service")
                        ? keys()
                        : keys().subList(0, 1)) {
                    for (Object body : atThreeDepths(key)) {
                        Answer answer = attacker.post(path, body);
                        tries[0]++;
                        all.assertThat(answer.status())
                                .as("%s %s %s: %s", person, path, body, answer)
                                .isEqualTo(400);
                    }
                }
            }
        }));
        nothingHasRun();
        log("{0} queries with an expression tried by {1}, none got through", tries[0], way);
    }

    private static List<Map<String, ?>> atThreeDepths(String key) {
        Map<String, ?> plain = Map.of(key, EXPLOIT);
        return List.of(
                plain,
                Map.of("orQueries", List.of(plain)),
                Map.of("orQueries", List.of(Map.of("orQueries", List.of(plain)))));
    }

    /** Administrators may write there; what they send in a query or a list is tried by itself. */
    @ParameterizedTest
    @EnumSource(Way.class)
    void noPathOfTheEngineTakesAnExpressionFromAnybodyElse(Way way) {
        List<EnginePaths.Operation> writing = EnginePaths.all().stream()
                .filter(operation -> Set.of("POST", "PUT", "DELETE").contains(operation.method()))
                .toList();
        assertThat(writing)
                .hasSizeGreaterThan(150)
                .contains(
                        new EnginePaths.Operation("POST", "/task"),
                        new EnginePaths.Operation("PUT", "/task/x/variables/x"),
                        new EnginePaths.Operation("POST", "/process-instance/delete"));
        int[] tries = {0};
        List<String> through = new ArrayList<>();
        people(way).filter(person -> !person.equals("admin")).forEach(person -> {
            Visitor attacker = rest.visitor(way, person);
            for (EnginePaths.Operation operation : writing) {
                // One after the other, where it is not said to try everything.
                List<Map<String, ?>> bodies = keys().stream()
                        .flatMap(key -> atThreeDepths(key).stream())
                        .toList();
                for (Object body : EVERYTHING && PEOPLE.contains(person)
                        ? bodies
                        : List.of(bodies.get(tries[0] % bodies.size()))) {
                    tries[0]++;
                    Answer answer = attacker.send(operation.method(), operation.path(), body);
                    if (answer.status() < 400 || answer.status() >= 500) {
                        through.add("%s %s: %s".formatted(person, operation, answer));
                    }
                }
            }
        });
        log(
                "{0} writing paths of the engine by {1}: {2} tries, {3} got through",
                writing.size(), way, tries[0], through.size());
        assertThat(through).isEmpty();
        nothingHasRun();
    }

    private static void log(String sentence, Object... figures) {
        System.getLogger(ExpressionAttackIT.class.getName()).log(System.Logger.Level.INFO, sentence, figures);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void noAddressTakesAnExpression(Way way) {
        SoftAssertions.assertSoftly(all -> people(way).forEach(person -> {
            Visitor attacker = rest.visitor(way, person);
            for (String key : keys()) {
                for (String path : List.of("/task", "/task/count")) {
                    for (String spelling : List.of(key, key.replace("E", "%45"))) {
                        Answer answer = attacker.get(
                                path + "?" + spelling + "=" + URLEncoder.encode(EXPLOIT, StandardCharsets.UTF_8));
                        all.assertThat(answer.status())
                                .as("%s %s %s: %s", person, path, spelling, answer)
                                .isEqualTo(400);
                    }
                }
            }
        }));
        nothingHasRun();
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "customer-service"})
    void noOtherWritingOfABodyHidesAnExpression(String person) throws Exception {
        String attack = json.writeValueAsString(Map.of("orQueries", List.of(Map.of("assigneeExpression", EXPLOIT))));
        SoftAssertions.assertSoftly(all -> {
            for (String prefix : List.of("/engine-rest", "/engine-rest/engine/default", "//engine-rest;x=y/")) {
                for (String path : queries()) {
                    for (String type : List.of(
                            "text/plain",
                            "application/hal+json",
                            "application/vnd.x+json",
                            "application/*",
                            "*/*",
                            "application/octet-stream",
                            "application/x-www-form-urlencoded",
                            "application/json;charset=utf-16",
                            "application/json;charset=iso-8859-1",
                            "application/json; charset=utf-8",
                            "application/json;x=y",
                            "APPLICATION/JSON",
                            "nonsense")) {
                        all.assertThat(rest.send(person, "POST", prefix + path, attack, "Content-Type", type)
                                        .status())
                                .as(prefix + path + " " + type)
                                .isBetween(400, 499);
                    }
                    for (String body : List.of(
                            attack.replace("assigneeExpression", "assignee\\u0045xpression"),
                            attack.replace("{\"orQueries\"", "{\"orQueries\":[],\"orQueries\""),
                            attack.substring(0, attack.length() - 1) + ",\"orQueries\":[]}",
                            attack + "{}",
                            "{} " + attack,
                            "\uFEFF" + attack,
                            "[" + attack + "]",
                            "{\"name\":" + attack + "}",
                            "{\"processVariables\":[{\"name\":\"x\",\"operator\":\"eq\",\"value\":" + attack + "}]}",
                            "{\"sorting\":[{\"sortBy\":\"name\",\"sortOrder\":\"asc\",\"parameters\":" + attack + "}]}",
                            "{\"expressions\":{\"taskAssignee\":\"${1}\"}}",
                            "{\"a\":".repeat(1000) + "1" + "}".repeat(1000),
                            "[".repeat(1000) + "]".repeat(1000))) {
                        Answer answer = rest.post(person, prefix + path, body);
                        all.assertThat(answer.status())
                                .as(prefix + path + " " + body + ": " + answer)
                                .isEqualTo(400);
                    }
                    for (byte[] body : List.of(
                            attack.getBytes(StandardCharsets.UTF_16),
                            attack.getBytes(StandardCharsets.UTF_16LE),
                            attack.getBytes(StandardCharsets.UTF_16BE))) {
                        all.assertThat(rest.post(person, prefix + path, body).status())
                                .isEqualTo(400);
                    }
                }
            }
        });
        Refused.inWords(
                "deep", rest.post(person, "/engine-rest/task", "{\"a\":".repeat(1000) + "1" + "}".repeat(1000)));
        nothingHasRun();
    }

    @Test
    void anAdministratorStoresTheFourFunctionsAndNothingElse() {
        Visitor admin = rest.visitor(Way.TASKLIST, "admin");
        for (String allowed : List.of(
                "${currentUser()}",
                "${currentUserGroups()}",
                "${now()}",
                "${dateTime().withTimeAtStartOfDay().plusDays(2).toDate()}",
                "demo")) {
            String key = allowed.contains("ime()") || allowed.contains("now()")
                    ? "dueBeforeExpression"
                    : allowed.contains("Groups") ? "candidateGroupsExpression" : "assigneeExpression";
            Answer made = admin.post("/filter/create", stored(Map.of(key, allowed)));
            assertThat(made.status()).as(made.toString()).isEqualTo(200);
            String path = "/filter/" + made.body().path("id").asText();
            assertThat(admin.post(path + "/count", Map.of()).status()).isEqualTo(200);
            for (String forbidden : List.of(
                    EXPLOIT,
                    "${withdrawComplaintDelegate}",
                    "${dateTime().getZone()}",
                    "x${1+1}",
                    "#{''.getClass()}",
                    "${currentUser()}${1+1}")) {
                for (Map<String, ?> query : List.<Map<String, ?>>of(
                        Map.of(key, forbidden),
                        Map.of("orQueries", List.of(Map.of(key, forbidden))),
                        Map.of("assignee", Map.of(key, forbidden)))) {
                    Refused.inWords(forbidden, admin.post("/filter/create", stored(query)));
                    Refused.inWords(forbidden, admin.send("PUT", path, stored(query)));
                }
            }
            assertThat(admin.send("DELETE", path, null).status()).isEqualTo(204);
        }
        nothingHasRun();
    }

    private static Map<String, Object> stored(Map<String, ?> query) {
        return Map.of("resourceType", "Task", "name", "attack", "query", query, "properties", Map.of("priority", 1));
    }

    @Test
    void aListThatWasStoredWithSuchAnExpressionSaysSoAndRunsNothing() {
        Filter list = filters.newTaskFilter("before");
        list.setQuery(tasks.createTaskQuery()
                .or()
                .taskAssigneeExpression("${currentUser()}")
                .endOr());
        String id = filters.saveFilter(list).getId();
        try {
            String query = jdbc.sql("select QUERY_ from ACT_RU_FILTER where ID_ = :id")
                    .param("id", id)
                    .query(String.class)
                    .single();
            assertThat(jdbc.sql("update ACT_RU_FILTER set QUERY_ = :query where ID_ = :id")
                            .param("query", query.replace("${currentUser()}", EXPLOIT.replace("\"", "\\\"")))
                            .param("id", id)
                            .update())
                    .isEqualTo(1);
            for (Way way : Way.values()) {
                Visitor admin = rest.visitor(way, "admin");
                for (String path : List.of("/list", "/count", "/singleResult")) {
                    for (Answer answer :
                            List.of(admin.get("/filter/" + id + path), admin.post("/filter/" + id + path, Map.of()))) {
                        Refused.inWords(path, answer);
                        assertThat(answer.message()).contains("before", "currentUserGroups()");
                    }
                }
            }
            nothingHasRun();
        } finally {
            filters.deleteFilter(id);
        }
    }

    /** What the engine is asked in itself goes by the second wall. */
    @Test
    void theEngineItselfTakesNoExpressionInAQuery() {
        for (TaskQueryImpl query : List.of(
                (TaskQueryImpl) tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}"),
                (TaskQueryImpl) tasks.createTaskQuery()
                        .or()
                        .taskAssigneeExpression("${currentUser()}")
                        .endOr())) {
            Stream.<Runnable>of(query::list, query::count, query::listIds, () -> filters.list(list(), query))
                    .forEach(ask -> assertThat(org.assertj.core.api.Assertions.catchThrowable(ask::run))
                            .hasMessageContaining("holds an expression"));
        }
    }

    /** Where a request comes from is not believed, and nothing depends on it. */
    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1", "10.0.0.1, 127.0.0.1", "localhost", "'; drop table x; --"})
    void aForgedOriginChangesNothing(String origin) {
        for (String path : List.of("/actuator/env", "/camunda/api/admin/setup/default/user/create", "/cases")) {
            for (String person : List.of("finance", "nobody-at-all")) {
                Answer plain = rest.get(person, path);
                Answer forged = rest.send(
                        person,
                        "GET",
                        path,
                        null,
                        "X-Forwarded-For",
                        origin,
                        "Forwarded",
                        "for=127.0.0.1",
                        "X-Real-IP",
                        origin);
                assertThat(forged.status()).as(path).isEqualTo(plain.status()).isGreaterThanOrEqualTo(400);
            }
        }
    }

    @Test
    void tasklistsOwnQueriesGoOn() {
        Visitor clerk = rest.visitor(Way.TASKLIST, "admin");
        for (String body : List.of(
                "{\"sorting\":[{\"sortBy\":\"created\",\"sortOrder\":\"desc\"}],\"processVariables\":[],\"taskVariables\":[],\"caseInstanceVariables\":[],\"firstResult\":0,\"maxResults\":15,\"active\":true}",
                "{\"sorting\":[{\"sortBy\":\"processVariable\",\"sortOrder\":\"asc\",\"parameters\":{\"variable\":\"site\",\"type\":\"String\"}}]}",
                "{\"orQueries\":[{\"processVariables\":[{\"name\":\"number\",\"operator\":\"like\",\"value\":\"%C%\"}],\"nameLike\":\"%a%\"}]}",
                "{\"processInstanceBusinessKeyLike\":\"%C%\",\"dueBefore\":\"2026-01-01T00:00:00.000+0000\"}",
                "{\"assignee\":null,\"nameLike\":\"%${x}%\"}")) {
            for (String path : List.of("/list", "/count")) {
                Answer answer = clerk.post("/filter/" + list() + path, body);
                assertThat(answer.status()).as(body + answer).isEqualTo(200);
            }
            assertThat(clerk.post("/task", body).status()).as(body).isEqualTo(200);
        }
        assertThat(clerk.get(
                                "/task?candidateGroup=customer-service&sortBy=created&sortOrder=asc&firstResult=0&maxResults=5")
                        .status())
                .isEqualTo(200);
    }
}
