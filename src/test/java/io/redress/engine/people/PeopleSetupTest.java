package io.redress.engine.people;

import static io.redress.engine.people.TestEngine.demo;
import static io.redress.engine.people.TestEngine.production;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.language.Language;
import io.redress.people.PeopleProperties;
import io.redress.people.StartRefused;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeopleSetupTest {

    private static final String GOOD_PASSWORD = "Sesame-Open-1";

    private static TestEngine test;
    private static IdentityService identities;

    @BeforeAll
    static void open() {
        test = new TestEngine();
        identities = test.engine.getIdentityService();
    }

    @BeforeEach
    void empty() {
        test.forgetPeople();
    }

    @AfterAll
    static void close() {
        test.close();
    }

    @Test
    void aSecondStartWritesNothing() {
        start(Language.ZH, demo());
        Map<String, ?> before = test.stored();
        start(Language.ZH, demo());
        assertThat(test.stored()).isEqualTo(before);
    }

    @Test
    void aSecondStartWithoutDemoWritesNothing() {
        start(Language.EN, production(GOOD_PASSWORD));
        Map<String, ?> before = test.stored();
        start(Language.EN, production(null));
        assertThat(test.stored()).isEqualTo(before);
    }

    @Test
    void anotherLanguageRenamesGroupsAndFiltersAndNothingElse() {
        start(Language.ZH, demo());
        assertThat(groupName("finance")).isEqualTo("财务部");
        assertThat(filterNames()).containsExactlyInAnyOrder("我的任务", "本组任务", "新到任务", "24 小时内到期", "已超期", "团队任务");
        List<String> ids = filterIds();
        Map<String, List<Map<String, Object>>> before = test.stored();

        start(Language.EN, demo());

        assertThat(groupName("finance")).isEqualTo("Finance");
        assertThat(filterNames()).containsExactlyInAnyOrderElementsOf(TestEngine.LISTS);
        assertThat(filterIds()).isEqualTo(ids);
        assertThat(labels()).containsOnly("Number", "Severity", "Site", "Deadline");
        assertThat(test.stored().get("act_ru_authorization")).isEqualTo(before.get("act_ru_authorization"));
        assertThat(test.stored().get("act_id_user")).isEqualTo(before.get("act_id_user"));
    }

    @Test
    void whatAnAdministratorAddedStays() {
        start(Language.ZH, demo());
        Group group = identities.newGroup("night-shift");
        group.setName("夜班");
        identities.saveGroup(group);
        identities.createMembership("finance", "night-shift");
        identities.deleteMembership("demo", "finance");
        start(Language.EN, demo());
        assertThat(groupName("night-shift")).isEqualTo("夜班");
        assertThat(identities.createUserQuery().memberOfGroup("night-shift").count())
                .isOne();
        assertThat(identities.createUserQuery().memberOfGroup("finance").list())
                .extracting(User::getId)
                .containsExactly("finance");
    }

    @Test
    void aFilterThatAnAdministratorChangedInTasklistIsPutBackAndNotDoubled() {
        start(Language.ZH, demo());
        Filter changed = test.engine
                .getFilterService()
                .createFilterQuery()
                .filterName("已超期")
                .singleResult();
        changed.setName("随便");
        // Tasklist saves only the properties that it knows itself.
        changed.setProperties(Map.of("color", "#000000"));
        test.engine.getFilterService().saveFilter(changed);
        start(Language.ZH, demo());
        assertThat(filterNames()).hasSameSizeAs(TestEngine.LISTS).contains("已超期");
    }

    @Test
    void aDeletedFilterComesBackReadable() {
        start(Language.ZH, demo());
        test.engine
                .getFilterService()
                .deleteFilter(test.engine
                        .getFilterService()
                        .createFilterQuery()
                        .filterName("已超期")
                        .singleResult()
                        .getId());
        start(Language.ZH, demo());
        assertThat(test.as(
                        "finance",
                        () -> test.engine.getFilterService().createFilterQuery().count()))
                .isEqualTo(TestEngine.LISTS.size());
    }

    @Test
    void aStartThatIsRolledBackLeavesNothing() {
        Map<String, ?> before = test.stored();
        test.transaction.executeWithoutResult(status -> {
            test.setup(Language.ZH, demo()).apply();
            status.setRollbackOnly();
        });
        assertThat(test.stored()).isEqualTo(before);
    }

    @Test
    void twoNodesThatStartAtOnceSetUpPeopleOnce() throws Exception {
        test.jdbc.execute("create table start_lock (id int primary key)");
        test.jdbc.execute("insert into start_lock values (1)");
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            Future<?> one = nodes.submit(this::startUnderLock);
            Future<?> other = nodes.submit(this::startUnderLock);
            one.get();
            other.get();
        } finally {
            nodes.shutdown();
        }
        assertThat(identities.createUserQuery().count())
                .isEqualTo(TestEngine.groups().all().size() + 1);
        assertThat(filterNames()).hasSameSizeAs(TestEngine.LISTS);
        Map<String, ?> before = test.stored();
        start(Language.ZH, demo());
        assertThat(test.stored()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"EN, 许琳 On-site cashier", "ZH, 许琳 现场收款"})
    void theDemoHasOnePersonAGroupAndOneInAllWorkingGroupsAndAnAdministrator(Language language, String called) {
        start(language, demo());
        TestEngine.groups().all().forEach(group -> {
            String login = group.id().equals("camunda-admin") ? "admin" : group.id();
            assertThat(identities.createGroupQuery().groupMember(login).list())
                    .extracting(Group::getId)
                    .containsExactly(group.id());
            assertThat(identities.checkPassword(login, "demo")).isTrue();
        });
        assertThat(identities.createGroupQuery().groupMember("demo").list())
                .extracting(Group::getId)
                .hasSize(TestEngine.groups().all().size() - 3)
                .doesNotContain("camunda-admin", "process-owner", "intake-api");
        User cashier = identities.createUserQuery().userId("cashier").singleResult();
        assertThat(cashier.getFirstName() + " " + cashier.getLastName()).isEqualTo(called);
    }

    @Test
    void theDemoLeavesAChangedPasswordAlone() {
        start(Language.ZH, demo());
        newPassword("finance");
        start(Language.ZH, demo());
        assertThat(identities.checkPassword("finance", GOOD_PASSWORD)).isTrue();
    }

    @Test
    void theDemoMakesADeletedPersonAnew() {
        start(Language.ZH, demo());
        identities.deleteUser("finance");
        start(Language.ZH, demo());
        assertThat(identities.checkPassword("finance", "demo")).isTrue();
    }

    @Test
    void theFirstAdministratorIsMadeFromTheGivenPasswordAndIsAlone() {
        start(Language.EN, production(GOOD_PASSWORD));
        assertThat(identities.createUserQuery().list()).extracting(User::getId).containsExactly("admin");
        assertThat(identities.checkPassword("admin", GOOD_PASSWORD)).isTrue();
        assertThat(identities.createGroupQuery().groupMember("admin").list())
                .extracting(Group::getId)
                .containsExactly("camunda-admin");
    }

    @Test
    void theGivenPasswordIsIgnoredOnceThereIsAnAdministrator() {
        start(Language.EN, production(GOOD_PASSWORD));
        start(Language.EN, production("Another-One-2"));
        assertThat(identities.checkPassword("admin", GOOD_PASSWORD)).isTrue();
    }

    @Test
    void anAdminPutOutOfTheGroupComesBackWithTheGivenPassword() {
        start(Language.EN, production(GOOD_PASSWORD));
        identities.deleteMembership("admin", "camunda-admin");
        start(Language.EN, production("Another-One-2"));
        assertThat(identities.checkPassword("admin", "Another-One-2")).isTrue();
        assertThat(identities.createUserQuery().memberOfGroup("camunda-admin").count())
                .isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void withoutAnyAdministratorAndPasswordItRefusesToStart(String password) {
        assertThatThrownBy(() -> start(Language.EN, production(password)))
                .isInstanceOfSatisfying(
                        StartRefused.class,
                        refused -> assertThat(refused.action()).contains("REDRESS_ADMIN_PASSWORD"))
                .hasMessageContaining("no administrator");
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "alllowercase1!", "Admin-Password-1"})
    void aWeakPasswordForTheAdministratorIsRefusedInWords(String password) {
        assertThatThrownBy(() -> start(Language.ZH, production(password)))
                .isInstanceOfSatisfying(
                        StartRefused.class,
                        refused -> assertThat(refused.action()).contains("10 个字符"))
                .hasMessageContaining("强度不足");
    }

    @Test
    void demoPeopleWithTheKnownPasswordAreRefusedOutsideDemoMode() {
        start(Language.EN, demo());
        identities.createUserQuery().list().stream()
                .map(User::getId)
                .filter(login -> !login.equals("finance") && !login.equals("admin"))
                .forEach(identities::deleteUser);
        newPassword("admin");
        Map<String, ?> before = test.stored();
        assertThatThrownBy(() -> start(Language.EN, production(GOOD_PASSWORD)))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("1 made-up people")
                .hasMessageContaining("finance");
        assertThat(test.stored()).isEqualTo(before);

        newPassword("finance");
        start(Language.EN, production(null));
    }

    private void start(Language language, PeopleProperties properties) {
        test.start(language, properties);
    }

    private void startUnderLock() {
        test.transaction.executeWithoutResult(status -> {
            test.jdbc.queryForList("select id from start_lock where id = 1 for update");
            start(Language.ZH, demo());
        });
    }

    private void newPassword(String login) {
        User user = identities.createUserQuery().userId(login).singleResult();
        user.setPassword(GOOD_PASSWORD);
        identities.saveUser(user);
    }

    private String groupName(String id) {
        return identities.createGroupQuery().groupId(id).singleResult().getName();
    }

    private List<Filter> filters() {
        return test.engine
                .getFilterService()
                .createFilterQuery()
                .orderByFilterId()
                .asc()
                .list();
    }

    private List<String> filterNames() {
        return filters().stream().map(Filter::getName).toList();
    }

    private List<String> filterIds() {
        return filters().stream().map(Filter::getId).toList();
    }

    private List<Object> labels() {
        return filters().stream()
                .flatMap(filter -> ((List<?>) filter.getProperties().get("variables")).stream())
                .<Object>map(variable -> ((Map<?, ?>) variable).get("label"))
                .toList();
    }
}
