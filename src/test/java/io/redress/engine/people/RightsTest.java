package io.redress.engine.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.language.Language;
import io.redress.people.Group;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every demo person tries what it may and what it may not, through the engine's own services. */
class RightsTest {

    private static TestEngine test;
    private static IdentityService identities;
    private static AuthorizationService authorizations;
    private static RepositoryService repository;
    private static RuntimeService runtime;
    private static TaskService tasks;

    @BeforeAll
    static void open() {
        test = new TestEngine();
        identities = test.engine.getIdentityService();
        authorizations = test.engine.getAuthorizationService();
        repository = test.engine.getRepositoryService();
        runtime = test.engine.getRuntimeService();
        tasks = test.engine.getTaskService();
        test.start(Language.ZH, TestEngine.demo());
        TestEngine.groups().all().stream()
                .filter(group -> group.kind() == Group.Kind.WORKING)
                .forEach(group -> test.taskOf(group.id()));
        test.deploy("limit.dmn", """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="limits" name="limits"
                    namespace="redress">
                  <decision id="limit" name="Limit"><decisionTable id="t"><output id="o" name="sum"/></decisionTable></decision>
                </definitions>
                """);
    }

    @AfterAll
    static void close() {
        test.close();
    }

    static Stream<String> working() {
        return TestEngine.groups().all().stream()
                .filter(group -> group.kind() == Group.Kind.WORKING)
                .map(Group::id);
    }

    static Stream<String> notAdministrators() {
        return Stream.concat(working(), Stream.of("demo", "process-owner", "intake-api"));
    }

    @ParameterizedTest
    @MethodSource("notAdministrators")
    void everybodyReadsDefinitions(String login) {
        test.as(login, () -> {
            assertThat(repository
                            .createProcessDefinitionQuery()
                            .processDefinitionKey("task-of-finance")
                            .count())
                    .isOne();
            assertThat(repository.createDecisionDefinitionQuery().count()).isOne();
        });
    }

    @ParameterizedTest
    @MethodSource("working")
    void aWorkingGroupSeesItsOwnTasksInTasklistAndNoneOfOthers(String login) {
        test.as(login, () -> {
            assertThat(tasks.createTaskQuery().list())
                    .extracting(task -> task.getProcessDefinitionId().split(":")[0])
                    .containsOnly("task-of-" + login);
            assertThat(runtime.createProcessInstanceQuery().count()).isZero();
            assertThat(test.engine
                            .getHistoryService()
                            .createHistoricProcessInstanceQuery()
                            .count())
                    .isZero();
        });
        assertThat(mayOpen(login)).containsExactly("tasklist");
    }

