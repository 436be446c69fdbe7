package io.redress.bench;

import com.zaxxer.hikari.HikariDataSource;
import io.redress.RedressApplication;
import io.redress.testing.Clerk;
import io.redress.testing.Desk;
import io.redress.testing.Statements;
import io.redress.testing.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext.HierarchyMode;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestContextManager;

/**
 * Complaints per second from registration to archive through the form gate, four clients, on PostgreSQL, beside the same
 * engine with stock settings and all form fields as variables, by turns:
 * {@code mvn -Pbench test-compile exec:exec -Dbench.class=io.redress.bench.CourseBenchmark [-Dredress.bench.cases=200]}.
 *
 * <p>The same in both: PostgreSQL and its durability, a pool of 20 connections, the packaged diagrams and forms, the clients,
 * what they open, submit and look for, the job executor at work, the timer of the follow-up call executed by the client.
 *
 * <p>Stock: history {@code full}, Camunda's own job executor settings and indexes, no plugin, no authorization. A submit
 * stores what the page sends and, once, what the form shows of the case beyond the registration; call activities pass on the
 * three registered fields that the forms of the called process show. Its connection sends each statement by itself, as the driver
 * does by default; Redress's rewrites batched inserts into one.
 *
 * <p>What the stock one does <em>not</em> do, and Redress does in its figure: check forms and people's rights, give out
 * numbers without gaps, keep a case file with entries, compute deadlines on calendars and re-arm timers, judge by decision
 * tables, look for duplicates, say in words what is due when and why.
 */
public final class CourseBenchmark {

    private static final int CASES = Integer.getInteger("redress.bench.cases", 200);
    private static final int WARM_UP = Math.max(4, CASES / 2);
    private static final int ROUNDS = 4;
    private static final String REDRESS = "redress";
    private static final String STOCK = "stock";

    private CourseBenchmark() {}

    @SpringBootTest(classes = RedressApplication.class)
    @ActiveProfiles("postgres")
    @Import({Desk.class, Clerk.class, Statements.class})
    static final class Redress implements Clients.Desk {

        @DynamicPropertySource
        static void database(DynamicPropertyRegistry properties) {
            Map.of(
                            "REDRESS_DB_URL", TestDatabase.createDurable(REDRESS),
                            "REDRESS_ATTACHMENTS_FOLDER", TestDatabase.folder(REDRESS),
                            "REDRESS_DB_USER", "postgres",
                            "REDRESS_DB_PASSWORD", "postgres",
                            "REDRESS_DEMO", "true",
                            "REDRESS_DEMO_CONFIRM", "true",
                            "REDRESS_TLS", "false")
                    .forEach((name, value) -> properties.add(name, () -> value));
        }

        @Override
        public ProcessInstance register(ProcessEngine engine, String definition, Map<String, Object> fields) {
            return engine.getFormService().submitStartForm(definition, fields);
        }

        @Override
        public void dayOfTheCall(JdbcClient database, String number) {
            database.sql("""
                            update deadline set due_at = :past where kind = 'NEXT_TRY'
                              and complaint_id = (select id from complaint where number = :number)
                            """)
                    .param("number", number)
                    .param("past", OffsetDateTime.now().minusDays(3))
                    .update();
        }

        @Override
        public void submit(ProcessEngine engine, Task task, Script.Answer answer) {
            engine.getFormService().submitTaskForm(task.getId(), answer.values());
        }
    }

    /** One of the two, and what has been measured of it. */
    private static final class Contender {

        private final String name;
        private final Clients clients;
        private final Statements statements;
        private double seconds;
        private int cases;
        private Spent spent = Spent.NOTHING;

        Contender(String name, Clients clients, Statements statements) {
            this.name = name;
            this.clients = clients;
            this.statements = statements;
        }

        void measure(int cases, Script script) throws Exception {
            Spent before = Spent.now();
            double took = clients.lead(cases, script);
            spent = spent.plus(Spent.now().minus(before));
            seconds += took;
            this.cases += cases;
            System.out.printf("%s: %d complaints, %.2f/s%n", name, cases, cases / took);
        }

