package io.redress.process.mallpayment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.RedressApplication;
import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.money.Ledger;
import io.redress.casefile.money.LedgerLine;
import io.redress.casefile.money.Payment;
import io.redress.testing.Clerk;
import io.redress.testing.Desk;
import io.redress.testing.Node;
import io.redress.testing.OwnEngine;
import io.redress.testing.Rest;
import io.redress.testing.TestDatabase;
import java.sql.Connection;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * A node is killed (SIGKILL) while it pays: what it has written to the ledger is not committed. Another node of the same
 * PostgreSQL then does the step, and the money has moved once.
 */
@Tag("figures")
@SpringBootTest(classes = RedressApplication.class)
@ActiveProfiles("postgres")
@Import({Desk.class, Clerk.class})
@ExtendWith(OwnEngine.class)
class PaymentCrashIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "REDRESS_DB_URL",
            TestDatabase.createDurable("redress_payments"),
            "REDRESS_DB_USER",
            "postgres",
            "REDRESS_ATTACHMENTS_FOLDER",
            TestDatabase.folder("redress_payments"),
            "REDRESS_DB_PASSWORD",
            "postgres",
            "REDRESS_DEMO",
            "true",
            "REDRESS_DEMO_CONFIRM",
            "true",
            "REDRESS_TLS",
            "false");

    @Autowired
    private Desk desk;

    @Autowired
    private Clerk clerk;

    @Autowired
    private TaskService tasks;

    @Autowired
    private Complaints complaints;

    @Autowired
    private Ledger ledger;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DataSource database;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        ENVIRONMENT.forEach((name, value) -> properties.add(name, () -> value));
    }

    private String registered() {
        Map<String, Object> registration = io.redress.testing.Complaints.registration("site", "mall-service-centre");
        registration.put("category", "environment-accident");
        registration.put("amountClaimed", "300.00");
        return desk.start("customer-service", "complaint-handling", registration)
                .getBusinessKey();
    }

    private Task awaited(String number, String step) {
        return await().atMost(PATIENCE)
                .until(
                        () -> tasks.createTaskQuery()
                                .processInstanceBusinessKey(number)
                                .taskDefinitionKey(step)
                                .singleResult(),
                        Objects::nonNull);
    }

    private void answer(String number, String step, Map<String, ?> wanted) {
        clerk.answer(awaited(number, step), wanted, new Random(1));
    }

    /** A node takes the answer, and dies when all of it is written and nothing of it committed. */
    private void dies(String number, String step, String written, Map<String, ?> wanted) throws Exception {
        Task task = awaited(number, step);
        String person = clerk.person(task);
        desk.giveEvidence(person, task);
        Map<String, Object> fields =
                clerk.filled(person, task, wanted, new Random(1)).values();
        List<Payment> before = ledger.of(id(number));
        List<LedgerLine> lines = ledger.lines(id(number));
        Map<String, String> environment = new HashMap<>(ENVIRONMENT);
        // It only serves: jobs of a dead node wait until its lock on them is over.
        environment.putAll(Map.of("SPRING_PROFILES_ACTIVE", "postgres", "CAMUNDA_BPM_JOBEXECUTION_ENABLED", "false"));
        try (Node node = Node.start(environment);
                Connection holds = database.getConnection()) {
            node.healthy();
            holds.setAutoCommit(false);
            // The last that the engine writes.
            holds.createStatement().execute("lock table act_hi_taskinst in share mode");
            CompletableFuture<Void> submitted = CompletableFuture.runAsync(() -> {
                try {
                    node.post(
                            person + ":demo",
                            "/engine-rest/task/" + task.getId() + "/submit-form",
                            Map.of("variables", Rest.variables(fields)));
                } catch (Exception e) {
                    // It dies while it answers.
                }
            });
            await().atMost(PATIENCE).until(() -> hasWritten(written));
            node.kill();
            holds.rollback();
            submitted.join();
        }
        await().atMost(PATIENCE).until(() -> !hasWritten(written));
        assertThat(ledger.of(id(number))).isEqualTo(before);
        assertThat(ledger.lines(id(number))).isEqualTo(lines);
        assertThat(awaited(number, step).getId()).isEqualTo(task.getId());
        answer(number, step, wanted);
    }

    /** Whether a transaction that is under way has written to that table. */
    private boolean hasWritten(String table) {
        return jdbc.sql("""
                                select count(*) from pg_locks held join pg_class on pg_class.oid = held.relation
                                where relname = :table and mode = 'RowExclusiveLock' and granted
                                  and exists (select 1 from pg_locks waits where waits.pid = held.pid and not waits.granted)
                                """).param("table", table).query(Long.class).single() > 0;
    }

    private long id(String number) {
        return complaints.find(number).orElseThrow().id();
    }

    private static Map<String, Object> agreed() {
        Map<String, Object> agreed = new HashMap<>();
        agreed.put("settlementAnswer", "agreed");
        agreed.put("settlementAmount", "300.00");
        agreed.put("payeeDocument", "resident-card");
        agreed.put("payeeIdNumber", "11010519491231002X");
        agreed.put("paidBy", "cash");
        agreed.put("papersNeededList", null);
        agreed.put("recoverFrom", null);
        return agreed;
    }

    @Test
    void whatADyingNodeWroteIsNotThereAndTheNextPaysOnce() throws Exception {
        String number = registered();
        answer(number, "userTask_decideOnResponsibility", Map.of("liability", "not-ours", "goodwill", "yes"));
        dies(number, "userTask_agreeTheCompensation", "payment", agreed());
        assertThat(ledger.of(id(number))).hasSize(1);
        dies(number, "userTask_approveTheCompensation", "payment", Map.of("compensationDecision", "approved"));
        dies(number, "userTask_payOut", "ledger_line", Map.of());
        assertThat(ledger.lines(id(number))).extracting(LedgerLine::kind).containsExactly(LedgerLine.Kind.PAYMENT);
        answer(number, "userTask_handOverAgainstSignatures", Map.of("signed", "no"));
        dies(number, "userTask_takeTheMoneyBack", "ledger_line", Map.of());
        assertThat(ledger.lines(id(number)))
                .extracting(LedgerLine::kind)
                .containsExactly(LedgerLine.Kind.PAYMENT, LedgerLine.Kind.REVERSAL);
        assertThat(ledger.of(id(number))).extracting(Payment::state).containsExactly(Payment.State.RECOVERED);
        assertThat(jdbc.sql("select count(*) from entry where complaint_id = :id and step = 'userTask_payOut'")
                        .param("id", id(number))
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }
}
