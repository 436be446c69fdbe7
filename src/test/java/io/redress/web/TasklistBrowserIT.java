package io.redress.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.testing.Cases;
import io.redress.testing.Chromium;
import io.redress.testing.Complaints;
import io.redress.testing.InABrowser;
import io.redress.testing.Rest;
import io.redress.testing.Tasklist;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** People at work in the real Tasklist, in a real browser. */
@InABrowser
class TasklistBrowserIT {

    private static final String WORDS =
            "昨天买的酸奶已经过期三天了。<img src=x onerror=\"document.title='broken'\"> **不是粗体** '); drop table complaint; --";

    private static final String CORRECTION = "是四天前买的，不是昨天。<script>document.title='broken'</script> _照原话_";

    private static final String CONFIRM = "Confirm the record";
    private static final String OVERDUE = "Take up the escalation";

    private final Chromium chromium;

    @Autowired
    private Rest rest;

    @Autowired
    private Cases cases;

    @Autowired
    private TaskService tasks;

    TasklistBrowserIT(Chromium chromium) {
        this.chromium = chromium;
    }

    @Test
    void aClerkRegistersAndConfirmsAComplaint() {
        try (Tasklist clerk = chromium.tasklist(rest.address())) {
            clerk.login("customer-service").picture("01-tasklist");

            clerk.openStartForm("Complaint").picture("02-registration");
            assertThat(clerk.heldBack("Start")).hasSize(4).containsOnly("Field is required.");
            clerk.picture("03-registration-held-back");
            clerk.fill(registration());
            clerk.fill("Received on", day(1)).fill("Received at", "10:00");
            assertThat(clerk.refused("Start"))
                    .isEqualTo("A complaint can’t have been received later than now. Check the time of receipt.");
            clerk.picture("04-registration-refused");
            clerk.fill("Received on", day(0)).fill("Received at", "00:00");
            clerk.tamper("\"supermarket\"", "\"moon\"");
            assertThat(clerk.refused("Start")).contains("Site");
            String number = clerk.start().path("businessKey").asText();
            assertThat(number).matches("C-\\d{8}-\\d{4,}");
            clerk.picture("05-registered");

            clerk.filter("My group’s tasks");
            assertThat(clerk.card(number, CONFIRM).innerText()).contains(number, "normal", "Supermarket");
            clerk.picture("06-card").openTask(number, CONFIRM).claim().picture("07-claimed");
            assertThat(clerk.page().locator(".redress-case").innerText()).contains(WORDS, "李明");
            clerk.unclaim().claim();

            assertThat(clerk.heldBack("Complete")).containsExactly("Field is required.");
            clerk.fill("Does the customer confirm the record?", "Yes, with a correction")
                    .fill("Correction in the customer's own words", CORRECTION)
                    .picture("08-correction");
            clerk.tamper("\"corrected\"", "\"perhaps\"");
            assertThat(clerk.refused("Complete")).contains("Does the customer confirm the record?");
            clerk.picture("09-confirmation-refused");
            clerk.complete();
            clerk.picture("10-completed");

            await().untilAsserted(() ->
                    assertThat(clerk.visit("/cases/" + number).text()).contains(CORRECTION));
            assertThat(clerk.text())
                    .contains("What happened, in the customer's own words", WORDS)
                    .contains("Correction in the customer's own words", CORRECTION)
                    .contains("At the desk", "Yes, with a correction", "李明");
            clerk.picture("11-case").visit("/cases").picture("12-cases");
            assertThat(clerk.text()).contains(number);

            assertThat(clerk.requests()).noneMatch(address -> address.endsWith("/x"));
            assertThat(clerk.faults()).isEmpty();
        }
    }

