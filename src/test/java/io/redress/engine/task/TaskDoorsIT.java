package io.redress.engine.task;

import static io.redress.testing.Cases.START;
import static io.redress.testing.Complaints.confirmation;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testing.Cases;
import io.redress.testing.RedressServer;
import io.redress.testing.Refused;
import io.redress.testing.Rest;
import io.redress.testing.Rest.Visitor;
import io.redress.testing.Rest.Way;
import io.redress.testing.Stored;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

@RedressServer
class TaskDoorsIT {

    private static final String CLERK = "customer-service";

    /**
     * Every door that would change something otherwise than by a form: method, path and body. {@code T} stands for a
     * task of the clerk's group, {@code I} for its case, {@code E} for its execution, {@code D} for its definition,
     * {@code P} for its deployment, {@code F} for a filter.
     */
    private static final String DOORS = """
            POST   /task/T/complete                        {}
            POST   /task/T/complete                        {"variables":{"severity":{"value":"critical"}}}
            POST   /task/T/complete                        {"withVariablesInReturn":true}
            POST   /task/T/bpmnError                       {"errorCode":"nonsense"}
            POST   /task/T/bpmnEscalation                  {"escalationCode":"nonsense"}
            POST   /task/T/resolve                         {"variables":{"x":{"value":1}}}
            POST   /task/T/delegate                        {"userId":"demo"}
            POST   /task/T/assignee                        {"userId":"demo"}
            POST   /task/T/claim                           {"userId":"demo"}
            POST   /task/T/claim                           {"userId":null}
            PUT    /task/T                                 {"name":"mine","assignee":"customer-service","priority":99}
            DELETE /task/T                                 -
            POST   /task/create                            {"id":"my-task","name":"mine"}
            PUT    /task/T/variables/severity              {"value":"critical","type":"String"}
            POST   /task/T/variables                       {"modifications":{"severity":{"value":"x"}},"deletions":["site"]}
            DELETE /task/T/variables/severity              -
            POST   /task/T/variables/severity/data         {}
            PUT    /task/T/localVariables/severity         {"value":"critical","type":"String"}
            POST   /task/T/localVariables                  {"modifications":{"x":{"value":"x"}}}
            DELETE /task/T/localVariables/severity         -
            POST   /task/T/identity-links                  {"userId":"finance","type":"candidate"}
            POST   /task/T/identity-links/delete           {"groupId":"customer-service","type":"candidate"}
            POST   /task/T/attachment/create               {}
            DELETE /task/T/comment                         -
            PUT    /task/T/comment                         {"id":"x","message":"changed"}
            POST   /process-definition/key/complaint-handling/start    {}
            POST   /process-definition/key/complaint-handling/start    {"businessKey":"C-1","variables":{"caseId":{"value":1}}}
            POST   /process-definition/D/start             {}
            POST   /process-definition/D/restart           {"processInstanceIds":["I"],"instructions":[]}
            PUT    /process-definition/D/suspended         {"suspended":true,"includeProcessInstances":true}
            PUT    /process-definition/D/history-time-to-live  {"historyTimeToLive":0}
            DELETE /process-definition/D?cascade=true      -
            DELETE /process-definition/key/complaint-handling?cascade=true  -
            PUT    /process-instance/I/variables/severity  {"value":"critical","type":"String"}
            POST   /process-instance/I/variables           {"modifications":{"severity":{"value":"x"}}}
            DELETE /process-instance/I/variables/severity  -
            POST   /process-instance/I/modification        {"instructions":[{"type":"cancel","activityId":"userTask_confirmTheRecord"}]}
            PUT    /process-instance/I/suspended           {"suspended":true}
            PUT    /process-instance/suspended             {"suspended":true,"processInstanceIds":["I"]}
            DELETE /process-instance/I                     -
            POST   /process-instance/delete                {"processInstanceIds":["I"]}
            POST   /process-instance/job-retries           {"processInstances":["I"],"retries":0}
            POST   /process-instance/variables-async       {"processInstanceIds":["I"],"variables":{"x":{"value":1}}}
            POST   /process-instance/message-async         {"messageName":"m","processInstanceIds":["I"]}
            PUT    /execution/E/localVariables/x           {"value":1}
            POST   /execution/E/signal                     {}
            POST   /execution/E/messageSubscriptions/m/trigger  {}
            POST   /execution/E/create-incident            {"incidentType":"x","configuration":"y"}
            POST   /message                                {"messageName":"complaint.withdrawn","all":true}
            POST   /signal                                 {"name":"x"}
            POST   /condition                              {"variables":{"x":{"value":1}}}
            POST   /external-task/fetchAndLock             {"workerId":"w","maxTasks":1,"topics":[]}
            POST   /external-task/x/complete               {"workerId":"w"}
            PUT    /external-task/retries                  {"retries":0,"externalTaskIds":["x"]}
            PUT    /job/x/retries                          {"retries":0}
            POST   /job/x/execute                          {}
            PUT    /job/x/duedate                          {"duedate":null}
            DELETE /job/x                                  -
            PUT    /job/suspended                          {"suspended":true,"processDefinitionKey":"complaint-handling"}
            PUT    /job-definition/suspended               {"suspended":true,"processDefinitionKey":"complaint-handling"}
            PUT    /batch/x/suspended                      {"suspended":true}
            DELETE /batch/x                                -
            POST   /migration/generate                     {"sourceProcessDefinitionId":"D","targetProcessDefinitionId":"D"}
            POST   /modification/execute                   {"processDefinitionId":"D","processInstanceIds":["I"],"instructions":[]}
            POST   /deployment/create                      {}
            POST   /deployment/P/redeploy                  {}
            DELETE /deployment/P?cascade=true              -
            POST   /decision-definition/key/x/evaluate     {"variables":{}}
            POST   /user/create                            {"profile":{"id":"eve"},"credentials":{"password":"Long-enough-1"}}
            DELETE /user/customer-service                  -
            DELETE /user/admin                             -
            POST   /user/admin/unlock                      {}
            PUT    /user/admin/profile                     {"id":"admin","firstName":"Eve"}
            PUT    /user/admin/credentials                 {"password":"Long-enough-1","authenticatedUserPassword":"demo"}
            PUT    /user/customer-service/profile          {"id":"admin","firstName":"Eve","email":"eve@example.org"}
            PUT    /user/customer-service/credentials      {"password":"short","authenticatedUserPassword":"demo"}
            POST   /group/create                           {"id":"eves","name":"Eves"}
            PUT    /group/camunda-admin                    {"id":"camunda-admin","name":"Eve"}
            DELETE /group/camunda-admin                    -
            PUT    /group/camunda-admin/members/customer-service  -
            DELETE /group/camunda-admin/members/admin      -
            POST   /tenant/create                          {"id":"t","name":"t"}
            POST   /authorization/create                   {"type":1,"permissions":["ALL"],"userId":"customer-service","resourceType":7,"resourceId":"*"}
            POST   /filter/create                          {"resourceType":"Task","name":"mine","query":{"assigneeExpression":"${1+1}"}}
            PUT    /filter/F                               {"resourceType":"Task","name":"mine","query":{}}
            DELETE /filter/F                               -
            POST   /filter/F/list                          {"assigneeExpression":"${''.getClass()}"}
            POST   /task                                   {"assigneeExpression":"${''.getClass()}"}
            POST   /task                                   null
            DELETE /history/process-instance/I             -
            POST   /history/process-instance/delete        {"historicProcessInstanceIds":["I"]}
            POST   /history/process-instance/set-removal-time  {"absoluteRemovalTime":"2020-01-01T00:00:00.000+0000","historicProcessInstanceIds":["I"]}
            DELETE /history/process-instance/I/variable-instances  -
            DELETE /history/variable-instance/x            -
            POST   /history/decision-instance/delete       {"historicDecisionInstanceIds":["x"]}
            PUT    /history/user-operation/x/set-annotation  {"annotation":"x"}
            POST   /history/cleanup                        {}
            POST   /schema/log                             {}
            DELETE /metrics                                -
            PUT    /incident/x/annotation                  {"annotation":"x"}
            POST   /telemetry/configuration                {"enableTelemetry":true}
            """;

