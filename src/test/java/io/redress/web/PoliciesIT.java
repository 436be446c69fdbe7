package io.redress.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testing.Cases;
import io.redress.testing.Clerk;
import io.redress.testing.RedressServer;
import io.redress.testing.Rest;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The register of insurance policies: who reads it, who writes it, and what whoever decides is shown of it. */
@RedressServer
class PoliciesIT {

    private static final String TABLE = """
            number,name,insurer,contact,phone,email,site,covers,from,to,excess,case-limit,active
            GZZR-77,公众责任险,江城财产保险,秦朗,13800030001,baoan@jiangcheng.example,mall-service-centre,environment,%s,%s,100,200000,%s
            """;

    @Autowired
    private Rest rest;

    @Autowired
    private Cases cases;

    @Autowired
    private Clerk clerk;

    @Autowired
    private TaskService tasks;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private JdbcClient jdbc;

    private static String table(String active) {
        return TABLE.formatted(LocalDate.now().minusDays(30), LocalDate.now().plusDays(30), active);
    }

    private Rest.Answer imported(String person, String table) {
        return rest.send(
                person, "PUT", "/api/policies", table.getBytes(StandardCharsets.UTF_8), "Content-Type", "text/csv");
    }

    @BeforeEach
    void onePolicy() {
        assertThat(imported("admin", table("yes")).message()).isEqualTo("Policies taken over: 1.");
    }

    @AfterEach
    void itHoldsNoMore() {
        imported("admin", table("no"));
    }

    @Test
    void thoseWhoDecideReadItAndOnlyAdministratorsImport() {
        for (String person : List.of(
                "customer-service",
                "operations-manager",
                "property-manager",
                "duty-manager",
                "finance",
                "general-manager",
                "insurance-officer",
                "insurance-head",
                "admin-hr",
                "admin-hr-head")) {
            Rest.Answer page = rest.get(person, "/policies");
            assertThat(page.status()).as(person).isEqualTo(200);
            assertThat(page.body().asText())
                    .contains("江城财产保险", "GZZR-77", "excess 100.00", "200,000.00 a case", "baoan@jiangcheng.example")
                    .contains("Shopping mall", "environment, facilities, accidents", ">holds<")
                    .doesNotContain("id=\"import\"");
            assertThat(imported(person, table("no")).status()).as(person).isEqualTo(403);
            assertThat(rest.get(person, "/api/policies").status()).as(person).isEqualTo(403);
        }
        for (String person : List.of("quality-inspection", "merchant", "floor-supervisor", "process-owner")) {
            assertThat(rest.get(person, "/policies").status()).as(person).isEqualTo(403);
            assertThat(imported(person, table("no")).status()).as(person).isEqualTo(403);
        }
        assertThat(rest.get(null, "/policies").status()).isEqualTo(401);
        assertThat(rest.get(null, "/api/policies").status()).isEqualTo(401);
        assertThat(rest.get("admin", "/policies").body().asText())
                .contains("id=\"import\"", "data-register=\"policies\"");
        assertThat(imported("admin", rest.get("admin", "/api/policies").body().asText())
                        .status())
                .isEqualTo(200);
    }