    @Test
    void ofTwoClerksAtOneTaskTheSecondIsToldSo() {
        String number = cases.register(Cases.START, Complaints.registration());
        Task task = cases.task(number);
        try (Tasklist first = chromium.tasklist(rest.address());
                Tasklist second = chromium.tasklist(rest.address())) {
            for (Tasklist clerk : List.of(first.login("customer-service"), second.login("demo"))) {
                clerk.filter("My group’s tasks").openTask(number, CONFIRM);
            }
            first.claim().fill("Does the customer confirm the record?", "Yes, as it stands");
            // As from another window of the same clerk.
            assertThat(rest.post("customer-service", "/engine-rest/task/" + task.getId() + "/unclaim", Map.of())
                            .status())
                    .isEqualTo(204);
            second.claim().fill("Does the customer confirm the record?", "Yes, as it stands");
            assertThat(first.refused("Complete")).startsWith("This task has been taken by");
            // The same again: the first has seen by now that it is taken, and is not let press any more.
            assertThat(rest.submit("demo", "/engine-rest/task/" + task.getId(), Complaints.confirmation())
                            .status())
                    .isLessThan(300);
            assertThat(second.refused("Complete")).startsWith("Somebody else has just done this task.");
            second.picture("13-task-gone");
            // Both may ask for the task once more, which is gone.
            assertThat(second.faults()).allMatch(fault -> fault.matches("404 .*/task/" + task.getId()));
            assertThat(first.faults()).allMatch(fault -> fault.matches("404 .*/task/" + task.getId()));
        }
    }

    @Test
    void whoHasNothingToDoWithComplaintsSeesNoneOfIt() {
        String number = cases.register(Cases.START, Complaints.registration());
        cases.task(number);
        try (Tasklist logistics = chromium.tasklist(rest.address())) {
            logistics.login("logistics");
            for (String filter : List.of("My group’s tasks", "Due within 24 hours", "Overdue")) {
                assertThat(logistics.filter(filter).cards()).isEmpty();
            }
            await().until(() -> !logistics.sees(".start-process-action"));
            logistics.picture("14-logistics");
            assertThat(logistics.faults()).isEmpty();
            assertThat(logistics.visit("/cases/" + number).text())
                    .contains("Not for your role")
                    .doesNotContain(number);
            logistics.picture("15-not-for-your-role");
        }
    }

    @Test
    void whatAClerkMayNotDoIsHiddenAndAnAdministratorKeepsIt() {
        String number = cases.register(Cases.START, Complaints.registration());
        Task task = cases.task(number);
        try (Tasklist clerk = chromium.tasklist(rest.address());
                Tasklist admin = chromium.tasklist(rest.address())) {
            clerk.login("customer-service")
                    .filter("My group’s tasks")
                    .openTask(number, CONFIRM)
                    .claim();
            admin.login("admin").visit("/camunda/app/tasklist/default/#/?task=" + task.getId());
            for (String door : List.of(
                    ".create-task-action",
                    ".task-filters header .btn:has-text('Create a filter')",
                    ".task-filter.active .actions",
                    ".task-card .followup-date",
                    ".task-card .reset-due-date",
                    ".task-card .instance-link")) {
                await().untilAsserted(() ->
                        assertThat(admin.sees(door)).as("admin " + door).isTrue());
                assertThat(clerk.sees(door)).as("clerk " + door).isFalse();
            }
            clerk.picture("16-clerk-sees");
            admin.picture("17-admin-sees");
            assertThat(clerk.sees(".start-process-action")).isTrue();
            assertThat(clerk.faults()).isEmpty();
            assertThat(admin.faults()).isEmpty();
        }
    }

    @Test
    void aSupervisorHandsATaskOverToAnotherClerk() {
        String number = cases.register(Cases.START, Complaints.registration());
        Task task = cases.task(number);
        assertThat(rest.post(
                                "customer-service",
                                "/engine-rest/task/" + task.getId() + "/claim",
                                Map.of("userId", "customer-service"))
                        .status())
                .isEqualTo(204);
        try (Tasklist supervisor = chromium.tasklist(rest.address())) {
            supervisor.login("customer-service-supervisor").openTask(task).assign("demo");
            await().untilAsserted(() -> assertThat(tasks.createTaskQuery()
                            .taskId(task.getId())
                            .singleResult()
                            .getAssignee())
                    .isEqualTo("demo"));
            assertThat(supervisor.picture("18-handed-over").faults()).isEmpty();
        }
    }