    @Test
    void aClerkTakesAndWorksOnATaskOfItsGroupButDoesNotHandItOut() {
        Task task = test.taskOf("finance");
        test.as("finance", () -> tasks.claim(task.getId(), "finance"));
        refused("cashier", () -> tasks.claim(task.getId(), "cashier"));
        refused("finance", () -> tasks.setAssignee(task.getId(), "cashier"));
        refused("finance", () -> tasks.addCandidateGroup(task.getId(), "cashier"));
        refused("finance", () -> tasks.setPriority(task.getId(), 1));
        refused("finance", () -> runtime.deleteProcessInstance(task.getProcessInstanceId(), "gone"));
        refused("finance", () -> runtime.setVariable(task.getProcessInstanceId(), "amount", 1));
        test.as("finance", () -> tasks.complete(task.getId()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"finance-head", "general-manager-office"})
    void aSuperiorFindsHandsOverAndTakesOverTheTasksOfTheirPeople(String superior) {
        Task task = test.taskOf("finance", Map.of("site", "supermarket"));
        assertThat(team(superior)).contains(task.getId());
        test.as("finance", () -> tasks.claim(task.getId(), "finance"));
        test.as(superior, () -> tasks.setAssignee(task.getId(), "demo"));
        test.as(superior, () -> tasks.setAssignee(task.getId(), superior));
        assertThat(tasks.createTaskQuery().taskAssignee(superior).list())
                .extracting(Task::getId)
                .containsExactly(task.getId());
        refused("finance", () -> tasks.setAssignee(task.getId(), "finance"));
        test.as(superior, () -> tasks.complete(task.getId()));
    }

    @Test
    void aTaskOfSeveralGroupsHasTheSameSuperiorOnce() {
        Task task = test.taskOf("finance", Map.of("site", "supermarket"));
        test.as("admin", () -> {
            tasks.addCandidateGroup(task.getId(), "cashier");
            tasks.addCandidateGroup(task.getId(), "finance-head");
        });
        test.as("finance-head", () -> tasks.setAssignee(task.getId(), "cashier"));
        test.as("cashier", () -> tasks.complete(task.getId()));
    }

    @Test
    void whoStandsAboveNobodyOfATaskDoesNotSeeIt() {
        Task task = test.taskOf("finance", Map.of("site", "supermarket"));
        assertThat(team("customer-service-manager")).doesNotContain(task.getId());
        refused("customer-service-manager", () -> tasks.setAssignee(task.getId(), "finance"));
        test.as("finance", () -> tasks.complete(task.getId()));
    }

    private static List<String> team(String login) {
        return test.as(
                login,
                () -> test
                        .engine
                        .getFilterService()
                        .<Task>list(test.engine
                                .getFilterService()
                                .createFilterQuery()
                                .filterName("团队任务")
                                .singleResult()
                                .getId())
                        .stream()
                        .map(Task::getId)
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"process-owner", "intake-api"})
    void ownersAndInterfacesHaveNoWebApplication(String login) {
        assertThat(mayOpen(login)).isEmpty();
        test.as(login, () -> assertThat(tasks.createTaskQuery().count()).isZero());
    }

    @ParameterizedTest
    @MethodSource("notAdministrators")
    void nobodyButAnAdministratorChangesFiltersPeopleOrRights(String login) {
        Filter ours = test.engine.getFilterService().createFilterQuery().list().get(0);
        refused(
                login,
                () -> test.engine
                        .getFilterService()
                        .saveFilter(test.engine.getFilterService().newTaskFilter("mine")));
        refused(login, () -> test.engine.getFilterService().saveFilter(ours.setName("other")));
        refused(login, () -> test.engine.getFilterService().deleteFilter(ours.getId()));
        refused(login, () -> identities.saveUser(identities.newUser("friend")));
        refused(login, () -> identities.saveGroup(identities.newGroup("friends")));
        refused(login, () -> identities.createMembership(login, "camunda-admin"));
        refused(login, () -> identities.deleteMembership("admin", "camunda-admin"));
        refused(login, () -> authorizations.saveAuthorization(own(login)));
    }

    @ParameterizedTest
    @MethodSource("notAdministrators")
    void nobodyDeletesAnybody(String login) {
        refused(login, () -> identities.deleteUser(login));
        refused(login, () -> identities.deleteUser("admin"));
    }

    @ParameterizedTest
    @MethodSource("notAdministrators")
    void onlyWhoStandsAboveOthersReadsWhoTheyAre(String login) {
        boolean head = login.equals("demo")
                || TestEngine.groups().all().stream()
                        .anyMatch(group -> group.head().filter(login::equals).isPresent());
        test.as(login, () -> {
            List<String> read = identities.createUserQuery().list().stream()
                    .map(User::getId)
                    .toList();
            if (head) {
                assertThat(read).contains("customer-service", login);
            } else {
                assertThat(read).containsExactly(login);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("working")
    void everybodySeesTheNamesOfAllGroupsAndChangesNone(String login) {
        test.as(login, () -> {
            assertThat(identities.createGroupQuery().list())
                    .extracting(org.camunda.bpm.engine.identity.Group::getId)
                    .contains(login, "finance", "senior-management");
            assertThat(identities.createGroupQuery().count()).isGreaterThan(1);
            org.camunda.bpm.engine.identity.Group finance =
                    identities.createGroupQuery().groupId("finance").singleResult();
            finance.setName("Cash");
            assertThatThrownBy(() -> identities.saveGroup(finance)).isInstanceOf(AuthorizationException.class);
            assertThatThrownBy(() -> identities.createMembership(login, "finance"))
                    .isInstanceOf(AuthorizationException.class);
        });
    }

    @Test
    void whoIsInAGroupIsForThoseWhoMayReadIt() {
        test.as("merchant", () -> {
            assertThat(identities.createGroupQuery().groupMember("finance").count())
                    .isZero();
            assertThat(identities.createGroupQuery().groupMember("finance").list())
                    .isEmpty();
            assertThat(identities.createGroupQuery().groupMember("merchant").list())
                    .hasSize(1);
            assertThat(identities.createUserQuery().memberOfGroup("finance").list())
                    .isEmpty();
        });
    }

    @Test
    void groupNamesAreForWhoeverUsesTasklist() {
        test.as(
                "intake-api",
                () -> assertThat(identities.createGroupQuery().list())
                        .extracting(org.camunda.bpm.engine.identity.Group::getId)
                        .doesNotContain("finance"));
        assertThat(identities.createGroupQuery().count())
                .as("nobody in particular asks")
                .isGreaterThan(1);
    }

    @Test
    void aPersonChangesItsOwnPasswordAndProfile() {
        test.as("legal", () -> {
            User me = identities.createUserQuery().userId("legal").singleResult();
            me.setFirstName("谢文武");
            me.setPassword("Sesame-Open-1");
            identities.saveUser(me);
        });
        assertThat(identities.checkPassword("legal", "Sesame-Open-1")).isTrue();
    }

    @Test
    void aPersonWhomAnAdministratorAddsCanNotDeleteItselfEither() {
        test.as("admin", () -> {
            User user = identities.newUser("newcomer");
            user.setPassword("Sesame-Open-1");
            identities.saveUser(user);
            identities.createMembership("newcomer", "finance");
        });
        refused("newcomer", () -> identities.deleteUser("newcomer"));
        test.as("admin", () -> identities.deleteUser("newcomer"));
    }

    @ParameterizedTest
    @MethodSource("working")
    void onlyProcessOwnersAndAdministratorsDeploy(String login) {
        refused(login, () -> deploy("by-" + login));
        test.as(
                login,
                () -> assertThat(repository.createDeploymentQuery().count()).isZero());
    }

    @Test
    void aProcessOwnerDeploysAndReadsDeploymentsButDeletesNone() {
        String deployment = test.as("process-owner", () -> deploy("by-owner"));
        test.as("process-owner", () -> {
            assertThat(repository.getDeploymentResourceNames(deployment)).containsExactly("by-owner.bpmn");
            assertThat(repository.createDeploymentQuery().count()).isGreaterThan(1);
        });
        refused("process-owner", () -> repository.deleteDeployment(deployment, true));
        refused("process-owner", () -> repository.suspendProcessDefinitionByKey("by-owner"));
        refused("process-owner", () -> runtime.startProcessInstanceByKey("by-owner"));
    }

    @Test
    void anAdministratorMayDoEverything() {
        for (Resources resource : Resources.values()) {
            assertThat(authorizations.isUserAuthorized(
                            "admin", List.of("camunda-admin"), Permissions.ALL, resource, Authorization.ANY))
                    .as(resource.resourceName())
                    .isTrue();
        }
        assertThat(mayOpen("admin")).containsExactlyInAnyOrder("tasklist", "cockpit", "admin");
        String deployment = test.as("admin", () -> deploy("by-admin"));
        test.as("admin", () -> repository.deleteDeployment(deployment, true));
    }

    @Test
    void exactlyTheNamedGroupsStartAProcess() {
        test.deploy("startable.bpmn", TestEngine.process("startable", "nobody"));
        StartGrants starts = new StartGrants(authorizations);
        starts.allow("startable", Set.of("customer-service", "intake-api"));
        assertThat(startableBy("customer-service")).containsExactly("startable");
        test.as("customer-service", () -> runtime.startProcessInstanceByKey("startable"));
        test.as("intake-api", () -> runtime.startProcessInstanceByKey("startable"));
        refused("finance", () -> runtime.startProcessInstanceByKey("startable"));
        Map<String, ?> before = test.stored();
        starts.allow("startable", Set.of("intake-api", "customer-service"));
        assertThat(test.stored()).isEqualTo(before);

        starts.allow("startable", Set.of("finance"));
        assertThat(startableBy("customer-service")).isEmpty();
        refused("customer-service", () -> runtime.startProcessInstanceByKey("startable"));
        test.as("finance", () -> runtime.startProcessInstanceByKey("startable"));

        starts.allow("startable", Set.of());
        refused("finance", () -> runtime.startProcessInstanceByKey("startable"));
        test.as("admin", () -> runtime.startProcessInstanceByKey("startable"));
    }

    @Test
    void withdrawingTheStartKeepsWhatAnAdministratorGrantedBesides() {
        Authorization besides = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        besides.setGroupId("auditor");
        besides.setResource(Resources.PROCESS_DEFINITION);
        besides.setResourceId("task-of-finance");
        besides.addPermission(ProcessDefinitionPermissions.READ_INSTANCE);
        authorizations.saveAuthorization(besides);
        Authorization personal = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        personal.setUserId("cashier");
        personal.setResource(Resources.PROCESS_DEFINITION);
        personal.setResourceId("task-of-finance");
        personal.addPermission(ProcessDefinitionPermissions.CREATE_INSTANCE);
        authorizations.saveAuthorization(personal);
        StartGrants starts = new StartGrants(authorizations);

        starts.allow("task-of-finance", Set.of("auditor"));
        starts.allow("task-of-finance", Set.of());

        refused("auditor", () -> runtime.startProcessInstanceByKey("task-of-finance"));
        test.as(
                "auditor",
                () -> assertThat(runtime.createProcessInstanceQuery().count()).isPositive());
        assertThatCode(() -> test.as("cashier", () -> runtime.startProcessInstanceByKey("task-of-finance")))
                .doesNotThrowAnyException();
        authorizations.deleteAuthorization(besides.getId());
        authorizations.deleteAuthorization(personal.getId());
    }

    @Test
    void aCardShowsNumberSeverityAndSiteToWhoeverMayReadTheTaskAndNothingElse() {
        Task task = test.taskOf("finance");
        String instance = task.getProcessInstanceId();
        runtime.setVariables(instance, Map.of("number", "C-1", "severity", "high", "site", "mall", "amount", 12));
        assertThat(onCard("finance", instance, "number", "severity", "site"))
                .containsExactlyInAnyOrder("C-1", "high", "mall");
        assertThat(onCard("finance", instance, "number", "amount")).isEmpty();
        assertThat(onCard("cashier", instance, "number")).isEmpty();
        assertThat(onCard("admin", instance, "number", "amount")).containsExactlyInAnyOrder("C-1", 12);
        assertThat(onCard("admin", instance, "number")).containsExactly("C-1");
        test.as(
                "finance",
                () -> assertThat(runtime.createVariableInstanceQuery()
                                .variableName("number")
                                .list())
                        .isEmpty());
        tasks.complete(task.getId());
    }

    private static List<Object> onCard(String login, String instance, String... names) {
        return test.as(
                login,
                () ->
                        runtime
                                .createVariableInstanceQuery()
                                .variableNameIn(names)
                                .variableScopeIdIn(instance)
                                .list()
                                .stream()
                                .map(VariableInstance::getValue)
                                .toList());
    }

    @Test
    void knowsWhoIsActing() {
        ActingPerson person = new ActingPerson(identities::getCurrentAuthentication);
        assertThat(person.nobody()).isTrue();
        assertThat(person.administers()).isFalse();
        test.as("finance", () -> {
            assertThat(person.is("finance")).isTrue();
            assertThat(person.in("finance")).isTrue();
            assertThat(person.in("cashier")).isFalse();
            assertThat(person.administers()).isFalse();
        });
        test.as("admin", () -> assertThat(person.administers()).isTrue());
        identities.setAuthenticatedUserId("admin");
        assertThat(person.administers()).as("without known groups").isFalse();
        identities.clearAuthentication();
    }

    private static List<String> mayOpen(String login) {
        List<String> groups = identities.createGroupQuery().groupMember(login).list().stream()
                .map(org.camunda.bpm.engine.identity.Group::getId)
                .toList();
        return Stream.of("tasklist", "cockpit", "admin")
                .filter(application -> authorizations.isUserAuthorized(
                        login, groups, Permissions.ACCESS, Resources.APPLICATION, application))
                .toList();
    }

    private static List<String> startableBy(String login) {
        return test.as(
                login,
                () ->
                        repository
                                .createProcessDefinitionQuery()
                                .latestVersion()
                                .startablePermissionCheck()
                                .list()
                                .stream()
                                .map(definition -> definition.getKey())
                                .toList());
    }

    private static String deploy(String key) {
        return repository
                .createDeployment()
                .addString(key + ".bpmn", TestEngine.process(key, "finance"))
                .deploy()
                .getId();
    }

    private static Authorization own(String login) {
        Authorization all = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        all.setUserId(login);
        all.setResource(Resources.TASK);
        all.setResourceId(Authorization.ANY);
        all.addPermission(Permissions.ALL);
        return all;
    }

    private static void refused(String login, ThrowingCallable act) {
        assertThatThrownBy(() -> test.as(login, () -> {
                    try {
                        act.call();
                    } catch (RuntimeException e) {
                        throw e;
                    } catch (Throwable e) {
                        throw new AssertionError(e);
                    }
                }))
                .isInstanceOf(AuthorizationException.class);
    }
}
