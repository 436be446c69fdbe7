package io.redress.engine.people;

import com.zaxxer.hikari.HikariDataSource;
import io.redress.language.Language;
import io.redress.language.Sentences;
import io.redress.people.Groups;
import io.redress.people.PeopleProperties;
import io.redress.site.Sites;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An empty engine in memory that asks for authorization, as the application's does. */
class TestEngine implements AutoCloseable {

    /** Everybody's lists in Tasklist, from the top. */
    static final List<String> LISTS =
            List.of("My tasks", "My group’s tasks", "Just arrived", "Due within 24 hours", "Overdue", "Team’s tasks");

    private final HikariDataSource database;
    final ProcessEngine engine;
    final JdbcTemplate jdbc;
    final TransactionTemplate transaction;

    TestEngine() {
        database = new HikariDataSource();
        database.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        DataSourceTransactionManager transactions = new DataSourceTransactionManager(database);
        SpringProcessEngineConfiguration configuration = new SpringProcessEngineConfiguration();
        configuration.setApplicationContext(new StaticApplicationContext());
        configuration.setProcessEngineName(UUID.randomUUID().toString());
        configuration.setDataSource(database);
        configuration.setTransactionManager(transactions);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setJobExecutorActivate(false);
        configuration.setMetricsEnabled(false);
        configuration.setAuthorizationEnabled(true);
        configuration.setDefaultUserPermissionNameForTask("TASK_WORK");
        configuration.setGeneralResourceWhitelistPattern("[a-zA-Z0-9-]+");
        configuration.setEnablePasswordPolicy(true);
        configuration.setEnableHistoricInstancePermissions(true);
        configuration.setEnforceHistoryTimeToLive(false);
        List<ProcessEnginePlugin> plugins = List.of(new PeoplePlugin(
                new Sentences(Language.EN),
                (site, group) -> Set.of("finance-head", "general-manager-office"),
                new CardFormatter(new Sites(List.of()), new Sentences(Language.EN))));
        configuration.setProcessEnginePlugins(plugins);
        this.engine = configuration.buildProcessEngine();
        this.jdbc = new JdbcTemplate(database);
        this.transaction = new TransactionTemplate(transactions);
    }

    static PeopleProperties demo() {
        return new PeopleProperties(true, false, null);
    }

    static PeopleProperties production(String adminPassword) {
        return new PeopleProperties(false, false, adminPassword);
    }

    static Groups groups() {
        return Groups.read(new Sentences(Language.EN), new ClassPathResource("people/groups.yaml"));
    }

    /** As the application starts: in one transaction. */
    void start(Language language, PeopleProperties properties) {
        transaction.executeWithoutResult(status -> setup(language, properties).apply());
    }

    PeopleSetup setup(Language language, PeopleProperties properties) {
        return new PeopleSetup(engine, groups(), new Sentences(language), properties);
    }

    /** As REST and Tasklist do it: the person and its groups are known to the engine while it acts. */
    <T> T as(String login, Supplier<T> act) {
        List<String> groups = engine.getIdentityService().createGroupQuery().groupMember(login).list().stream()
                .map(Group::getId)
                .toList();
        engine.getIdentityService().setAuthentication(login, groups);
        try {
            return act.get();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    void as(String login, Runnable act) {
        as(login, () -> {
            act.run();
            return null;
        });
    }

    void deploy(String resource, String content) {
        engine.getRepositoryService()
                .createDeployment()
                .addString(resource, content)
                .deploy();
    }

    /** Starts a process of one task that waits for the group. */
    Task taskOf(String group) {
        return taskOf(group, Map.of());
    }

    Task taskOf(String group, Map<String, Object> variables) {
        String key = "task-of-" + group;
        if (engine.getRepositoryService()
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(key)
                        .count()
                == 0) {
            deploy(key + ".bpmn", process(key, group));
        }
        String instance = engine.getRuntimeService()
                .startProcessInstanceByKey(key, variables)
                .getId();
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance)
                .singleResult();
    }

    static String process(String key, String group) {
        return """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="redress">
                  <process id="%s" isExecutable="true">
                    <startEvent id="start"/>
                    <sequenceFlow id="flow" sourceRef="start" targetRef="task"/>
                    <userTask id="task" camunda:candidateGroups="%s"/>
                  </process>
                </definitions>
                """.formatted(key, group);
    }

    /** Back to before the first start; an engine takes seconds to build. */
    void forgetPeople() {
        for (String table : List.of(
                "act_id_membership",
                "act_id_user",
                "act_id_group",
                "act_id_info",
                "act_ru_authorization",
                "act_ru_filter",
                "act_hi_op_log")) {
            jdbc.execute("delete from " + table);
        }
        jdbc.execute("delete from act_ge_property where name_ like 'redress.%'");
    }

    /** All that is stored of people, grants, filters and properties, with the number of the last write of each row. */
    Map<String, List<Map<String, Object>>> stored() {
        Map<String, List<Map<String, Object>>> tables = new TreeMap<>();
        // The engine takes numbers for new rows in a transaction of its own, whatever becomes of the rows.
        tables.put(
                "act_ge_property",
                jdbc.queryForList("select * from act_ge_property where name_ <> 'next.dbid' order by name_"));
        for (String table : List.of(
                "act_id_user",
                "act_id_group",
                "act_id_membership",
                "act_id_info",
                "act_ru_authorization",
                "act_ru_filter",
                "act_hi_op_log")) {
            tables.put(table, jdbc.queryForList("select * from " + table + " order by 1, 2"));
        }
        return tables;
    }

    @Override
    public void close() {
        engine.close();
        jdbc.execute("shutdown");
        database.close();
    }
}