    /** The web applications' own interfaces. */
    private static final String PLUGINS = """
            POST   /camunda/api/cockpit/plugin/base/default/process-instance       {}
            POST   /camunda/api/cockpit/plugin/base/default/incident               {}
            GET    /camunda/api/cockpit/plugin/base/default/process-definition/statistics  -
            GET    /camunda/api/admin/plugin/adminPlugins/default/metrics/aggregated  -
            POST   /camunda/api/admin/setup/default/user/create  {"profile":{"id":"eve"},"credentials":{"password":"Long-enough-1"}}
            POST   /camunda/api/admin/setup/engine/user/create   {"profile":{"id":"eve"},"credentials":{"password":"Long-enough-1"}}
            POST   /camunda/api/admin/auth/user/default/nonsense {}
            """;

    @Autowired
    private Rest rest;

    @Autowired
    private Cases cases;

    @Autowired
    private Stored stored;

    @Autowired
    private TaskService tasks;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private ManagementService management;

    @Autowired
    private IdentityService identities;

    @Autowired
    private RepositoryService repository;

    private record Door(String method, String path, String body) {

        @Override
        public String toString() {
            return method + " " + path + " " + body;
        }
    }

    private Stream<Door> doors(String table, Task task) {
        Map<String, String> ids = new HashMap<>(Map.of(
                "/T", "/" + task.getId(),
                "/I", "/" + task.getProcessInstanceId(),
                "/E", "/" + task.getExecutionId(),
                "/D", "/" + task.getProcessDefinitionId(),
                "/P",
                        "/"
                                + repository
                                        .getProcessDefinition(task.getProcessDefinitionId())
                                        .getDeploymentId(),
                "/F", "/" + filter(),
                "\"I\"", "\"" + task.getProcessInstanceId() + "\"",
                "\"D\"", "\"" + task.getProcessDefinitionId() + "\""));
        return table.lines().map(line -> {
            String[] parts = line.strip().split("\\s+", 3);
            return new Door(parts[0], filled(parts[1], ids), parts[2].equals("-") ? null : filled(parts[2], ids));
        });
    }

