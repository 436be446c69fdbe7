package io.redress.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.testing.Chromium;
import io.redress.testing.Complaints;
import io.redress.testing.RedressServer;
import io.redress.testing.Rest;
import io.redress.testing.Tasklist;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** People at work in the real Tasklist, in a real browser. */
@Tag("once")
@RedressServer
class TasklistBrowserIT {

    private static final String WORDS =
            "昨天买的酸奶已经过期三天了。<img src=x onerror=\"document.title='broken'\"> **不是粗体** '); drop table complaint; --";

    private static final String CORRECTION = "是四天前买的，不是昨天。<script>document.title='broken'</script> _照原话_";

    private static Chromium chromium;

    @Autowired
    private Rest rest;

    @BeforeAll
    static void openBrowser() {
        chromium = Chromium.launch();
    }

    @AfterAll
    static void closeBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void aClerkRegistersAndConfirmsAComplaint() {
        try (Tasklist clerk = chromium.tasklist(rest.address())) {
            clerk.login("customer-service").picture("01-tasklist");

            clerk.openStartForm("Complaint intake").picture("02-registration");
            assertThat(clerk.heldBack("Start")).hasSize(4).containsOnly("Field is required.");
            clerk.picture("03-registration-held-back");
            clerk.fill(registration());
            clerk.fill("Received on", tomorrow()).fill("Received at", "10:00");
            assertThat(clerk.refused("Start"))
                    .isEqualTo("A complaint can’t have been received later than now. Check the time of receipt.");
            clerk.picture("04-registration-refused");
            clerk.fill("Received on", "01/05/2026");
            clerk.tamper("\"supermarket\"", "\"moon\"");
            assertThat(clerk.refused("Start")).contains("Site");
            String number = clerk.start().path("businessKey").asText();
            assertThat(number).matches("C-\\d{8}-\\d{4,}");
            clerk.picture("05-registered");

            clerk.filter("My group’s tasks");
            assertThat(clerk.card(number).innerText()).contains("Confirm the record", number, "normal", "supermarket");
            clerk.picture("06-card").openTask(number).claim().picture("07-claimed");
            assertThat(clerk.value("What happened, in the customer's own words"))
                    .isEqualTo(WORDS);
            assertThat(clerk.value("Customer")).isEqualTo("李明");
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
                    assertThat(clerk.visit("/cases/" + number).text()).contains("Closed"));
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
        String number = registered();
        try (Tasklist first = chromium.tasklist(rest.address());
                Tasklist second = chromium.tasklist(rest.address())) {
            for (Tasklist clerk : List.of(first.login("customer-service"), second.login("demo"))) {
                clerk.filter("My group’s tasks").openTask(number);
            }
            first.claim().fill("Does the customer confirm the record?", "Yes, as it stands");
            giveBack(number);
            second.claim().fill("Does the customer confirm the record?", "Yes, as it stands");
            assertThat(first.refused("Complete")).startsWith("This task has been taken by");
            second.complete();
            assertThat(first.refused("Complete")).startsWith("Somebody else has just done this task.");
            first.picture("13-task-gone");
            assertThat(first.faults()).isEmpty();
            assertThat(second.faults()).isEmpty();
        }
    }

    @Test
    void whoHasNothingToDoWithComplaintsSeesNoneOfIt() {
        String number = registered();
        try (Tasklist finance = chromium.tasklist(rest.address())) {
            finance.login("finance");
            for (String filter : List.of("My group’s tasks", "Due within 24 hours", "Overdue")) {
                assertThat(finance.filter(filter).cards()).isEmpty();
            }
            await().until(() -> !finance.sees(".start-process-action"));
            finance.picture("14-finance");
            assertThat(finance.faults()).isEmpty();
            assertThat(finance.visit("/cases/" + number).text())
                    .contains("Not for your role")
                    .doesNotContain(number);
            finance.picture("15-not-for-your-role");
        }
    }

    @Test
    void whatAClerkMayNotDoIsHiddenAndAnAdministratorKeepsIt() {
        String number = registered();
        try (Tasklist clerk = chromium.tasklist(rest.address());
                Tasklist admin = chromium.tasklist(rest.address())) {
            clerk.login("customer-service")
                    .filter("My group’s tasks")
                    .openTask(number)
                    .claim();
            admin.login("admin").visit("/camunda/app/tasklist/default/#/?task=" + taskOf(number));
            for (String door : List.of(
                    ".create-task-action",
                    ".task-filters header .btn:has-text('Create a filter')",
                    ".task-filter.active .actions",
                    ".task-card .followup-date",
                    ".task-card .reset-due-date",
                    ".task-card .instance-link")) {
                assertThat(clerk.sees(door)).as("clerk " + door).isFalse();
                assertThat(admin.sees(door)).as("admin " + door).isTrue();
            }
            clerk.picture("16-clerk-sees");
            admin.picture("17-admin-sees");
            assertThat(clerk.sees(".start-process-action")).isTrue();
            assertThat(clerk.faults()).isEmpty();
            assertThat(admin.faults()).isEmpty();
        }
    }

    @Test
    void aClerkCommentsOnATask() {
        String number = registered();
        try (Tasklist clerk = chromium.tasklist(rest.address())) {
            clerk.login("customer-service")
                    .filter("My group’s tasks")
                    .openTask(number)
                    .claim();
            clerk.comment(CORRECTION).tab("History");
            clerk.page().getByText(CORRECTION).waitFor();
            assertThat(clerk.picture("18-comment").faults()).isEmpty();
        }
    }

    @Test
    void longTextsAreShownWhole() {
        String words = ("顾客反映：\n\t“过期三天”；Donaudampfschifffahrtsgesellschaftskapitän" + "长".repeat(300) + "\n")
                .repeat(10)
                .strip();
        String number = registered(Complaints.registration("description", words));
        try (Tasklist clerk = chromium.tasklist(rest.address())) {
            clerk.login("customer-service").filter("My group’s tasks").openTask(number);
            assertThat(clerk.value("What happened, in the customer's own words"))
                    .isEqualTo(words);
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
            clerk.login("customer-service");
            assertThat(clerk.visit("/cases/C-19990101-0001").text()).contains("There is no case C-19990101-0001.");
            clerk.picture("22-no-such-case");
            assertThat(clerk.visit("/nowhere").text()).contains("There is no page at this address.");
            assertThat(clerk.visit("/").page().url()).contains("/camunda/app/tasklist/default/");
        }
    }

    /** A complaint whose task waits to be confirmed. */
    private String registered() {
        return registered(Complaints.registration());
    }

    private String registered(Map<String, Object> fields) {
        String number = rest.submit("customer-service", "/engine-rest/process-definition/key/complaint-intake", fields)
                .body()
                .path("businessKey")
                .asText();
        await().until(() -> rest.get("customer-service", "/engine-rest/task?processInstanceBusinessKey=" + number)
                        .body()
                        .size()
                == 1);
        return number;
    }

    /** As from another window of the same clerk. */
    private void giveBack(String number) {
        assertThat(rest.post("customer-service", "/engine-rest/task/" + taskOf(number) + "/unclaim", Map.of())
                        .status())
                .isEqualTo(204);
    }

    private String taskOf(String number) {
        return rest.get("customer-service", "/engine-rest/task?processInstanceBusinessKey=" + number)
                .body()
                .path(0)
                .path("id")
                .asText();
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

    private static String tomorrow() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(1).format(DateTimeFormatter.ofPattern("MM/dd/yyyy"));
    }
}
