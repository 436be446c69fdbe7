package io.redress.engine.decision;

import static io.redress.engine.decision.TableEngine.packaged;
import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.redress.process.intake.TriageFacts;
import io.redress.process.intake.TriageResult;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TriageTest {

    static final List<String> PROFILES =
            List.of("mall", "supermarket", "after-sales", "manufacturer", "credit-union", "e-commerce", "property");
    static final List<String> CATEGORIES = List.of(
            "product-quality",
            "service-attitude",
            "service-quality",
            "price",
            "hygiene",
            "delivery",
            "quantity",
            "goods",
            "system",
            "timeliness",
            "environment-accident",
            "merchant-compensation",
            "personal-injury",
            "sudden-incident",
            "lost-receipt",
            "lost-vat-invoice",
            "lost-export-form",
            "agent",
            "other");
    private static final Map<String, String> OWNERS = Map.of(
            "manufacturer", "business",
            "credit-union", "lobby-manager",
            "e-commerce", "agent",
            "property", "management-office");
    private static final Map<String, String> OFFICES = Map.of(
            "agent", "duty-desk",
            "lost-receipt", "cashier",
            "lost-vat-invoice", "tax-officer",
            "lost-export-form", "tax-officer");
    private static final Set<String> LOST = Set.of("lost-receipt", "lost-vat-invoice", "lost-export-form");
    private static final List<String> AMOUNTS = List.of("", "0", "500", "500.01", "10000", "9999999999999.99");

    private static TableEngine tables;

    @BeforeAll
    static void engine() {
        tables = new TableEngine();
    }

    @AfterAll
    static void close() {
        tables.close();
    }

    /** One line for each row of the table. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            unclassified                     |                       | mall         | injury       |         |          |         |
            suddenIncident                   | sudden-incident       | mall         |              |         | critical | complex | customer-service
            suddenIncident                   | sudden-incident       | manufacturer | media        |         | critical | complex | business
            suddenIncident                   | sudden-incident       | credit-union | injury       |         | critical | complex | lobby-manager
            suddenIncident                   | sudden-incident       | e-commerce   |              | 900     | critical | complex | agent
            suddenIncident                   | sudden-incident       | property     | media office |         | critical | complex | management-office
            injury                           | hygiene               | supermarket  | injury       |         | critical | complex | customer-service
            injury                           | product-quality       | manufacturer | injury media |         | critical | complex | business
            injury                           | environment-accident  | credit-union | injury       |         | critical | complex | lobby-manager
            injury                           | product-quality       | e-commerce   | injury       |         | critical | complex | agent
            injury                           | agent                 | property     | injury office|         | critical | complex | management-office
            personalInjury                   | personal-injury       | after-sales  | office       |         | critical | complex | customer-service
            personalInjury                   | personal-injury       | manufacturer |              |         | critical | complex | business
            personalInjury                   | personal-injury       | credit-union | media        |         | critical | complex | lobby-manager
            personalInjury                   | personal-injury       | e-commerce   |              |         | critical | complex | agent
            personalInjury                   | personal-injury       | property     |              |         | critical | complex | management-office
            localOfficeAccident              | environment-accident  | property     | office       |         | high     | complex | customer-service
            localOffice                      | service-attitude      | property     | office       | 500.01  | normal   | complex | customer-service
            agentWithMedia                   | agent                 | e-commerce   | media        |         | high     | complex | duty-desk
            agentAboveLimit                  | agent                 | e-commerce   |              | 500.01  | normal   | complex | duty-desk
            agent                            | agent                 | e-commerce   |              | 500.00  | normal   | simple  | duty-desk
            responsibilityWithMedia          | merchant-compensation | mall         | media        |         | high     | complex | customer-service
            responsibility                   | environment-accident  | supermarket  |              |         | normal   | complex | customer-service
            qualityWithMedia                 | goods                 | manufacturer | media        |         | high     | complex | business
            quality                          | product-quality       | manufacturer |              |         | normal   | complex | business
            media                            | price                 | supermarket  | media        |         | high     | complex | customer-service
            media                            | delivery              | manufacturer | media        |         | high     | complex | business
            media                            | system                | credit-union | media        |         | high     | complex | lobby-manager
            media                            | timeliness            | e-commerce   | media        |         | high     | complex | agent
            media                            | lost-receipt          | property     | media office |         | high     | complex | management-office
            lostReceipt                      | lost-receipt          | property     |              | 80000   | low      | complex | cashier
            lostReceiptElsewhere             | lost-receipt          | mall         |              | 80000   | low      | complex | cashier
            lostVatInvoice                   | lost-vat-invoice      | after-sales  |              |         | low      | complex | tax-officer
            lostExportForm                   | lost-export-form      | manufacturer |              |         | low      | complex | tax-officer
            aboveLimit                       | price                 | mall         |              | 500.01  | normal   | complex | customer-service
            aboveLimit                       | quantity              | manufacturer |              | 10000   | normal   | complex | business
            aboveLimit                       | service-quality       | credit-union |              | 501     | normal   | complex | lobby-manager
            aboveLimit                       | goods                 | e-commerce   |              | 501     | normal   | complex | agent
            aboveLimit                       | other                 | property     |              | 501     | normal   | complex | management-office
            tested                           | product-quality       | supermarket  |              | 12.50   | normal   | complex | customer-service
            severalDepartments_quality       | product-quality       | after-sales  |              |         | normal   | complex | customer-service
            severalDepartments_environment   | environment-accident  | manufacturer |              |         | normal   | complex | business
            severalDepartments_environment   | environment-accident  | credit-union |              |         | normal   | complex | lobby-manager
            severalDepartments_quality       | product-quality       | e-commerce   |              |         | normal   | complex | agent
            severalDepartments_environment   | environment-accident  | property     |              |         | normal   | complex | management-office
            ordinary                         | price                 | supermarket  |              | 500     | normal   | simple  | customer-service
            ordinary                         | delivery              | manufacturer |              |         | normal   | simple  | business
            ordinary                         | service-attitude      | credit-union |              | 0       | normal   | simple  | lobby-manager
            ordinary                         | delivery              | e-commerce   |              | 499.99  | normal   | simple  | agent
            ordinary                         | service-quality       | property     |              |         | normal   | simple  | management-office
            """)
    void saysHowGraveAndHowComplexAComplaintIsAndWhoOwnsIt(
            String row,
            String category,
            String profile,
            String incident,
            BigDecimal amount,
            String severity,
            String complexity,
            String owner) {
        TriageFacts facts = new TriageFacts(
                category,
                profile,
                mentions(incident, "injury"),
                mentions(incident, "media"),
                amount,
                mentions(incident, "office"));
        String route = switch (row) {
            case "localOffice", "localOfficeAccident" -> "local-office";
            case "injury", "personalInjury" -> "customer-injury";
            case "lostReceipt" -> "lost-receipt";
            case "responsibility", "responsibilityWithMedia" -> "responsibility-decision";
            default -> "complaint-resolution";
        };
        Optional<TriageResult> verdict =
                Optional.ofNullable(severity).map(known -> new TriageResult(known, complexity, route, owner));
        assertThat(tables.triage.of(facts)).isEqualTo(verdict);
        // The line is of that row and no other: the row's own process shows.
        tables.with(
                "triage",
                severity == null
                        ? inRow(row, "<text></text>", "<text>\"?\"</text>")
                        : inRow(row, "\"" + route + "\"", "\"its-own-process\""),
                () -> {
                    if (severity == null) {
                        assertThatThrownBy(() -> tables.triage.of(facts)).isInstanceOf(UnusableTable.class);
                    } else {
                        String itsOwner = tables.owners.of(category, profile, severity, "its-own-process");
                        assertThat(tables.triage.of(facts))
                                .hasValue(new TriageResult(severity, complexity, "its-own-process", itsOwner));
                    }
                });
    }

    /** As processes says it: several departments, above the manager's limit, injury, food safety or a test. */
    @Test
    void everyClassifiedComplaintIsJudgedAsDemanded() {
        for (String category : CATEGORIES) {
            for (String profile : PROFILES) {
                for (boolean injury : new boolean[] {false, true}) {
                    for (boolean media : new boolean[] {false, true}) {
                        for (String amount : AMOUNTS) {
                            BigDecimal claimed = amount.isEmpty() ? null : new BigDecimal(amount);
                            for (boolean office : new boolean[] {false, true}) {
                                TriageFacts facts = new TriageFacts(category, profile, injury, media, claimed, office);
                                assertThat(tables.triage.of(facts))
                                        .as("%s", facts)
                                        .hasValue(demanded(facts));
                            }
                        }
                    }
                }
            }
        }
    }

    private static TriageResult demanded(TriageFacts facts) {
        boolean grave =
                facts.injury() || Set.of("sudden-incident", "personal-injury").contains(facts.category());
        if (facts.localOffice() && !grave && !facts.media()) {
            boolean severe =
                    facts.profile().equals("property") && facts.category().equals("environment-accident");
            return new TriageResult(severe ? "high" : "normal", "complex", "local-office", "customer-service");
        }
        boolean aboveLimit = facts.amount() != null && facts.amount().compareTo(new BigDecimal("500")) > 0;
        boolean severalDepartments =
                tables.investigation.of(facts.category(), facts.profile()).size() > 1;
        String severity = facts.media() ? "high" : LOST.contains(facts.category()) ? "low" : "normal";
        String owner = OWNERS.getOrDefault(facts.profile(), "customer-service");
        boolean office = facts.category().equals("agent") || !facts.media();
        return new TriageResult(
                grave ? "critical" : severity,
                grave || facts.media() || aboveLimit || severalDepartments ? "complex" : "simple",
                route(facts, grave),
                !grave && office ? OFFICES.getOrDefault(facts.category(), owner) : owner);
    }

    private static String route(TriageFacts facts, boolean grave) {
        if (facts.category().equals("sudden-incident")) {
            return "complaint-resolution";
        }
        if (grave) {
            return "customer-injury";
        }
        if (Set.of("mall", "supermarket").contains(facts.profile())
                && Set.of("merchant-compensation", "environment-accident").contains(facts.category())) {
            return "responsibility-decision";
        }
        boolean lostReceipt =
                facts.category().equals("lost-receipt") && facts.profile().equals("property");
        return lostReceipt && !facts.media() ? "lost-receipt" : "complaint-resolution";
    }

    @Test
    void whatNobodyHasClassifiedIsClassifiedByAPersonWhateverElseIsKnown() {
        for (String profile : PROFILES) {
            assertThat(tables.triage.of(new TriageFacts(null, profile, true, true, new BigDecimal("90000"), true)))
                    .isEmpty();
        }
    }

    @Test
    void whatNoRowFitsIsClassifiedByAPersonToo() {
        TriageFacts price = new TriageFacts("price", "credit-union", false, false, null, false);
        String withoutRow = inRow("ordinary", "\"price\", ", "");
        tables.with(
                "triage", withoutRow, () -> assertThat(tables.triage.of(price)).isEmpty());
        int last = withoutRow.lastIndexOf("<rule ");
        String withoutRest =
                withoutRow.substring(0, last) + withoutRow.substring(withoutRow.indexOf("</rule>", last) + 7);
        tables.with(
                "triage", withoutRest, () -> assertThat(tables.triage.of(price)).isEmpty());
    }

    @Test
    void aCategoryOrAProfileThatTheTableDoesNotKnowIsAFault() {
        assertThatThrownBy(() -> tables.triage.of(new TriageFacts("pets", "mall", false, false, null, false)))
                .isInstanceOf(UnusableTable.class)
                .hasMessageContaining("“triage”")
                .hasMessageContaining("pets");
        assertThatThrownBy(() -> tables.triage.of(new TriageFacts(null, "market-hall", false, false, null, false)))
                .isInstanceOf(UnusableTable.class)
                .hasMessageContaining("market-hall");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "normal"               | "grave"                | “grave” is none of low, normal, high, critical
            "normal"               |                        | “” is none of low, normal, high, critical
            "complex"              | "difficult"            | “difficult” is none of simple, complex
            "complaint-resolution" | "Complaint resolution" | “Complaint resolution” is no key of a process
            "complaint-resolution" |                        | “” is no key of a process
            "normal"               | normal                 | has a cell that cannot be read
            """)
    void saysWhichCellOfAnEditedTableIsWrongInsteadOfGuessing(String was, String is, String fault) {
        String edited = inRow("tested", "<text>" + was + "</text>", "<text>" + (is == null ? "" : is) + "</text>");
        tables.with(
                "triage",
                edited,
                () -> assertThatThrownBy(() -> tables.triage.of(
                                new TriageFacts("goods", "supermarket", false, false, BigDecimal.ONE, false)))
                        .isInstanceOf(UnusableTable.class)
                        .hasMessageContaining("ecision table “triage”")
                        .hasMessageContaining(fault)
                        .hasMessageContaining("Cockpit"));
        assertThat(tables.findings(edited))
                .singleElement(as(STRING))
                .contains(fault)
                .doesNotContain("Cockpit");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "the-boss"       | there is no group “the-boss”
            "intake-api"     | there is no group “intake-api”
            "finance, legal" | name exactly one group
                             | name exactly one group
            """)
    void saysWhenItIsNotClearWhoOwnsIt(String owner, String fault) {
        String edited = inRow(
                "owner-group",
                "rest",
                "<text>\"customer-service\"</text>",
                "<text>" + (owner == null ? "" : owner) + "</text>");
        tables.with(
                "owner-group",
                edited,
                () -> assertThatThrownBy(() -> tables.triage.of(
                                new TriageFacts("goods", "supermarket", false, false, BigDecimal.ONE, false)))
                        .isInstanceOf(UnusableTable.class)
                        .hasMessageContaining("ecision table “owner-group”")
                        .hasMessageContaining(fault));
        assertThat(tables.findings(edited)).singleElement(as(STRING)).contains(fault);
    }

    /** One line for each row of the table. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            localOffice  | price            | property     | normal   | local-office
            agent        | agent            | e-commerce   | high     | complaint-resolution
            lostReceipt  | lost-receipt     | property     | low      | complaint-resolution
            lostTaxPaper | lost-export-form | manufacturer | low      | complaint-resolution
            manufacturer | agent            | manufacturer | critical | complaint-resolution
            creditUnion  | lost-vat-invoice | credit-union | high     | complaint-resolution
            ecommerce    | delivery         | e-commerce   | normal   | complaint-resolution
            property     | lost-receipt     | property     | high     | complaint-resolution
            rest         | price            | mall         | normal   | complaint-resolution
            """)
    void saysWhoOwnsIt(String row, String category, String profile, String severity, String route) {
        String owner = tables.owners.of(category, profile, severity, route);
        tables.with(
                "owner-group",
                inRow("owner-group", row, "\"" + owner + "\"", "\"legal\""),
                () -> assertThat(tables.owners.of(category, profile, severity, route))
                        .isEqualTo("legal"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"triage", "owner-group"})
    void thePackagedTableIsDeployedWithoutAFinding(String table) {
        assertThat(tables.findings(packaged(table))).isEmpty();
    }

    @Test
    void anAmountThatIsNoNumberIsNotDeployed() {
        assertThat(tables.findings(inRow("agentAboveLimit", "<text>&gt; 500</text>", "<text>&gt; limit</text>")))
                .singleElement(as(STRING))
                .contains("has a cell that cannot be read");
    }

    private static boolean mentions(String words, String word) {
        return words != null && words.contains(word);
    }

    static String inRow(String rule, String was, String is) {
        return inRow("triage", rule, was, is);
    }

    static String inRow(String table, String rule, String was, String is) {
        String packaged = packaged(table);
        int from = packaged.indexOf("<rule id=\"rule_" + rule + "\"");
        int to = packaged.indexOf("</rule>", from);
        assertThat(from).as(rule).isNotNegative();
        String row = packaged.substring(from, to);
        assertThat(row).contains(was);
        int last = row.lastIndexOf(was);
        return packaged.substring(0, from)
                + row.substring(0, last)
                + is
                + row.substring(last + was.length())
                + packaged.substring(to);
    }
}