    @Test
    void wordsThatComeLateLeaveNoKeysInTheirPlace() {
        cases.task(cases.register(Cases.START, Complaints.registration()));
        try (Tasklist clerk = chromium.tasklist(rest.address())) {
            clerk.enter("customer-service")
                    .slow("**/locales/*.json*")
                    .visit("/camunda/app/tasklist/default/")
                    .filter("My group’s tasks")
                    .picture("28-late-words");
            assertThat(clerk.text()).contains("Created").doesNotContainPattern("[A-Z]_[A-Z]");
            assertThat(clerk.page().getByPlaceholder("Filter Tasks").count()).isOne();
            assertThat(clerk.faults()).isEmpty();
        }
    }

    @Test
    void wordsThatTheBrowserRemembersGiveWayToNewOnes() {
        try (Tasklist clerk = chromium.tasklist(rest.address())) {
            clerk.enter("customer-service").visit("/camunda/app/tasklist/default/");
            assertThat(clerk.remember("Filter Tasks", "Words of yesterday")).contains("Words of yesterday");
            clerk.leave().visit("/camunda/app/tasklist/default/").filter("My group’s tasks");
            assertThat(clerk.page().getByPlaceholder("Filter Tasks").count()).isOne();
            assertThat(clerk.faults()).isEmpty();
        }
    }

    @Test
    void whatShowsNothingOfTheCaseIsNotThere() {
        String number = cases.register(Cases.START, Complaints.registration());
        cases.task(number);
        try (Tasklist clerk = chromium.tasklist(rest.address())) {
            clerk.login("customer-service").filter("My group’s tasks").openTask(number, CONFIRM);
            assertThat(clerk.page().locator(".task-card .nav-tabs > li").allInnerTexts())
                    .containsExactly("Form", "Diagram");
            assertThat(clerk.page().locator(".createCommentLink").count()).isZero();
        }
    }

    @Test
    void longTextsAreShownWhole() {
        String words = ("客户反映：\n\t“过期三天”；Donaudampfschifffahrtsgesellschaftskapitän" + "长".repeat(300) + "\n")
                .repeat(10)
                .strip();
        String number = cases.register(Cases.START, Complaints.registration("description", words));
        cases.task(number);
        try (Tasklist clerk = chromium.tasklist(rest.address())) {
            clerk.login("customer-service").filter("My group’s tasks").openTask(number, CONFIRM);
            assertThat(clerk.page().locator(".redress-case").allTextContents())
                    .singleElement()
                    .asString()
                    .contains(words);
            clerk.picture("19-long-text").visit("/cases/" + number).picture("20-long-text-in-case");
            assertThat(clerk.page().locator("dd").allTextContents()).contains(words);
            assertThat(clerk.faults()).isEmpty();
        }
    }

    @Test
    void whatIsNotThereIsSaidInWords() {
        try (Tasklist clerk = chromium.tasklist(rest.address())) {
            assertThat(clerk.visit("/cases").text()).contains("Please log in");
            clerk.picture("21-log-in-first")
                    .page()
                    .locator("nav")
                    .getByText("Tasklist")
                    .click();
            clerk.page().getByPlaceholder("Username").waitFor();
            clerk.loginByHand("customer-service");
            assertThat(clerk.visit("/cases/C-19990101-0001").text()).contains("There is no case C-19990101-0001.");
            clerk.picture("22-no-such-case");
            assertThat(clerk.visit("/nowhere").text()).contains("There is no page at this address.");
        }
    }

    @Test
    void theStartPageSaysWhoMayLogInAndLeadsOn() {
        try (Tasklist visitor = chromium.tasklist(rest.address())) {
            visitor.visit("/").picture("23-start");
            assertThat(visitor.text())
                    .contains("customer-service-supervisor", "process-owner", rest.address() + "/engine-rest");
            visitor.page().locator(".ways").getByText("Tasklist").click();
            visitor.page().getByPlaceholder("Username").waitFor();
            assertThat(visitor.faults()).allMatch(fault -> fault.matches("40[14] .*/auth/user/default"));
        }
    }

