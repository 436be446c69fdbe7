package io.redress.engine.decision;

import static io.redress.engine.decision.TableEngine.packaged;
import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.redress.calendar.DeadlineUnit;
import io.redress.calendar.Target;
import io.redress.casefile.deadline.CaseFacts;
import io.redress.casefile.deadline.Policy;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlinePolicyTest {

    private static final CaseFacts ORDINARY =
            new CaseFacts("supermarket", "simple", "price", "normal", "complaint-resolution", false, false);

    private static TableEngine tables;

    @BeforeAll
    static void engine() {
        tables = new TableEngine();
    }

    @AfterAll
    static void close() {
        tables.close();
    }

    /** One line for each row of the table, read from deadlines. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ACKNOWLEDGE         | receipt             | mall         | simple  | normal   | complaint-resolution | no     | 15 minutes      | customer-service-supervisor | runs on
            CONFIRMATION        | record-to-confirm   | mall         | simple  | normal   | complaint-intake     | no     | 24 hours        |                             | runs on
            START_INVESTIGATION | receipt             | mall         | simple  | normal   | complaint-resolution | no     | 24 hours        | ladder                      | pauses
            FIRST_RESPONSE      | receipt             | supermarket  | simple  | normal   | complaint-resolution | no     | 24 hours        | customer-service-manager    | pauses
            FIRST_RESPONSE      | receipt             | credit-union | simple  | normal   | complaint-resolution | no     | 1 working-days  | customer-service-manager    | pauses
            FIRST_RESPONSE      | receipt             | mall         | simple  | normal   | complaint-resolution | no     | 24 hours        | customer-service-manager    | pauses
            FIRST_RESPONSE      | receipt             | after-sales  | simple  | normal   | lost-receipt         | no     | 24 hours        | customer-service-manager    | pauses
            FIRST_RESPONSE      | receipt             | e-commerce   | simple  | normal   | agent-complaint      | no     | 1 working-days  | customer-service-manager    | pauses
            FIRST_RESPONSE      | receipt             | property     | simple  | normal   | complaint-resolution | no     | 1 working-days  | customer-service-manager    | pauses
            FIRST_RESPONSE      | receipt             | manufacturer | simple  | normal   | quality-8d           | no     | 1 working-days  | customer-service-manager    | pauses
            RESOLUTION          | receipt             | supermarket  | simple  | normal   | complaint-intake     | no     | 72 hours        | senior-management           | pauses
            RESOLUTION          | receipt             | supermarket  | complex | normal   | complaint-resolution | no     | 72 hours        | senior-management           | pauses
            RESOLUTION          | receipt             | credit-union | simple  | normal   | complaint-resolution | no     | 1 working-days  | senior-management           | pauses
            RESOLUTION          | receipt             | credit-union | complex | normal   | complaint-resolution | no     | 5 working-days  | senior-management           | pauses
            RESOLUTION          | receipt             | mall         | simple  | normal   | complaint-resolution | no     | 3 working-days  | senior-management           | pauses
            RESOLUTION          | receipt             | after-sales  | simple  | normal   | complaint-resolution | no     | 3 working-days  | senior-management           | pauses
            RESOLUTION          | receipt             | property     | simple  | normal   | complaint-resolution | no     | 3 working-days  | senior-management           | pauses
            RESOLUTION          | receipt             | mall         | complex | normal   | complaint-resolution | no     | 7 working-days  | senior-management           | pauses
            RESOLUTION          | receipt             | after-sales  | complex | normal   | complaint-resolution | no     | 7 working-days  | senior-management           | pauses
            RESOLUTION          | receipt             | property     | complex | normal   | complaint-resolution | no     | 7 working-days  | senior-management           | pauses
            RESOLUTION          | receipt             | e-commerce   | simple  | normal   | complaint-resolution | no     | 2 working-days  | senior-management           | pauses
            RESOLUTION          | receipt             | e-commerce   | complex | normal   | complaint-resolution | no     | 5 working-days  | senior-management           | pauses
            RESOLUTION          | receipt             | manufacturer | simple  | normal   | complaint-resolution | no     | 10 working-days | senior-management           | pauses
            RESOLUTION          | receipt             | manufacturer | complex | normal   | complaint-resolution | no     | 10 working-days | senior-management           | pauses
            CUSTOMER_INPUT      | customer-asked      | mall         | simple  | normal   | complaint-resolution | no     | 3 working-days  | process                      | runs on
            PAPERS              | papers-asked        | mall         | complex | normal   | responsibility-decision | no  | 30 days         | process                      | runs on
            COLLECTION          | money-ready         | mall         | complex | normal   | responsibility-decision | no  | 5 working-days  | process                      | runs on
            NEXT_TRY            | failed-try          | mall         | simple  | normal   | complaint-resolution | no     | 1 working-days  | process                      | runs on
            PROMISED            | promise-told        | mall         | simple  | normal   | complaint-resolution | no     |                 | customer-service-manager    | runs on
            UNRESOLVED          | receipt             | mall         | simple  | normal   | responsibility-decision | no  | 3 days          | senior-management           | runs on
            UNRESOLVED          | receipt             | supermarket  | complex | critical | customer-injury      | injury | 3 days          | senior-management           | runs on
            RESPONSIBILITY      | routed-to-decider   | mall         | simple  | normal   | responsibility-decision | no  | 24 hours        | ladder                      | pauses
            INSURER_REPORT      | liability-decided   | mall         | simple  | normal   | responsibility-decision | no     | 24 hours        | insurance-head              | runs on
            INSURER_REPORT      | receipt             | mall         | complex | critical | customer-injury      | injury | 24 hours        | insurance-head              | runs on
            INSURER_OPINION     | reported-to-insurer | mall         | simple  | normal   | insurance-claim      | no     | 5 working-days  | process                     | runs on
            INSURER_DECISION    | claim-complete      | mall         | simple  | normal   | insurance-claim      | no     | 30 days         | operations-manager          | runs on
            PAYOUT              | insurer-agreed      | mall         | simple  | normal   | insurance-claim      | no     | 10 days         | operations-manager          | runs on
            MERCHANT_PAYS       | papers-complete     | mall         | simple  | normal   | merchant-settlement  | no     | 3 working-days  | operations-manager          | runs on
            REPAY_MERCHANT      | payout-booked       | mall         | simple  | normal   | merchant-advance-payment | no | 3 working-days  | finance-head                | runs on
            APPROVAL            | approval-requested  | mall         | simple  | normal   | mall-payment         | no     | 1 working-days  | process                      | runs on
            COMPANY_AND_ADVANCE | injury-told         | mall         | complex | critical | customer-injury      | injury | 30 minutes      | ladder                      | runs on
            EMERGENCY_FUNDS     | funds-requested     | mall         | complex | critical | customer-injury      | injury | 30 minutes      | duty-manager,finance-head   | runs on
            ACCIDENT_REPORT     | receipt             | mall         | complex | critical | customer-injury      | injury | 24 hours        | risk-control-head           | runs on
            SCENE_VISIT         | receipt             | property     | complex | high     | local-office         | no     | 2 hours         | general-manager-office      | runs on
            CONTAINMENT         | business-receipt    | manufacturer | complex | normal   | quality-8d           | no     | 3 working-days  | quality-control-head        | runs on
            PERMANENT_MEASURES  | business-receipt    | manufacturer | complex | normal   | quality-8d           | no     | 10 working-days | senior-management           | runs on
            EIGHT_D_CLOSE       | business-receipt    | manufacturer | complex | normal   | quality-8d           | no     | 60 days         | senior-management           | runs on
            LOCAL_OFFICE        | local-office-told   | property     | simple  | normal   | complaint-resolution | no     | 3 working-days  | property-director           | pauses
            RECEIPT_HOLD        | loss-declared       | property     | simple  | normal   | lost-receipt         | no     | 15 days         | process                      | runs on
            OFFICE_STEP         | handed-in           | manufacturer | simple  | normal   | lost-export-form     | no     | 5 working-days  | finance-head                | runs on
            DUTY_DESK           | agent-reported      | e-commerce   | simple  | normal   | agent-complaint      | no     | 2 working-days  | senior-management           | pauses
            FOLLOW_UP           | settled             | after-sales  | simple  | normal   | complaint-resolution | no     | 3 working-days  | customer-service-supervisor | runs on
            FOLLOW_UP           | settled             | supermarket  | simple  | normal   | complaint-resolution | no     | 7 days          | customer-service-supervisor | runs on
            FOLLOW_UP           | settled             | property     | simple  | normal   | complaint-resolution | no     | 7 days          | customer-service-supervisor | runs on
            MEASURE             | plan-agreed         | property     | simple  | normal   | complaint-resolution | no     |                 | admin-hr                    | runs on
            TASK                | task-caused         | mall         | simple  | high     | complaint-resolution | no     | 1 working-days  | ladder                      | pauses
            TASK                | task-caused         | mall         | simple  | critical | complaint-resolution | injury | 1 working-days  | ladder                      | pauses
            TASK                | task-caused         | mall         | simple  | normal   | complaint-intake     | no     | 1 working-days  | ladder                      | pauses
            TASK                | task-caused         | mall         | simple  | normal   | complaint-intake     | injury | 30 minutes      | ladder                      | pauses
            TASK                | task-caused         | mall         | simple  | normal   | complaint-intake     | media  | 30 minutes      | ladder                      | pauses
            TASK                | task-caused         | mall         | simple  | critical | customer-injury      | injury | 30 minutes      | ladder                      | pauses
            CHAT_EXPERT         | expert-handover     | e-commerce   | simple  | normal   | online-conversation  | no     | 50 minutes      | process                      | runs on
            CHAT_IDLE           | last-message        | e-commerce   | simple  | normal   | online-conversation  | no     | 8 minutes       | process                      | runs on
            MONTHLY_REVIEW      | month-end           | supermarket  | simple  | normal   | monthly-review       | no     | 5 working-days  | senior-management           | runs on
            """)
    void givesTheDeadlineItsTarget(
            String deadline,
            String startsAt,
            String profile,
            String complexity,
            String severity,
            String route,
            String incident,
            String target,
            String escalateTo,
            String pausing) {
        List<Policy> deadlines = tables.policy.of(
                startsAt,
                new CaseFacts(
                        profile,
                        complexity,
                        "other",
                        severity,
                        route,
                        incident.equals("injury"),
                        incident.equals("media")));
        assertThat(deadlines).contains(new Policy(deadline, target(target), 75, escalateTo, pausing.equals("pauses")));
    }

    /** Whoever decided the responsibility hears that the insurer is late. */
    @ParameterizedTest
    @CsvSource({"claim-complete, INSURER_DECISION", "insurer-agreed, PAYOUT"})
    void ofAnAccidentThePropertyManagerIsTold(String startsAt, String deadline) {
        CaseFacts accident = new CaseFacts(
                "mall", "simple", "environment-accident", "normal", "responsibility-decision", false, false);
        assertThat(tables.policy.of(startsAt, accident)).singleElement().satisfies(row -> {
            assertThat(row.kind()).isEqualTo(deadline);
            assertThat(row.escalateTo()).isEqualTo("property-manager");
        });
    }

    @Test
    void withAn8dAManufacturersCaseHasItsDeadlinesInsteadOfAFinalAnswers() {
        CaseFacts factory = new CaseFacts("manufacturer", "simple", null, "normal", "quality-8d", false, false);
        assertThat(tables.policy.of("receipt", factory))
                .extracting(Policy::kind)
                .containsExactly("ACKNOWLEDGE", "FIRST_RESPONSE");
    }

    /** Nobody has said yet what it is about. */
    @Test
    void aTaskBeforeClassificationIsDueInTime() {
        assertThat(tables.policy.of(
                        "task-caused",
                        new CaseFacts("mall", "simple", null, "normal", "complaint-intake", false, false)))
                .singleElement()
                .extracting(Policy::target)
                .isEqualTo(new Target(1, DeadlineUnit.WORKING_DAYS));
        assertThat(tables.policy.of(
                        "task-caused",
                        new CaseFacts("mall", "simple", "sudden-incident", "normal", "complaint-intake", false, false)))
                .singleElement()
                .extracting(Policy::target)
                .isEqualTo(new Target(30, DeadlineUnit.MINUTES));
    }

    @Test
    void untilAProcessIsChosenACaseHasTheFirstTwoOnly() {
        CaseFacts shop = new CaseFacts("supermarket", "simple", "price", "normal", "complaint-intake", false, false);
        assertThat(tables.policy.of("receipt", shop))
                .extracting(Policy::kind)
                .containsExactly("ACKNOWLEDGE", "RESOLUTION");
    }

    @Test
    void whatNoRowWasWrittenForIsAFaultAndNotACaseWithoutDeadlines() {
        assertThatThrownBy(() -> tables.policy.of("full-moon", ORDINARY))
                .isInstanceOf(UnusableTable.class)
                .hasMessageContaining("deadline-policy")
                .hasMessageContaining("full-moon")
                .hasMessageContaining("Starts with");
        assertThatThrownBy(() -> tables.policy.of(
                        "receipt",
                        new CaseFacts(
                                "super-market", "simple", "price", "normal", "complaint-resolution", false, false)))
                .isInstanceOf(UnusableTable.class)
                .hasMessageContaining("super-market")
                .hasMessageContaining("mall, supermarket, after-sales");
    }

    @Test
    void saysSoWhenNoRowFits() {
        tables.with(
                "deadline-policy",
                edited("\"customer-asked\"</text>\n        </inputEntry>", "\"settled\"</text>\n        </inputEntry>"),
                () -> assertThatThrownBy(() -> tables.policy.of("customer-asked", ORDINARY))
                        .isInstanceOf(UnusableTable.class)
                        .hasMessageStartingWith("No row of the decision table “deadline-policy” fits")
                        .hasMessageContaining("customer-asked"));
    }

    @Test
    void whatAnOwnerDeploysHoldsForTheNextCase() {
        assertThat(targetOf("FIRST_RESPONSE")).isEqualTo(new Target(24, DeadlineUnit.HOURS));
        String edited = inRow("FIRST_RESPONSE_supermarket", "<text>24</text>", "<text>12</text>");
        tables.with(
                "deadline-policy",
                edited,
                () -> assertThat(targetOf("FIRST_RESPONSE")).isEqualTo(new Target(12, DeadlineUnit.HOURS)));
        assertThat(targetOf("FIRST_RESPONSE")).isEqualTo(new Target(24, DeadlineUnit.HOURS));
    }

    @Test
    void asksNobodyForRightsAndLogsNoOperatorsAct() {
        long before =
                tables.engine.getHistoryService().createUserOperationLogQuery().count();
        tables.engine.getIdentityService().setAuthentication("nobody", List.of());
        try {
            assertThat(tables.policy.of("receipt", ORDINARY)).isNotEmpty();
        } finally {
            tables.engine.getIdentityService().clearAuthentication();
        }
        assertThat(tables.engine
                        .getHistoryService()
                        .createUserOperationLogQuery()
                        .count())
                .isEqualTo(before);
    }

    @Test
    void saysWhatToDoWhenTheTableIsGone() {
        try (TableEngine without = new TableEngine()) {
            RepositoryService repository = without.engine.getRepositoryService();
            for (Deployment deployment : repository.createDeploymentQuery().list()) {
                repository.deleteDeployment(deployment.getId());
            }
            assertThatThrownBy(() -> without.policy.of("receipt", ORDINARY))
                    .isInstanceOf(UnusableTable.class)
                    .hasMessageStartingWith("The decision table “deadline-policy” is not deployed. Deploy it");
            assertThatThrownBy(() -> without.ladder.next("mall", "finance", "overdue"))
                    .isInstanceOf(UnusableTable.class)
                    .hasMessageStartingWith("The decision table “escalation-ladder” is not deployed. Deploy it");
        }
    }

    /** Edits of the row of the supermarket's final answer, or of one like it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            RESOLUTION_supermarket | <text>72</text>                  | <text>-1</text>             | “-1” must be a whole number from 1
            RESOLUTION_supermarket | <text>72</text>                  | <text>0</text>              | “0” must be a whole number from 1
            RESOLUTION_supermarket | <text>72</text>                  | <text></text>               | “” must be a whole number from 1
            RESOLUTION_supermarket | <text>72</text>                  | <text>72.5</text>           | has a cell that cannot be read
            RESOLUTION_supermarket | <text>72</text>                  | <text>"soon"</text>         | has a cell that cannot be read
            RESOLUTION_supermarket | <text>75</text>                  | <text>0</text>              | “0” must be a whole number from 1 to 99
            RESOLUTION_supermarket | <text>75</text>                  | <text>100</text>            | “100” must be a whole number from 1 to 99
            RESOLUTION_supermarket | <text>75</text>                  | <text></text>               | “” must be a whole number from 1 to 99
            RESOLUTION_supermarket | <text>"hours"</text>             | <text>"weeks"</text>        | the unit “weeks” is not known
            RESOLUTION_supermarket | <text>"hours"</text>             | <text></text>               | the unit “” is not known
            RESOLUTION_supermarket | <text>"hours"</text>             | <text>"own-date"</text>     | with the unit own-date the amount stays empty, but it is “72”
            RESOLUTION_supermarket | <text>"senior-management"</text> | <text>"the-boss"</text>     | there is no group “the-boss”
            RESOLUTION_supermarket | <text>"senior-management"</text> | <text>"finance, x"</text>   | there is no group “x”
            RESOLUTION_supermarket | <text>"senior-management"</text> | <text>"intake-api"</text>   | there is no group “intake-api”
            RESOLUTION_supermarket | <text>true</text>                | <text></text>               | write true or false
            RESOLUTION_supermarket | <text>"RESOLUTION"</text>        | <text>"FINAL"</text>        | there is no deadline “FINAL”
            RESOLUTION_supermarket | <text>"RESOLUTION"</text>        | <text></text>               | there is no deadline “”
            RESOLUTION_supermarket | <text>"supermarket"</text>       | <text>supermarket</text>    | has a cell that cannot be read
            RESOLUTION_supermarket | <text>"supermarket"</text>       | <text>"supermarket</text>   | has a cell that cannot be read
            RESOLUTION_supermarket | <text>"RESOLUTION"</text>        | <text>RESOLUTION</text>     | has a cell that cannot be read
            RESOLUTION_creditUnion_simple | <text>"credit-union"</text> | <text></text>            | two rows for the deadline RESOLUTION fit the same case
            """)
    void saysWhichCellOfAnEditedTableIsWrongInsteadOfGuessing(String row, String was, String is, String fault) {
        tables.with(
                "deadline-policy",
                inRow(row, was, is),
                () -> assertThatThrownBy(() -> tables.policy.of("receipt", ORDINARY))
                        .isInstanceOf(UnusableTable.class)
                        .hasMessageContaining("ecision table “deadline-policy”")
                        .hasMessageContaining(fault)
                        .hasMessageContaining("Cockpit"));
        // Whoever deploys it hears so at once, unless it shows only when a case comes that two rows fit.
        if (!fault.startsWith("two rows")) {
            assertThat(tables.findings(inRow(row, was, is)))
                    .singleElement(as(STRING))
                    .contains("ecision table “deadline-policy”")
                    .doesNotContain("Cockpit");
        }
    }

    /** In force already, it is read all the same: what a wait is, no table says. */
    @Test
    void onlyWhatTheDiagramsGoOnFromGoesItsCourse() {
        assertThat(tables.findings(inRow(
                        "RESOLUTION_supermarket", "<text>\"senior-management\"</text>", "<text>\"process\"</text>")))
                .singleElement(as(STRING))
                .contains("no diagram goes on by itself when the deadline RESOLUTION is over");
        for (String other : List.of("\"ladder\"", "\"finance\"", "")) {
            String edited = inRow("APPROVAL", "<text>\"process\"</text>", "<text>" + other + "</text>");
            assertThat(tables.findings(edited))
                    .singleElement(as(STRING))
                    .contains("the diagrams themselves say what follows when the deadline APPROVAL is over");
            tables.with(
                    "deadline-policy",
                    edited,
                    () -> assertThat(tables.policy.of("approval-requested", ORDINARY))
                            .hasSize(1));
        }
    }

    @Test
    void aTableThatAsksForMoreThanItIsToldIsNotDeployed() {
        assertThat(tables.findings(edited("<text>severity</text>", "<text>weather</text>")))
                .containsExactly(
                        "The decision table “deadline-policy” has an input “weather”, which it is not told. It is told"
                                + " category, complexity, injury, media, profile, route, severity, startsAt.");
    }

    @Test
    void aCellThatIsNotFeelIsNotDeployed() {
        assertThat(tables.findings(edited("<inputExpression ", "<inputExpression expressionLanguage=\"juel\" ")))
                .containsExactly("A cell is written in juel; Redress reads FEEL only.");
    }

    @Test
    void aCellMayDependOnTheCase() {
        assertThat(tables.findings(inRow(
                        "RESOLUTION_supermarket",
                        "<text>72</text>",
                        "<text>if severity = \"high\" then 24 else 72</text>")))
                .isEmpty();
    }

    private static Target target(String text) {
        if (text == null || !text.contains(" ")) {
            return null;
        }
        String[] words = text.split(" ");
        return new Target(Long.parseLong(words[0]), DeadlineUnit.named(words[1]).orElseThrow());
    }

    private static Target targetOf(String deadline) {
        Map<String, Policy> deadlines = tables.policy.of("receipt", ORDINARY).stream()
                .collect(Collectors.toMap(Policy::kind, policy -> policy));
        return deadlines.get(deadline).target();
    }

    private static String edited(String was, String is) {
        String table = packaged("deadline-policy");
        assertThat(table).contains(was);
        return table.replace(was, is);
    }

    private static String inRow(String rule, String was, String is) {
        String table = packaged("deadline-policy");
        int from = table.indexOf("<rule id=\"rule_" + rule + "\"");
        int to = table.indexOf("</rule>", from);
        String row = table.substring(from, to);
        assertThat(row).contains(was);
        return table.substring(0, from) + row.replace(was, is) + table.substring(to);
    }
}