    /** The page has a session, and says by a header that it is ours. */
    @Test
    void theSessionOfAnAdministratorImportsOnlyFromOurPage() {
        byte[] table = table("yes").getBytes(StandardCharsets.UTF_8);
        Rest.Visitor browser = rest.stranger("tasklist", "admin");
        assertThat(browser.send("PUT", "/api/policies", table).status()).isEqualTo(401);
        assertThat(browser.send("PUT", "/api/policies", table, "Idempotency-Key", "1")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aTableIsTakenWholeOrNotAtAll() {
        Rest.Answer refused = imported(
                "admin",
                table("yes").replace("江城财产保险", "改名")
                        + "GZZR-78,,长河财产保险,,,,moon,environment,2026-12-31,2026-01-01,0.001,0,yes\n");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.message())
                .contains("Line 3: It would end before it begins: 2026-12-31 to 2026-01-01.")
                .contains("Line 3: “0.001” in the column excess is no amount")
                .contains("Line 3: “case-limit” is above 0");
        assertThat(rest.get("admin", "/policies").body().asText())
                .contains("江城财产保险")
                .doesNotContain("改名", "GZZR-78");
        assertThat(imported("admin", "x".repeat(2_000_001)).status()).isEqualTo(400);
        assertThat(rest.send(
                                "admin",
                                "PUT",
                                "/api/policies",
                                table("yes").getBytes(Charset.forName("GB18030")),
                                "Content-Type",
                                "text/csv")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whoeverDecidesIsShownThePolicyAndRefusedAYesWithoutOne() {
        Task decide = decided();
        String form = "/engine-rest/task/" + decide.getId() + "/form-variables";
        assertThat(rest.get("property-manager", form)
                        .body()
                        .path("policyLine")
                        .path("value")
                        .asText())
                .startsWith("江城财产保险 · 公众责任险\nPolicy GZZR-77, ")
                .endsWith("Excess 100.00 yuan, limit 200,000.00 yuan a case");
        assertThat(rest.get("property-manager", form)
                        .body()
                        .path("coveredByPolicy")
                        .path("value")
                        .asText())
                .isEqualTo("yes");
        itHoldsNoMore();
        assertThat(rest.get("property-manager", form)
                        .body()
                        .path("coveredByPolicy")
                        .path("value")
                        .asText())
                .isEqualTo("no");
        Map<String, Object> covered = new HashMap<>(Map.of("liability", "ours", "coveredByPolicy", "yes"));
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> clerk.answer(decide, covered, new Random(1))))
                .hasMessageContaining("Answer “No”");
        covered.put("coveredByPolicy", "no");
        clerk.answer(decide, covered, new Random(1));
    }

    private Task decided() {
        Map<String, Object> registration = io.redress.testing.Complaints.registration("site", "mall-service-centre");
        registration.put("category", "environment-accident");
        registration.put("amountClaimed", "300.00");
        return awaited(cases.register(Cases.START, registration), "userTask_decideOnResponsibility");
    }

    private Task awaited(String number, String step) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> tasks.createTaskQuery()
                                .processInstanceBusinessKey(number)
                                .taskDefinitionKey(step)
                                .singleResult(),
                        task -> task != null);
    }

    /** Advance, payout, repayment and shortfall stand in one line for finance, and in the case. */
    @Test
    void whatIsClaimedOfTheInsurerIsSeenByFinanceAndInTheCase() {
        Task decide = decided();
        String number = number(decide);
        clerk.answer(decide, Map.of("liability", "ours", "coveredByPolicy", "yes"), new Random(1));
        Task report = awaited(number, "userTask_reportToTheInsurer");
        assertThat(rest.get("customer-service", "/engine-rest/task/" + report.getId() + "/form-variables")
                        .body()
                        .path("reportText")
                        .path("value")
                        .asText())
                .contains("江城财产保险", "GZZR-77", "300.00", number);
        assertThat(rest.get("customer-service", "/api/tasks/" + report.getId() + "/case")
                        .body()
                        .path("facts")
                        .toString())
                .contains("nothing paid to the customer yet → payout 0.00");
        String table = rest.get("finance", "/payments/claims.csv").body().asText();
        assertThat(table.lines().filter(line -> line.contains(number)).toList())
                .singleElement()
                .asString()
                .contains("江城财产保险 · GZZR-77", "nothing paid to the customer yet → payout 0.00", "goes on");
        jdbc.sql("""
                        update insurance_claim set closing = 'NOTHING_PAID', closed_at = current_timestamp
                        where complaint_id = (select id from complaint where number = :number)
                        """).param("number", number).update();
        assertThat(rest.get("finance", "/payments").body().asText())
                .contains(number, "<div>payout 0.00</div>", "finished");
        assertThat(rest.get("customer-service", "/payments/claims.csv").status())
                .isEqualTo(403);
    }

    private String number(Task task) {
        return runtime.createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult()
                .getBusinessKey();
    }
}
