package io.redress.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.paper.Papers;
import io.redress.testing.Cases;
import io.redress.testing.Clerk;
import io.redress.testing.RedressServer;
import io.redress.testing.Rest;
import io.redress.testing.SampleFiles;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The register of merchants, and what those who log in for one may see: what is theirs, by no door anything else. */
@RedressServer
class MerchantsIT {

    private static final String CLERK = "customer-service";
    private static final String MERCHANT = "merchant";
    private static final String RIVAL = "rival";
    private static final String IDENTITY = "11010519491231002X";

    private static final String TABLE = """
            id,site,name,unit,contact,phone,bank,account,deposit,logins,active
            chunfeng,mall-service-centre,春风服饰,2F-18,马超,13800020001,中国工商银行,1202020109000123456,30000,%s,yes
            yunxi,mall-service-centre,云溪羊绒,3F-05,,,,,0,%s,yes
            """;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Rest rest;

    @Autowired
    private Cases cases;

    @Autowired
    private Clerk clerk;

    @Autowired
    private TaskService tasks;

    @Autowired
    private IdentityService identities;

    @Autowired
    private Complaints complaints;

    @Autowired
    private Papers papers;

    private Rest.Answer imported(String person, String table) {
        return rest.send(
                person, "PUT", "/api/merchants", table.getBytes(StandardCharsets.UTF_8), "Content-Type", "text/csv");
    }

    @BeforeEach
    void twoMerchants() {
        if (identities.createUserQuery().userId(RIVAL).count() == 0) {
            User rival = identities.newUser(RIVAL);
            rival.setFirstName("何丽");
            rival.setPassword("demo");
            ((IdentityServiceImpl) identities).saveUser(rival, true);
        }
        assertThat(imported("admin", TABLE.formatted(MERCHANT, RIVAL)).message())
                .contains("2");
    }

    @AfterEach
    void nobodyLogsInForThem() {
        imported("admin", TABLE.formatted("", ""));
        identities.createMembership(MERCHANT, "merchant");
    }

    private Task answered(String number, String step, Map<String, Object> wanted) {
        Task task = awaited(number, step);
        clerk.answer(task, wanted, new Random(1));
        return task;
    }