    @Test
    void tasklistLeadsToThePagesThatSomebodyMayOpen() {
        String number = cases.register(Cases.START, Complaints.registration());
        cases.task(number);
        try (Tasklist clerk = chromium.tasklist(rest.address());
                Tasklist cashier = chromium.tasklist(rest.address())) {
            clerk.login("customer-service").filter("My group’s tasks");
            assertThat(clerk.card(number, CONFIRM).innerText()).doesNotContainPattern("(?m)^\\s*50\\s*$");
            clerk.page().locator(".redress-own-pages summary").click();
            clerk.picture("24-pages");
            assertThat(clerk.page().locator(".redress-own-pages a").allInnerTexts())
                    .containsExactly("Cases", "Lost receipts and invoices", "Merchants", "Insurance policies");
            clerk.page().keyboard().press("Escape");
            assertThat(clerk.sees(".redress-own-pages a")).isFalse();
            cashier.login("cashier");
            // One page needs no menu.
            await().until(() -> cashier.sees(".redress-own-pages a:has-text('Lost receipts and invoices')"));
            assertThat(cashier.sees(".redress-own-pages summary")).isFalse();
            assertThat(clerk.faults()).isEmpty();
        }
    }

    @Test
    void nobodyFindsWhatAnotherHasSavedAtTheSameDesk() {
        String number = cases.register(Cases.START, Complaints.registration());
        cases.task(number);
        try (Tasklist clerk = chromium.tasklist(rest.address())) {
            clerk.login("customer-service")
                    .filter("My group’s tasks")
                    .openTask(number, CONFIRM)
                    .claim();
            clerk.fill("Does the customer confirm the record?", "Yes, with a correction")
                    .fill("Correction in the customer's own words", CORRECTION)
                    .press("Save");
            assertThat(clerk.kept()).contains(CORRECTION);
            clerk.logout();
            assertThat(clerk.kept()).doesNotContain(CORRECTION);
        }
    }

    @Test
    void aDeadlineIsAddedToACase() {
        String number = cases.register(Cases.START, Complaints.registration());
        cases.task(number);
        try (Tasklist clerk = chromium.tasklist(rest.address())) {
            clerk.login("customer-service").openStartForm("Addition to a case");
            assertThat(clerk.heldBack("Start")).isNotEmpty();
            clerk.fill("Complaint number", number)
                    .fill("What is added?", "A deadline set by an authority")
                    .fill("Name of the deadline", "12315 **答复** <b>期限</b>")
                    .fill("Counts from (date)", day(-1))
                    .fill("Counts from (time)", "09:00")
                    .fill("Length", "7")
                    .fill("Counted in", "Working days")
                    .picture("23-addition");
            clerk.start();
            await().untilAsserted(
                            () -> assertThat(clerk.visit("/cases/" + number).text())
                                    .contains("12315 **答复** <b>期限</b>", "Working days"));
            assertThat(clerk.picture("24-addition-in-case").faults()).isEmpty();
        }
    }

    @Test
    void anOverdueComplaintIsTakenNoteOf() {
        String number = cases.register(
                Cases.START,
                Complaints.registration(
                        "receivedAt", OffsetDateTime.now().minusDays(20).toString()));
        try (Tasklist superior = chromium.tasklist(rest.address())) {
            superior.login("demo");
            await().atMost(60, TimeUnit.SECONDS)
                    .until(() -> superior.filter("My group’s tasks")
                            .card(number, OVERDUE)
                            .first()
                            .isVisible());
            superior.picture("25-overdue").openTask(number, OVERDUE).claim().picture("26-overdue-task");
            assertThat(superior.heldBack("Complete")).isNotEmpty();
            superior.fill("What do you decide?", "I give it back with an order")
                    .fill("What is to be done now, and by whom", CORRECTION)
                    .picture("27-overdue-noted");
            superior.complete();
            assertThat(superior.visit("/cases/" + number).text()).contains(CORRECTION);
            assertThat(superior.faults()).isEmpty();
        }
    }

    private static Map<String, String> registration() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("Channel", "At the desk");
        fields.put("Site", "Supermarket");
        fields.put("Category", "Product quality");
        fields.put("Name", "李明");
        fields.put("Telephone", "13800000000");
        fields.put("What happened, in the customer's own words", WORDS);
        fields.put("Amount claimed", "12.50");
        return fields;
    }

    /** As the form asks for it. */
    private static String day(int fromToday) {
        return LocalDate.now(ZoneId.of("Asia/Shanghai"))
                .plusDays(fromToday)
                .format(DateTimeFormatter.ofPattern("MM/dd/yyyy"));
    }
}