        double perSecond() {
            return cases / seconds;
        }

        /** After the figures are taken: counting costs time. */
        void report(Script script) {
            Statements.Cost cost = statements.of(() -> clients.lead(script::answer));
            System.out.printf(
                    "%s: %.2f complaints/s; each takes %d ms of processor time in Java and %d ms in the"
                            + " database, writes %d KB of log and asks %d statements, of which %d write%n",
                    name,
                    perSecond(),
                    spent.java().toMillis() / cases,
                    spent.database().toMillis() / cases,
                    spent.log() / cases / 1024,
                    cost.statements().size(),
                    cost.writes());
            if (Boolean.getBoolean("redress.bench.statements")) {
                cost.statements().stream()
                        .collect(Collectors.groupingBy(
                                sql -> sql.strip().replaceAll("\\s+", " "), Collectors.counting()))
                        .entrySet()
                        .stream()
                        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                        .forEach(counted -> System.out.println(counted.getValue() + " " + counted.getKey()));
            }
        }
    }

    public static void main(String[] arguments) throws Exception {
        TestContextManager test = new TestContextManager(Redress.class);
        ApplicationContext context = test.getTestContext().getApplicationContext();
        ProcessEngine engine = context.getBean(ProcessEngine.class);
        Statements statements = context.getBean(Statements.class);
        Clients redress = new Clients(engine, new Redress(), connections(TestDatabase.durable(REDRESS)));
        Script script = new Script();
        redress.lead(task -> script.write(context.getBean(Clerk.class), task));
        System.out.println("each complaint: " + script.steps());
        try (StockEngine stock = new StockEngine(connections(TestDatabase.createDurable(STOCK)))) {
            Contender ours = new Contender("Redress", redress, statements);
            Contender theirs = new Contender(
                    STOCK,
                    new Clients(stock.engine(), stock, connections(TestDatabase.durable(STOCK))),
                    stock.statements());
            redress.lead(WARM_UP, script);
            theirs.clients.lead(WARM_UP, script);
            System.out.println("warm");
            for (int round = 0; round < ROUNDS; round++) {
                ours.measure(CASES / ROUNDS, script);
                theirs.measure(CASES / ROUNDS, script);
            }
            ours.report(script);
            theirs.report(script);
            System.out.printf("ratio %.2f%n", ours.perSecond() / theirs.perSecond());
        }
        test.getTestContext().markApplicationContextDirty(HierarchyMode.EXHAUSTIVE);
        System.exit(0);
    }

    private static HikariDataSource connections(String url) {
        HikariDataSource connections = new HikariDataSource();
        connections.setJdbcUrl(url);
        connections.setUsername("postgres");
        connections.setPassword("postgres");
        connections.setMaximumPoolSize(20);
        return connections;
    }

    /**
     * What has been spent so far.
     *
     * @param log bytes that the database server has written to its log
     * @param java processor time of this JVM
     * @param database processor time of the database server
     */
    private record Spent(long log, Duration java, Duration database) {

        static final Spent NOTHING = new Spent(0, Duration.ZERO, Duration.ZERO);

        static Spent now() throws SQLException {
            try (Connection connection =
                            DriverManager.getConnection(TestDatabase.durable(STOCK), "postgres", "postgres");
                    Statement statement = connection.createStatement();
                    ResultSet server = statement.executeQuery(
                            "select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint, pg_backend_pid()")) {
                server.next();
                Duration database = ProcessHandle.of(server.getLong(2))
                        .flatMap(ProcessHandle::parent)
                        .orElseThrow()
                        .descendants()
                        .flatMap(process -> process.info().totalCpuDuration().stream())
                        .reduce(Duration.ZERO, Duration::plus);
                Duration java =
                        ProcessHandle.current().info().totalCpuDuration().orElseThrow();
                return new Spent(server.getLong(1), java, database);
            }
        }

        Spent plus(Spent other) {
            return new Spent(log + other.log, java.plus(other.java), database.plus(other.database));
        }

        Spent minus(Spent other) {
            return new Spent(log - other.log, java.minus(other.java), database.minus(other.database));
        }
    }
}
