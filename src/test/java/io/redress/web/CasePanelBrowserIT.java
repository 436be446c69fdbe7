package io.redress.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import io.redress.casefile.complaint.Link;
import io.redress.casefile.complaint.Links;
import io.redress.language.Language;
import io.redress.language.Sentences;
import io.redress.testing.Cases;
import io.redress.testing.Chromium;
import io.redress.testing.Complaints;
import io.redress.testing.InABrowser;
import io.redress.testing.Rest;
import io.redress.testing.Tasklist;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The case beside the forms of its tasks, in the real Tasklist. */
@InABrowser
class CasePanelBrowserIT {

    private static final String CLERK = "customer-service";
    private static final String HOSTILE = "<script>window.hurt = 1</script><img src=x onerror='window.hurt = 2'>";

    /** What the panel says in the language of the installation. */
    private record Labels(String entries, String tasks, String overdue, String left, String failed, String again) {

        static Labels in(Language language) {
            return switch (language) {
                case EN ->
                    new Labels("Entries", "Tasks", "overdue by ", " left", "The form works all the same.", "Try again");
                case ZH -> new Labels("记录", "待办任务", "已超期", "剩余", "表单仍可正常办理。", "重试");
            };
        }
    }

    private final Chromium chromium;

    @Autowired
    private Rest rest;

    @Autowired
    private Cases cases;

    @Autowired
    private io.redress.casefile.complaint.Complaints complaints;

    @Autowired
    private Links links;

    @Autowired
    private TaskService tasks;

    @Autowired
    private Sentences sentences;

    CasePanelBrowserIT(Chromium chromium) {
        this.chromium = chromium;
    }

    private Tasklist clerk() {
        return chromium.tasklist(rest.address(), sentences.language()).login(CLERK);
    }

    private String picture(String name) {
        return "%s-panel-%s".formatted(sentences.language().code(), name);
    }

    private static Locator panel(Tasklist clerk) {
        Locator panel = clerk.page().locator(".task-card .redress-case");
        panel.locator("[role=tablist]").waitFor();
        return panel;
    }

    private String late() {
        return cases.register(
                Cases.START,
                Complaints.registration(
                        "receivedAt", OffsetDateTime.now().minusDays(20).toString()));
    }

