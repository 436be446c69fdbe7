package io.redress.engine.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.casefile.deadline.CaseFacts;
import io.redress.casefile.deadline.Policy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Two million combinations of facts are too many to evaluate, so each cell is asked once for each value of its column, and
 * the answers are combined; a sample shows that the engine combines them the same way.
 */
class DeadlinePolicyCombinationsTest {

    private static final List<String> PROFILES =
            List.of("mall", "supermarket", "after-sales", "manufacturer", "credit-union", "e-commerce", "property");
    private static final List<String> CATEGORIES = Arrays.asList(
            null,
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
    private static final List<String> ROUTES = List.of(
            "complaint-intake",
            "complaint-resolution",
            "local-office",
            "responsibility-decision",
            "insurance-claim",
            "settlement",
            "merchant-advance-payment",
            "merchant-settlement",
            "mall-payment",
            "customer-injury",
            "quality-8d",
            "rework",
            "customer-feedback",
            "follow-up",
            "escalation",
            "lost-receipt",
            "lost-vat-invoice",
            "lost-export-form",
            "online-conversation",
            "agent-complaint",
            "monthly-review",
            "audit-sampling");

    /** What starts elsewhere than at receipt starts whatever the case is like. */
    private static final Map<String, Set<String>> ALWAYS = Map.ofEntries(
            Map.entry("customer-asked", Set.of("CUSTOMER_INPUT")),
            Map.entry("papers-asked", Set.of("PAPERS")),
            Map.entry("money-ready", Set.of("COLLECTION")),
            Map.entry("failed-try", Set.of("NEXT_TRY")),
            Map.entry("promise-told", Set.of("PROMISED")),
            Map.entry("routed-to-decider", Set.of("RESPONSIBILITY")),
            Map.entry("reported-to-insurer", Set.of("INSURER_OPINION")),
            Map.entry("claim-complete", Set.of("INSURER_DECISION")),
            Map.entry("insurer-agreed", Set.of("PAYOUT")),
            Map.entry("liability-decided", Set.of("INSURER_REPORT")),
            Map.entry("record-to-confirm", Set.of("CONFIRMATION")),
            Map.entry("papers-complete", Set.of("MERCHANT_PAYS")),
            Map.entry("payout-booked", Set.of("REPAY_MERCHANT")),
            Map.entry("approval-requested", Set.of("APPROVAL")),
            Map.entry("injury-told", Set.of("COMPANY_AND_ADVANCE")),
            Map.entry("funds-requested", Set.of("EMERGENCY_FUNDS")),
            Map.entry("business-receipt", Set.of("CONTAINMENT", "PERMANENT_MEASURES", "EIGHT_D_CLOSE")),
            Map.entry("local-office-told", Set.of("LOCAL_OFFICE")),
            Map.entry("loss-declared", Set.of("RECEIPT_HOLD")),
            Map.entry("handed-in", Set.of("OFFICE_STEP")),
            Map.entry("agent-reported", Set.of("DUTY_DESK")),
            Map.entry("settled", Set.of("FOLLOW_UP")),
            Map.entry("plan-agreed", Set.of("MEASURE")),
            Map.entry("task-caused", Set.of("TASK")),
            Map.entry("expert-handover", Set.of("CHAT_EXPERT")),
            Map.entry("last-message", Set.of("CHAT_IDLE")),
            Map.entry("month-end", Set.of("MONTHLY_REVIEW")));

    private static TableEngine tables;

    /** By column and value: the rows whose cell the value fits. */
    private static final Map<String, Map<Object, BitSet>> FITTING = new LinkedHashMap<>();

    private static final List<String> DEADLINES = new ArrayList<>();

    @BeforeAll
    static void askEachCellForEachValue() {
        tables = new TableEngine();
        List<String> startsAt =
                Stream.concat(Stream.of("receipt"), ALWAYS.keySet().stream()).toList();
        Map<String, List<?>> values = new LinkedHashMap<>();
        values.put("startsAt", startsAt);
        values.put("profile", PROFILES);
        values.put("complexity", List.of("simple", "complex"));
        values.put("category", CATEGORIES);
        values.put("severity", List.of("low", "normal", "high", "critical"));
        values.put("route", ROUTES);
        values.put("injury", List.of(false, true));
        values.put("media", List.of(false, true));

        var table =
                Dmn.readModelFromFile(Path.of("processes/deadline-policy.dmn").toFile());
        List<String> columns = table.getModelElementsByType(Input.class).stream()
                .map(input -> input.getInputExpression().getText().getTextContent())
                .toList();
        assertThat(columns).containsExactlyElementsOf(values.keySet());
        List<Rule> rules = List.copyOf(table.getModelElementsByType(Rule.class));
        FeelEngine feel = ParsedOnceFeel.decisions().getFeelEngineFactory().createInstance();
        for (int column = 0; column < columns.size(); column++) {
            Map<Object, BitSet> fitting = new LinkedHashMap<>();
            for (Object value : values.get(columns.get(column))) {
                BitSet rows = new BitSet();
                for (int row = 0; row < rules.size(); row++) {
                    String cell = List.copyOf(rules.get(row).getInputEntries())
                            .get(column)
                            .getText()
                            .getTextContent();
                    rows.set(
                            row,
                            cell.isEmpty()
                                    || feel.evaluateSimpleUnaryTests(
                                            cell,
                                            "cellInput",
                                            Variables.putValue("cellInput", value)
                                                    .asVariableContext()));
                }
                fitting.put(value, rows);
            }
            FITTING.put(columns.get(column), fitting);
        }
        rules.forEach(rule -> DEADLINES.add(List.copyOf(rule.getOutputEntries())
                .get(0)
                .getText()
                .getTextContent()
                .replace("\"", "")));
    }

    @AfterAll
    static void close() {
        tables.close();
    }

    @Test
    void everyCaseHasEachDeadlineThatIsDemandedOnceAndNoOther() {
        long combinations = 0;
        for (String startsAt : allOf("startsAt")) {
            for (String profile : PROFILES) {
                for (String complexity : allOf("complexity")) {
                    for (String category : CATEGORIES) {
                        for (String severity : allOf("severity")) {
                            for (String route : ROUTES) {
                                for (boolean injury : new boolean[] {false, true}) {
                                    for (boolean media : new boolean[] {false, true}) {
                                        combinations++;
                                        CaseFacts facts = new CaseFacts(
                                                profile, complexity, category, severity, route, injury, media);
                                        List<String> deadlines = deadlines(startsAt, facts);
                                        Set<String> demanded = demanded(startsAt, facts);
                                        if (deadlines.size() != demanded.size()
                                                || !demanded.equals(new HashSet<>(deadlines))) {
                                            assertThat(deadlines)
                                                    .as("%s %s", startsAt, facts)
                                                    .containsExactlyInAnyOrderElementsOf(demanded);
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
        assertThat(combinations).isEqualTo(28L * 7 * 2 * 20 * 4 * 22 * 2 * 2);
    }

    @Test
    void theEngineSeesEachCombinationTheSameWay() {
        Random random = new Random(3);
        for (int i = 0; i < 1_000; i++) {
            // Most rows begin at receipt.
            String startsAt = random.nextBoolean() ? "receipt" : any(random, allOf("startsAt"));
            CaseFacts facts = new CaseFacts(
                    any(random, PROFILES),
                    any(random, allOf("complexity")),
                    any(random, CATEGORIES),
                    any(random, allOf("severity")),
                    any(random, ROUTES),
                    random.nextBoolean(),
                    random.nextBoolean());
            assertThat(tables.policy.of(startsAt, facts))
                    .as("%s %s", startsAt, facts)
                    .extracting(Policy::kind)
                    .containsExactlyElementsOf(deadlines(startsAt, facts));
        }
    }

    @Test
    void everyRowFitsSomeCase() {
        BitSet everywhere = new BitSet();
        everywhere.set(0, DEADLINES.size());
        FITTING.values().forEach(column -> {
            BitSet somewhere = new BitSet();
            column.values().forEach(somewhere::or);
            everywhere.and(somewhere);
        });
        assertThat(everywhere.cardinality()).isEqualTo(DEADLINES.size());
        assertThat(new TreeSet<>(DEADLINES)).hasSize(36);
    }

    /** As deadlines says it. */
    private static Set<String> demanded(String startsAt, CaseFacts facts) {
        if (!startsAt.equals("receipt")) {
            return ALWAYS.get(startsAt);
        }
        Set<String> demanded = new HashSet<>(Set.of("ACKNOWLEDGE"));
        if (!Set.of("quality-8d", "lost-receipt", "lost-vat-invoice", "lost-export-form")
                .contains(facts.route())) {
            demanded.add("RESOLUTION");
        }
        if (!Set.of("complaint-intake", "lost-vat-invoice", "lost-export-form").contains(facts.route())) {
            demanded.add("FIRST_RESPONSE");
        }
        if (facts.route().equals("local-office")
                && facts.profile().equals("property")
                && Set.of("high", "critical").contains(facts.severity())) {
            demanded.add("SCENE_VISIT");
        }
        if (facts.route().equals("complaint-resolution")) {
            demanded.add("START_INVESTIGATION");
        }
        if (Set.of("mall", "supermarket").contains(facts.profile())
                && Set.of("complaint-resolution", "responsibility-decision", "customer-injury")
                        .contains(facts.route())) {
            demanded.add("UNRESOLVED");
        }
        if (facts.route().equals("customer-injury")) {
            demanded.add("INSURER_REPORT");
            demanded.add("ACCIDENT_REPORT");
        }
        return demanded;
    }

    private static List<String> deadlines(String startsAt, CaseFacts facts) {
        BitSet rows = (BitSet) FITTING.get("startsAt").get(startsAt).clone();
        rows.and(FITTING.get("profile").get(facts.profile()));
        rows.and(FITTING.get("complexity").get(facts.complexity()));
        rows.and(FITTING.get("category").get(facts.category()));
        rows.and(FITTING.get("severity").get(facts.severity()));
        rows.and(FITTING.get("route").get(facts.route()));
        rows.and(FITTING.get("injury").get(facts.injury()));
        rows.and(FITTING.get("media").get(facts.media()));
        return rows.stream().mapToObj(DEADLINES::get).toList();
    }

    private static List<String> allOf(String column) {
        return FITTING.get(column).keySet().stream().map(String.class::cast).toList();
    }

    private static <T> T any(Random random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
