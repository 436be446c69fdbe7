package io.redress.engine.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.language.Language;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a clerk of the customer service finds in each list; a colleague works in the same group. */
class TaskFiltersTest {

    private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");

    private static TestEngine test;
    private static TaskService tasks;

    @BeforeAll
    static void open() {
        ClockUtil.setCurrentTime(Date.from(NOW));
        test = new TestEngine();
        tasks = test.engine.getTaskService();
        test.start(Language.EN, TestEngine.demo());

        task("free later", "customer-service", null, 48, 50);
        task("free soon", "customer-service", null, 23, 50);
        task("free late", "customer-service", null, -1, 50);
        task("my later", "customer-service", "customer-service", 25, 50);
        task("my soon", "customer-service", "customer-service", 2, 50);
        task("my late", "customer-service", "customer-service", -30, 50);
        task("colleague's later", "customer-service", "demo", 47, 50);
        task("colleague's soon", "customer-service", "demo", 3, 50);
        task("colleague's late", "customer-service", "demo", -2, 50);
        task("finance's soon", "finance", null, 1, 50);
        task("finance's late", "finance", "finance", -3, 50);
        task("handed to me late", "finance", "customer-service", -4, 50);
        // Two of a person's groups share a task: it is one task all the same.
        Task shared = task("shared soon", "customer-service", null, 5, 50);
        tasks.addCandidateGroup(shared.getId(), "on-call");
    }

    @AfterAll
    static void close() {
        test.close();
        ClockUtil.reset();
    }

    @Test
    void mineIsWhatIHaveTaken() {
        assertThat(listed("customer-service", "My tasks"))
                .containsExactly("my late", "handed to me late", "my soon", "my later");
    }

    @Test
    void myGroupsIsWhatWaitsForAnybodyOfIt() {
        assertThat(listed("customer-service", "My group’s tasks"))
                .containsExactly("free late", "shared soon", "free soon", "free later");
    }

    @Test
    void dueSoonIsMineAndMyGroupsWithin24HoursAndNotOverdue() {
        assertThat(listed("customer-service", "Due within 24 hours"))
                .containsExactly("my soon", "colleague's soon", "shared soon", "free soon");
    }

    @Test
    void overdueIsMineAndMyGroupsPastDue() {
        assertThat(listed("customer-service", "Overdue"))
                .containsExactly("my late", "handed to me late", "colleague's late", "free late");
    }

    @Test
    void anotherGroupFindsItsOwn() {
        assertThat(listed("finance", "Due within 24 hours")).containsExactly("finance's soon");
        assertThat(listed("finance", "Overdue")).containsExactly("handed to me late", "finance's late");
        assertThat(listed("cashier", "Overdue")).isEmpty();
    }

    @Test
    void aPersonOfManyGroupsFindsATaskOfSeveralOfThemOnce() {
        assertThat(listed("demo", "Due within 24 hours"))
                .containsExactly("finance's soon", "my soon", "colleague's soon", "shared soon", "free soon");
        assertThat(listed("demo", "My group’s tasks")).containsOnlyOnce("shared soon");
    }

    @Test
    void ofTwoTasksDueTogetherTheMoreUrgentComesFirst() {
        task("usual", "cashier", null, 30, 50);
        task("urgent", "cashier", null, 30, 90);
        assertThat(listed("cashier", "My group’s tasks")).containsExactly("urgent", "usual");
    }

    @Test
    void whatArrivedLastStandsFirstThoughItIsDueLast() {
        for (int minute = 0; minute < 3; minute++) {
            ClockUtil.setCurrentTime(Date.from(NOW.plus(minute, ChronoUnit.MINUTES)));
            task("came at " + minute, "tax-officer", null, minute, 50);
        }
        ClockUtil.setCurrentTime(Date.from(NOW));
        assertThat(listed("tax-officer", "Just arrived")).containsExactly("came at 2", "came at 1", "came at 0");
        assertThat(listed("customer-service", "Just arrived"))
                .containsExactlyInAnyOrder("free late", "shared soon", "free soon", "free later");
    }

    @Test
    void theListsStandInOrderAndOpenWithMine() {
        assertThat(test.engine.getFilterService().createFilterQuery().list().stream()
                        .sorted((one, other) -> Integer.compare(priority(one), priority(other)))
                        .map(Filter::getName))
                .containsExactlyElementsOf(TestEngine.LISTS);
    }

    @Test
    void cardsShowNumberSeverityAndSite() {
        assertThat(test.engine.getFilterService().createFilterQuery().list()).allSatisfy(filter -> {
            assertThat(filter.getProperties())
                    .containsEntry("refresh", true)
                    .containsEntry("showUndefinedVariable", false);
            assertThat(filter.getProperties().get("variables").toString())
                    .matches("\\[\\{.*number.*\\}, \\{.*severity.*\\}, \\{.*site.*\\}, \\{.*deadline.*\\}\\]");
        });
    }

    private static int priority(Filter filter) {
        return ((Number) filter.getProperties().get("priority")).intValue();
    }

    /** Names of the list's tasks, in its order; what Tasklist counts must be as many. */
    private List<String> listed(String login, String filterName) {
        return test.as(login, () -> {
            FilterService filters = test.engine.getFilterService();
            String filter = filters.createFilterQuery()
                    .filterName(filterName)
                    .singleResult()
                    .getId();
            List<Task> list = filters.list(filter);
            assertThat(filters.count(filter)).isEqualTo(list.size());
            return Stream.of(list.toArray(Task[]::new)).map(Task::getName).toList();
        });
    }

    private static Task task(String name, String group, String assignee, int dueInHours, int priority) {
        Task task = test.taskOf(group);
        task.setName(name);
        task.setAssignee(assignee);
        task.setDueDate(Date.from(NOW.plus(dueInHours, ChronoUnit.HOURS)));
        task.setPriority(priority);
        tasks.saveTask(task);
        return task;
    }
}
