package io.redress.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.casefile.complaint.Complaint;
import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.complaint.Links;
import io.redress.testing.Cases;
import io.redress.testing.Chromium;
import io.redress.testing.InABrowser;
import io.redress.testing.Rest;
import io.redress.testing.Tasklist;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What people add to a running case, and who hands it over, in the real Tasklist. */
@InABrowser
class AddToACaseBrowserIT {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final String START = "Addition to a case";
    private static final String ADDED = "What is added?";

    private final Chromium chromium;

    @Autowired
    private Rest rest;

    @Autowired
    private Cases cases;

    @Autowired
    private Complaints complaints;

    @Autowired
    private Links links;

    private String number;

    AddToACaseBrowserIT(Chromium chromium) {
        this.chromium = chromium;
    }

    @BeforeEach
    void aCaseIsRunning() {
        Map<String, Object> registration = io.redress.testing.Complaints.registration("writtenByCustomer", true);
        registration.put("phone", null);
        registration.put("orderNumber", null);
        number = cases.register(Cases.START, registration);
    }

    @Test
    void aClerkAddsWhatTheCustomerSays() {
        try (Tasklist clerk = chromium.tasklist(rest.address())) {
            clerk.login("customer-service");

            clerk.openStartForm(START).picture("addition-01-empty");
            clerk.fill("Complaint number", number).fill(ADDED, "Another matter of the same customer");
            clerk.picture("addition-02-another-matter");
            assertThat(clerk.heldBack("Start")).hasSize(2).containsOnly("Field is required.");
            clerk.fill("Category of the other matter", "Service attitude")
                    .fill("Product", "牛奶")
                    .fill("The other matter, in the customer's own words", "收银员态度恶劣。");
            clerk.start();
            Complaint other = await().until(() -> links.of(id()), linked -> !linked.isEmpty()).stream()
                    .map(link -> complaints.find(link.complaintId()).orElseThrow())
                    .findFirst()
                    .orElseThrow();

            add(clerk, "A correction of the registration", Map.of());
            clerk.picture("addition-03-correction");
            assertThat(clerk.refused("Start"))
                    .isEqualTo(
                            "Nothing is corrected yet. Fill in what was written down wrong; what stays empty stays as it is.");
            clerk.fill("Telephone, put right", "13912345678");
            clerk.start();
            await().untilAsserted(() -> assertThat(complaints.core(id())).containsEntry("phone", "13912345678"));

            add(clerk, "The customer calls again", Map.of("What the customer says", "怎么还没有消息？"));
            clerk.picture("addition-04-call").start();

            Map<String, String> deadline = new LinkedHashMap<>();
            deadline.put("Name of the deadline", "12315");
            deadline.put("Counts from (date)", "03/02/2026");
            deadline.put("Counts from (time)", "10:00");
            deadline.put("Length", "5");
            deadline.put("Counted in", "Working days");
            add(clerk, "A deadline set by an authority", deadline);
            clerk.picture("addition-05-deadline").start();

            add(clerk, "It is a legal or media case", Map.of("Why, and who said so", "记者来电。"));
            clerk.picture("addition-06-legal").start();

            assertThat(clerk.visit("/cases/" + number).text())
                    .contains(other.number(), "怎么还没有消息？", "13912345678", "记者来电。");
            clerk.picture("addition-07-case");

            add(clerk, "The customer withdraws the complaint", Map.of("Why, and who said so", "客户来电。"));
            clerk.start();
            await().until(() -> complaints.find(number).orElseThrow().closed());
            add(clerk, "More evidence", Map.of("What came", "小票"));
            assertThat(clerk.refused("Start")).contains(number, "is closed and locked");
            clerk.fill("Complaint number", "C-20010101-0001");
            assertThat(clerk.refused("Start")).contains("There is no case with the number C-20010101-0001");
            assertThat(clerk.faults()).isEmpty();
        }
    }

    private void add(Tasklist clerk, String what, Map<String, String> fields) {
        // From a fresh page: the form that was just sent may still be on its way out.
        clerk.visit("/cases")
                .visit(TASKLIST)
                .openStartForm(START)
                .fill("Complaint number", number)
                .fill(ADDED, what)
                .fill(fields);
    }

    private long id() {
        return complaints.find(number).orElseThrow().id();
    }
}