    private static String filled(String text, Map<String, String> ids) {
        String filled = text;
        for (Map.Entry<String, String> id : ids.entrySet()) {
            filled = filled.replaceAll(id.getKey() + "(?![a-zA-Z])", id.getValue());
        }
        return filled;
    }

    private String filter() {
        return management.getProperties().get("redress.filter.mine");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aClerkChangesNothingButByAForm(Way way) {
        Task task = cases.confirming();
        cases.settle();
        Visitor clerk = rest.visitor(way, CLERK);
        Map<String, ?> before = stored.everything();
        SoftAssertions.assertSoftly(all -> Stream.concat(
                        doors(DOORS, task), way == Way.TASKLIST ? doors(PLUGINS, task) : Stream.empty())
                .forEach(door -> all.assertThatCode(() ->
                                Refused.inWords(door.toString(), clerk.send(door.method(), door.path(), door.body())))
                        .doesNotThrowAnyException()));
        assertThat(stored.everything()).isEqualTo(before);
        assertThat(clerk.submit("/task/" + task.getId(), confirmation()).status())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void whoHasNotLoggedInIsAskedToWhateverTheDoor(Way way) {
        Task task = cases.confirming();
        cases.settle();
        Visitor nobody = rest.visitor(way, null);
        Map<String, ?> before = stored.everything();
        Stream<Door> reads = Stream.of(
                        "/task", "/process-instance", "/user", "/history/task", "/task/" + task.getId(), "/version")
                .map(path -> new Door("GET", path, null));
        Stream<Door> forms = Stream.of(
                new Door("POST", "/task/" + task.getId() + "/submit-form", "{}"),
                new Door("POST", START + "/submit-form", "{}"));
        SoftAssertions.assertSoftly(all -> Stream.concat(doors(DOORS, task), Stream.concat(reads, forms))
                .forEach(door -> all.assertThat(nobody.send(door.method(), door.path(), door.body())
                                .status())
                        .as(door.toString())
                        .isEqualTo(401)));
        if (way == Way.TASKLIST) {
            SoftAssertions.assertSoftly(all -> doors(PLUGINS, task)
                    .forEach(door -> all.assertThat(nobody.send(door.method(), door.path(), door.body())
                                    .status())
                            .as(door.toString())
                            .isEqualTo(door.path().contains("/setup/") ? 403 : 401)));
        }
        assertThat(stored.everything()).isEqualTo(before);
    }

    @Test
    void noSpellingOfTheAddressOpensADoor() {
        Task task = cases.confirming();
        cases.settle();
        Map<String, ?> before = stored.everything();
        String id = task.getId();
        SoftAssertions.assertSoftly(all -> {
            for (String prefix :
                    List.of("/engine-rest", "/engine-rest/engine/default", "/camunda/api/engine/engine/default")) {
                Visitor clerk = prefix.startsWith("/camunda")
                        ? rest.session("tasklist", CLERK)
                        : (method, path, body, headers) -> rest.send(CLERK, method, path, body, headers);
                for (String spelling : List.of(
                        "//task//%s//complete",
                        "/task/%s/complete/",
                        "/task/%s/complete//",
                        "/task/%s/complete;x=y",
                        "/task;x=y/%s;z/complete;",
                        "/task/%s/%%63omplete",
                        "/task/%s%%2Fcomplete",
                        "/task/%s/complete%%2F..%%2Fclaim",
                        "/task/%s/complete/../claim",
                        "/task/%s/complete/%%2e%%2e/claim",
                        "/task/%s/claim/../complete",
                        "/task/%s/claim/;/../../%<s/complete",
                        "/task/%s/./complete",
                        "/./task/%s/complete",
                        "/task/%s/complete?_method=GET",
                        "/task/%s/complete%%00",
                        "/task/%s/complete%%20",
                        "/task/%s/bpmnError%%3Bx/claim",
                        "/TASK/%s/complete",
                        "/task/%s/COMPLETE")) {
                    for (String method : List.of("POST", "post", "Post", "PATCH")) {
                        Rest.Answer answer =
                                clerk.send(method, prefix + spelling.formatted(id), "{\"userId\":\"demo\"}");
                        all.assertThat(answer.status())
                                .as("%s %s%s: %s", method, prefix, spelling, answer)
                                .isBetween(400, 499);
                    }
                }
            }
            for (String header : List.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override")) {
                all.assertThat(rest.send(
                                        CLERK,
                                        "POST",
                                        "/engine-rest/task/" + id + "/comment/create",
                                        "{}",
                                        header,
                                        "DELETE")
                                .status())
                        .as(header)
                        .isBetween(400, 499);
                rest.send(
                        CLERK,
                        "GET",
                        "/engine-rest/process-instance/" + task.getProcessInstanceId(),
                        null,
                        header,
                        "DELETE");
            }
        });
        assertThat(stored.everything()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aClerkTakesATaskCommentsOnItGivesItBackAndAnswersItsForm(Way way) {
        Visitor clerk = rest.visitor(way, CLERK);
        String task = "/task/" + cases.confirming().getId();
        assertThat(clerk.post(task + "/claim", Map.of("userId", CLERK)).status())
                .isEqualTo(204);
        assertThat(clerk.post(task + "/comment/create", Map.of("message", "Called, no answer"))
                        .status())
                .isEqualTo(200);
        assertThat(clerk.get(task + "/comment").body()).hasSize(1);
        Refused.inWords("un-claim of another's", rest.visitor(way, "on-call").post(task + "/unclaim", null));
        assertThat(clerk.post(task + "/unclaim", null).status()).isEqualTo(204);
        assertThat(clerk.post("/task", Map.of("candidateGroup", CLERK)).body()).isNotEmpty();
        assertThat(clerk.post("/task/count", Map.of()).body().path("count").asInt())
                .isPositive();
        assertThat(clerk.post("/filter/" + filter() + "/list", Map.of()).status())
                .isEqualTo(200);
        assertThat(clerk.submit(task, confirmation()).status()).isEqualTo(204);
        for (String act : List.of("/claim", "/unclaim", "/submit-form", "/comment/create")) {
            Refused.inWords("gone: " + act, clerk.post(task + act, Map.of("userId", CLERK)));
        }
        Refused.inWords("gone", clerk.get(task + "/form-variables"));
    }

    @Test
    void aCommentStaysWithItsOwnCase() {
        Task task = cases.confirming();
        Task other = cases.confirming();
        rest.post(
                CLERK,
                "/engine-rest/task/" + task.getId() + "/comment/create",
                Map.of("message", "hello", "processInstanceId", other.getProcessInstanceId()));
        assertThat(tasks.getProcessInstanceComments(other.getProcessInstanceId()))
                .isEmpty();
        assertThat(tasks.getProcessInstanceComments(task.getProcessInstanceId()))
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aPersonChangesTheirOwnNameAndPassword(Way way) {
        Visitor person = rest.visitor(way, "cashier");
        assertThat(person.send(
                                "PUT",
                                "/user/cashier/profile",
                                Map.of("id", "cashier", "firstName", "Lin", "lastName", "Xu"))
                        .status())
                .isEqualTo(204);
        assertThat(person.get("/user/cashier/profile").body().path("firstName").asText())
                .isEqualTo("Lin");
        Refused.inWords(
                "without the present password",
                person.send(
                        "PUT",
                        "/user/cashier/credentials",
                        Map.of("password", "A-long-Secret-7", "authenticatedUserPassword", "wrong")));
        // A failed try keeps the next one waiting.
        identities.unlockUser("cashier");
        assertThat(person.send(
                                "PUT",
                                "/user/cashier/credentials",
                                Map.of("password", "A-long-Secret-7", "authenticatedUserPassword", "demo"))
                        .status())
                .isEqualTo(204);
        assertThat(identities.checkPassword("cashier", "A-long-Secret-7")).isTrue();
        User cashier = identities.createUserQuery().userId("cashier").singleResult();
        cashier.setPassword("demo");
        ((IdentityServiceImpl) identities).saveUser(cashier, true);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void nobodyButAnAdministratorAsksForMoreThanAPage(Way way) {
        Visitor clerk = rest.visitor(way, CLERK);
        for (String size : List.of("2001", "2147483647", "99999999999", "-1", "many", "")) {
            Refused.inWords(size, clerk.get("/task?maxResults=" + size));
        }
        Refused.inWords("encoded", clerk.get("/task?max%52esults=9999"));
        assertThat(clerk.get("/task?maxResults=1").body()).hasSizeLessThanOrEqualTo(1);
        assertThat(clerk.get("/task?maxResults=1&maxResults=9999").status()).isEqualTo(200);
        assertThat(clerk.get("/task").status()).isEqualTo(200);
        assertThat(rest.visitor(Way.ENGINE_REST, "admin")
                        .get("/task?maxResults=9999")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aClerkIsNotLetIntoCockpitOrAdmin() {
        for (String application : List.of("cockpit", "admin")) {
            Visitor clerk = rest.session("tasklist", CLERK);
            assertThat(clerk.get("/camunda/app/" + application + "/default/").status())
                    .isEqualTo(403);
        }
    }

    @Test
    void anAdministratorRepairsCasesInCockpit() {
        Visitor admin = rest.session("cockpit", "admin");
        Task task = cases.confirming();
        cases.settle();
        String instance = "/process-instance/" + task.getProcessInstanceId();
        assertThat(admin.get("/camunda/api/cockpit/plugin/base/default/process-definition/statistics")
                        .status())
                .isEqualTo(200);
        assertThat(admin.send("PUT", instance + "/suspended", Map.of("suspended", true))
                        .status())
                .isEqualTo(204);
        Refused.inWords("suspended", rest.submit(CLERK, "/engine-rest/task/" + task.getId(), confirmation()));
        assertThat(admin.send("PUT", instance + "/suspended", Map.of("suspended", false))
                        .status())
                .isEqualTo(204);
        assertThat(admin.send(
                                "POST",
                                instance + "/modification",
                                Map.of(
                                        "instructions",
                                        List.of(
                                                Map.of("type", "cancel", "activityId", "userTask_confirmTheRecord"),
                                                Map.of(
                                                        "type",
                                                        "startBeforeActivity",
                                                        "activityId",
                                                        "userTask_confirmTheRecord"))))
                        .status())
                .isEqualTo(204);
        Task again = tasks.createTaskQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult();
        assertThat(again.getId()).isNotEqualTo(task.getId());
        assertThat(admin.send("PUT", instance + "/variables/severity", Map.of("value", "high", "type", "String"))
                        .status())
                .isEqualTo(204);

        Job cleanUp = management.createJobQuery().listPage(0, 1).get(0);
        assertThat(admin.send("PUT", "/job/" + cleanUp.getId() + "/retries", Map.of("retries", 3))
                        .status())
                .isEqualTo(204);
        assertThat(admin.send("DELETE", instance, null).status()).isEqualTo(204);
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceId(task.getProcessInstanceId())
                        .count())
                .isZero();
    }
}