    private Task awaited(String number, String step) {
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () ->
                                tasks
                                        .createTaskQuery()
                                        .processInstanceBusinessKey(number)
                                        .taskDefinitionKey(step)
                                        .list()
                                        .stream()
                                        .findFirst()
                                        .orElse(null),
                        Objects::nonNull);
    }

    /** A claim that waits for the merchant to pay. */
    private String atConfirm() {
        Map<String, Object> registration = io.redress.testing.Complaints.registration("site", "mall-service-centre");
        registration.put("category", "merchant-compensation");
        registration.put("merchant", "chunfeng");
        registration.put("amountClaimed", "459.00");
        registration.put("description", "连衣裙第一次洗就开线，我的电话是13900001111。");
        String number = cases.register(Cases.START, registration);
        answered(number, "userTask_decideOnResponsibility", Map.of("liability", "not-ours"));
        Map<String, Object> agreed = new HashMap<>();
        agreed.put("settlementAnswer", "agreed");
        agreed.put("settlementAmount", "459.00");
        agreed.put("payeeDocument", "resident-card");
        agreed.put("payeeIdNumber", IDENTITY);
        agreed.put("paidBy", "cash");
        agreed.put("papersNeededList", null);
        agreed.put("recoverFrom", null);
        answered(number, "userTask_agreeTheCompensation", agreed);
        return number;
    }

    @Test
    void aMerchantSeesItsOwnCaseAndTheCopiesThatItKeepsAndNothingElse() {
        String number = atConfirm();
        Task confirm = awaited(number, "userTask_confirmThePayment");
        JsonNode panel =
                rest.get(MERCHANT, "/api/tasks/" + confirm.getId() + "/case").body();
        assertThat(panel.path("number").asText()).isEqualTo(number);
        assertThat(panel.path("facts").findValuesAsText("name"))
                .contains("product", "orderNumber", "amountClaimed")
                .doesNotContain("description", "customerName", "phone", "expectation");
        assertThat(panel.toString()).doesNotContain("13900001111", IDENTITY, "李明");
        for (String hidden : List.of("entries", "messages", "links", "deadlines", "leading", "attachments")) {
            assertThat(panel.path(hidden)).as(hidden).isEmpty();
        }
        assertThat(panel.path("tasks")).hasSize(1);
        assertThat(panel.path("earlier").isNull()).isTrue();
        // Its copies, and no other paper of the case.
        JsonNode shown =
                rest.get(MERCHANT, "/api/tasks/" + confirm.getId() + "/papers").body();
        assertThat(shown.path("papers").findValuesAsText("kind"))
                .containsExactlyInAnyOrder("receipt", "settlement-agreement");
        assertThat(shown.path("printable")).isEmpty();
        assertThat(rest.post(MERCHANT, "/api/tasks/" + confirm.getId() + "/papers/registration-form", Map.of())
                        .status())
                .isEqualTo(403);
        long id = complaints.find(number).orElseThrow().id();
        assertThat(papers.of(id)).hasSizeGreaterThan(2).allSatisfy(paper -> {
            boolean own = List.of("receipt", "settlement-agreement").contains(paper.kind());
            assertThat(rest.get(MERCHANT, "/api/papers/" + paper.id()).status())
                    .as(paper.kind())
                    .isEqualTo(own ? 200 : 404);
            assertThat(rest.get(RIVAL, "/api/papers/" + paper.id()).status()).isEqualTo(404);
        });
        // A photo of the customer's is not a merchant's, its own is.
        rest.send(CLERK, "PUT", "/api/tasks/" + confirm.getId() + "/attachments?name=a.jpg", SampleFiles.photo());
        assertThat(rest.get(MERCHANT, "/api/tasks/" + confirm.getId() + "/attachments")
                        .body())
                .isEmpty();
        for (String path : List.of(
                "/cases",
                "/cases/" + number,
                "/merchants",
                "/api/merchants",
                "/payments",
                "/declarations",
                "/demo-time",
                "/api/cases/" + number + "/papers")) {
            assertThat(rest.get(MERCHANT, path).status()).as(path).isEqualTo(403);
        }
        // Another merchant.
        for (String path : List.of("/case", "/courses", "/papers", "/attachments")) {
            assertThat(rest.get(RIVAL, "/api/tasks/" + confirm.getId() + path).status())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(rest.get(RIVAL, "/own-cases").body().asText()).doesNotContain(number);
        assertThat(rest.get(RIVAL, "/engine-rest/task?processInstanceBusinessKey=" + number)
                        .body())
                .isEmpty();
    }

    @Test
    void itConfirmsItsPaymentAndKeepsItsCopies() {
        String number = atConfirm();
        Task confirm = awaited(number, "userTask_confirmThePayment");
        Rest.Answer own = rest.get(MERCHANT, "/own-cases");
        assertThat(own.status()).as(own.toString()).isEqualTo(200);
        assertThat(own.body().asText()).contains(number, "459.00", "agreed, not paid yet");
        clerk.answer(confirm, Map.of("merchantPaid", "yes"), new Random(1));
        await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> tasks.createTaskQuery()
                                .processInstanceBusinessKey(number)
                                .taskDefinitionKey("userTask_fileTheCopies")
                                .list(),
                        filing -> filing.size() == 2)
                .forEach(task -> clerk.answer(task, Map.of(), new Random(1)));
        // Also when it has nothing to do any more.
        String page = rest.get(MERCHANT, "/own-cases").body().asText();
        assertThat(page).contains(number, "paid").doesNotContain("not paid", "李明", IDENTITY);
        long id = complaints.find(number).orElseThrow().id();
        repaidAllButWhatItBears(id);
        assertThat(rest.get(MERCHANT, "/own-cases").body().asText())
                .contains("CNY 400.00 paid back to you", "By decision you bear CNY 59.00: 未按约定包装。");
        papers.of(id).stream().filter(paper -> paper.kind().equals("receipt")).forEach(paper -> {
            assertThat(page).contains("/api/papers/" + paper.id());
            assertThat(rest.get(MERCHANT, "/api/papers/" + paper.id()).status()).isEqualTo(200);
            String scan =
                    "/api/attachments/" + papers.find(paper.id()).orElseThrow().signedByAttachment();
            assertThat(rest.get(MERCHANT, scan).status()).isEqualTo(200);
            // Which scan is the signed one is not the merchant's to say.
            assertThat(rest.post(
                                    MERCHANT,
                                    "/api/papers/%d/signed?attachment=%s"
                                            .formatted(paper.id(), scan.substring(scan.lastIndexOf('/') + 1)),
                                    Map.of())
                            .status())
                    .isEqualTo(403);
            assertThat(rest.get(RIVAL, scan).status()).isEqualTo(404);
        });
    }

    @Test
    void onlyThoseWhoPayReadAccountsWholeAndOnlyAdministratorsImport() {
        assertThat(rest.get("finance", "/merchants").body().asText()).contains("1202020109000123456");
        for (String person : List.of(CLERK, "operations-manager", "floor-supervisor")) {
            assertThat(rest.get(person, "/merchants").body().asText())
                    .contains("春风服饰", "***************3456", "13800020001")
                    .doesNotContain("1202020109000123456", "id=\"import\"");
            assertThat(imported(person, TABLE.formatted("", "")).status()).isEqualTo(403);
            assertThat(rest.get(person, "/api/merchants").status()).isEqualTo(403);
        }
        assertThat(rest.get("quality-inspection", "/merchants").status()).isEqualTo(403);
        assertThat(rest.get(null, "/merchants").status()).isEqualTo(401);
        assertThat(rest.get("admin", "/merchants").body().asText()).contains("id=\"import\"");
        assertThat(imported("admin", rest.get("admin", "/api/merchants").body().asText())
                        .status())
                .isEqualTo(200);
    }

    /** The page has a session, and says by a header that it is ours. */
    @Test
    void theSessionOfAnAdministratorImportsOnlyFromOurPage() {
        byte[] table = TABLE.formatted(MERCHANT, RIVAL).getBytes(StandardCharsets.UTF_8);
        Rest.Visitor browser = rest.stranger("tasklist", "admin");
        assertThat(browser.send("PUT", "/api/merchants", table).status()).isEqualTo(401);
        assertThat(browser.send("PUT", "/api/merchants", table, "Idempotency-Key", "1")
                        .status())
                .isEqualTo(200);
        assertThat(rest.get(null, "/redress/import.js").body().asText()).contains("'Idempotency-Key'");
    }

    @Test
    void aTableIsTakenWholeOrNotAtAll() {
        Rest.Answer refused = imported(
                "admin",
                TABLE.formatted(CLERK, "nobody-there")
                        .replace("mall-service-centre,云", "moon,云")
                        .replace("春风服饰", "改名"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.message())
                .contains("Line 2: The login “customer-service” belongs to somebody of the house")
                .contains("Line 3: There is no site “moon”")
                .contains("Line 3: There is no login “nobody-there”");
        assertThat(rest.get("admin", "/merchants").body().asText())
                .contains("春风服饰")
                .doesNotContain("改名");
        String left = TABLE.formatted("", "nobody-there");
        assertThat(imported("admin", left.substring(0, left.lastIndexOf("yes")) + "no")
                        .message())
                .contains("Line 3: There is no login “nobody-there”");
        assertThat(imported("admin", "x".repeat(2_000_001)).status()).isEqualTo(400);
    }

    @Test
    void whoActsForNoMerchantAnyMoreIsOut() {
        String number = atConfirm();
        Task confirm = awaited(number, "userTask_confirmThePayment");
        tasks.claim(confirm.getId(), MERCHANT);
        imported("admin", TABLE.formatted("", RIVAL));
        assertThat(rest.get(MERCHANT, "/api/tasks/" + confirm.getId() + "/case").status())
                .isEqualTo(404);
        assertThat(rest.get(MERCHANT, "/own-cases").status()).isEqualTo(403);
        assertThat(StreamSupport.stream(
                                rest.get(CLERK, "/engine-rest/task?processInstanceBusinessKey=" + number)
                                        .body()
                                        .spliterator(),
                                false)
                        .map(task -> task.path("id").asText()))
                .contains(confirm.getId());
    }

    /** As if an insurer had taken part and had paid less. */
    private void repaidAllButWhatItBears(long id) {
        jdbc.sql("""
                        insert into insurance_policy (number, insurer, covers, valid_from, valid_to, excess, case_limit, active, changed_by,
                          changed_at)
                        values ('OWN-1', '江城财产保险', 'merchant', current_date, current_date, 0, 1000, false, 'admin', current_timestamp)
                        """).update();
        jdbc.sql("""
                        insert into insurance_claim (complaint_id, policy, kind, excess, case_limit, begun_at, excess_borne, shortfall,
                          shortfall_bearer, shortfall_reason, shortfall_by, closing, closed_at)
                        values (:id, 'OWN-1', 'merchant', 0, 1000, current_timestamp, 0, 59, 'merchant', '未按约定包装。',
                          'general-manager', 'RECKONED', current_timestamp)
                        """).param("id", id).update();
        jdbc.sql("""
                        insert into merchant_repayment (complaint_id, measure_id, merchant_name, advanced, amount, begun_at, paid_by, paid_at)
                        select complaint_id, id, '春风服饰', 459, 400, current_timestamp, 'finance', current_timestamp
                        from measure where complaint_id = :id
                        """).param("id", id).update();
    }
}