    /** With all that is overdue, a task of somebody else's may come first. */
    private Task confirming(String number) {
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> tasks.createTaskQuery()
                                .processInstanceBusinessKey(number)
                                .taskDefinitionKey("userTask_confirmTheRecord")
                                .singleResult(),
                        Objects::nonNull);
    }

    @Test
    void thePanelSaysWhoWhatAndWhatIsOverdue() {
        Labels labels = Labels.in(sentences.language());
        String number = late();
        String other = cases.register(Cases.START, Complaints.registration());
        links.link(
                new Link(
                        complaints.find(other).orElseThrow().id(),
                        complaints.find(number).orElseThrow().id(),
                        Link.Kind.FOLLOW_ON),
                CLERK,
                Instant.now());
        Task task = confirming(number);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> rest
                                .get(CLERK, "/api/tasks/" + task.getId() + "/case")
                                .body()
                                .path("leading")
                                .findValuesAsText("state")
                                .stream()
                                .filter("overdue"::equals)
                                .count()
                        > 1);
        try (Tasklist clerk = clerk()) {
            clerk.openTask(task);
            Locator panel = panel(clerk);
            assertThat(panel.innerText())
                    .contains(number, "李明", "昨天买的酸奶已经过期三天了。", "退款并道歉", "12.50")
                    .contains(labels.overdue());
            Locator overdue = panel.locator(":scope > .due[data-state=overdue]");
            assertThat(overdue.count()).isGreaterThan(1);
            clerk.picture(picture("overdue"));
            overdue.first().locator("summary").press("Enter");
            assertThat(overdue.first().locator("ol li").first().isVisible()).isTrue();

            panel.getByRole(AriaRole.TAB).first().focus();
            for (String tab : List.of("deadlines", "papers", "attachments", "messages", "links", "tasks", "course")) {
                clerk.page().keyboard().press("ArrowRight");
                assertThat(panel.locator("[role=tab][aria-selected=true]").getAttribute("data-tab"))
                        .isEqualTo(tab);
                clerk.picture(picture(tab));
                if (tab.equals("tasks")) {
                    assertThat(panel.locator("[role=tabpanel]").innerText()).contains(task.getName());
                }
            }
            clerk.page().keyboard().press("ArrowRight");
            Locator entry = panel.locator("[role=tabpanel] details").last();
            entry.locator("summary").click();
            assertThat(entry.innerText()).contains("李明");
            clerk.picture(picture("entries"));
            assertThat(clerk.faults()).isEmpty();
        }
    }

    @Test
    void thePanelFollowsTheTaskAndNothingOfTheEarlierCaseStays() {
        Task first = cases.task(cases.register(Cases.START, Complaints.registration("description", "第一件事")));
        Task second = cases.task(cases.register(Cases.START, Complaints.registration("description", "第二件事")));
        try (Tasklist clerk = clerk()) {
            clerk.openTask(first);
            assertThat(panel(clerk).innerText()).contains("第一件事");
            clerk.slow("**/api/tasks/*/case");
            clerk.page().evaluate("task => { location.hash = '#/?task=' + task; }", second.getId());
            clerk.page()
                    .waitForCondition(() ->
                            !clerk.page().locator(".redress-case").innerText().contains("第一件事"));
            clerk.page()
                    .waitForCondition(() ->
                            clerk.page().locator(".redress-case").innerText().contains("第二件事"));
            assertThat(panel(clerk).innerText())
                    .contains(Labels.in(sentences.language()).left())
                    .doesNotContain("第一件事");
            assertThat(clerk.faults()).isEmpty();
        }
    }

    @Test
    void whatCustomersWroteIsText() {
        Task task = cases.task(cases.register(Cases.START, Complaints.registration("description", HOSTILE)));
        try (Tasklist clerk = clerk()) {
            clerk.openTask(task);
            Locator panel = panel(clerk);
            panel.locator("[role=tabpanel] details summary").last().click();
            assertThat(panel.locator("[data-fact=description] dd").textContent())
                    .isEqualTo(HOSTILE);
            assertThat(panel.locator("script, img").count()).isZero();
            assertThat(clerk.page().evaluate("window.hurt")).isNull();
            assertThat(clerk.faults()).isEmpty();
        }
    }

    @Test
    void theFormWorksWhereThePanelCouldNotBeFilled() {
        Labels labels = Labels.in(sentences.language());
        Task task = cases.task(cases.register(Cases.START, Complaints.registration()));
        try (Tasklist clerk = clerk()) {
            clerk.page()
                    .route(
                            "**/api/tasks/*/case",
                            route -> route.fulfill(new Route.FulfillOptions().setStatus(500)),
                            new Page.RouteOptions().setTimes(1));
            clerk.openTask(task);
            Locator panel = clerk.page().locator(".redress-case");
            panel.locator("[role=alert]").waitFor();
            assertThat(panel.innerText()).contains(labels.failed());
            assertThat(clerk.sees(".fjs-form")).isTrue();
            clerk.picture(picture("failed")).press(labels.again());
            assertThat(panel(clerk).innerText()).contains("李明");
            assertThat(clerk.claim().faults()).allMatch(fault -> fault.endsWith("/case"));
        }
    }

    @Test
    void whoeverOnlyHasTheTaskSeesTheCaseToo() {
        String number = cases.register(Cases.START, Complaints.registration("complainedAbout", "merchant"));
        Task task = cases.task(number);
        tasks.setAssignee(task.getId(), "finance");
        try (Tasklist finance =
                chromium.tasklist(rest.address(), sentences.language()).login("finance")) {
            finance.openTask(task);
            assertThat(panel(finance).innerText()).contains(number).doesNotContain("· merchant", "李明", "138");
            assertThat(panel(finance).locator("header a").count())
                    .as("no way to /cases")
                    .isZero();
            assertThat(finance.faults()).isEmpty();
        }
    }
}
