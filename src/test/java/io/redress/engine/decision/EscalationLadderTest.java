package io.redress.engine.decision;

import static io.redress.engine.decision.TableEngine.GROUPS;
import static io.redress.engine.decision.TableEngine.packaged;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.calendar.DeadlineUnit;
import io.redress.calendar.Target;
import io.redress.casefile.deadline.EscalationLadder.Level;
import io.redress.people.Group;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class EscalationLadderTest {

    private static final String TOP = "senior-management";
    private static final List<String> PROFILES =
            List.of("mall", "supermarket", "after-sales", "manufacturer", "credit-union", "e-commerce", "property");
    private static final List<String> REASONS =
            List.of("overdue", "refused", "large-case", "three-days-unresolved", "sudden-incident", "media", "legal");

    private static TableEngine tables;

    @BeforeAll
    static void engine() {
        tables = new TableEngine();
    }

    @AfterAll
    static void close() {
        tables.close();
    }

    /** The ladders of decisions, and a line for each row of the table that they do not touch. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            credit-union | overdue               | lobby-manager branch-director superior-union senior-management
            credit-union | overdue               | customer-service lobby-manager branch-director superior-union senior-management
            credit-union | overdue               | customer-service-manager branch-director superior-union senior-management
            credit-union | overdue               | finance finance-head branch-director superior-union senior-management
            property     | overdue               | management-office property-director general-manager-office senior-management
            property     | refused               | customer-service customer-service-supervisor customer-service-manager general-manager-office senior-management
            e-commerce   | overdue               | agent expert customer-service-manager senior-management
            e-commerce   | overdue               | logistics logistics-head general-manager-office senior-management
            mall         | overdue               | merchant floor-supervisor operations-manager general-manager-office senior-management
            mall         | overdue               | insurance-officer insurance-head general-manager-office senior-management
            mall         | overdue               | risk-control risk-control-head general-manager-office senior-management
            mall         | overdue               | admin-hr admin-hr-head general-manager-office senior-management
            mall         | overdue               | operations operations-head general-manager-office senior-management
            mall         | overdue               | sales-consultant sales-manager sales-head general-manager-office senior-management
            supermarket  | overdue               | purchasing purchasing-head general-manager-office senior-management
            supermarket  | overdue               | quality-inspection quality-inspection-head general-manager-office senior-management
            supermarket  | overdue               | marketing marketing-head general-manager-office senior-management
            after-sales  | refused               | customer-service customer-service-supervisor customer-service-manager general-manager-office senior-management
            manufacturer | overdue               | rework quality-control-head general-manager-office senior-management
            manufacturer | overdue               | production-engineering production-head general-manager-office senior-management
            manufacturer | overdue               | technology technology-head general-manager-office senior-management
            manufacturer | overdue               | design design-head general-manager-office senior-management
            manufacturer | overdue               | business business-head general-manager-office senior-management
            mall         | overdue               | general-manager senior-management senior-management
            mall         | overdue               | founders senior-management
            mall         | large-case            | customer-service senior-management
            supermarket  | three-days-unresolved | customer-service senior-management
            credit-union | sudden-incident       | lobby-manager senior-management
            """)
    void climbsFromLevelToLevel(String profile, String reason, String levels) {
        List<String> expected = Arrays.asList(levels.split(" "));
        List<String> climbed = new ArrayList<>(List.of(expected.get(0)));
        while (climbed.size() < expected.size()) {
            Level next = tables.ladder.next(profile, climbed.get(climbed.size() - 1), reason);
            assertThat(next.alsoNotified()).isEmpty();
            climbed.add(next.group());
        }
        assertThat(climbed).isEqualTo(expected);
    }

    @Test
    void theTopHasAWorkingDayAndIsThenRemindedAgain() {
        assertThat(tables.ladder.next("mall", TOP, "overdue"))
                .isEqualTo(new Level(TOP, List.of(), new Target(1, DeadlineUnit.WORKING_DAYS)));
    }

    @Test
    void mediaAndLegalCasesAreToldToLegalAndMediaReceptionToo() {
        assertThat(tables.ladder.next("mall", "customer-service", "media"))
                .isEqualTo(new Level(TOP, List.of("legal", "public-relations"), new Target(30, DeadlineUnit.MINUTES)));
        assertThat(tables.ladder.next("property", "management-office", "legal"))
                .isEqualTo(
                        new Level(TOP, List.of("legal", "public-relations"), new Target(1, DeadlineUnit.WORKING_DAYS)));
        assertThat(tables.ladder.next("mall", "risk-control", "sudden-incident").due())
                .isEqualTo(new Target(30, DeadlineUnit.MINUTES));
    }

    static Stream<Arguments> profilesAndReasons() {
        return PROFILES.stream().flatMap(profile -> REASONS.stream().map(reason -> Arguments.of(profile, reason)));
    }

    @ParameterizedTest
    @MethodSource("profilesAndReasons")
    void everyGroupReachesTheTopInAFewLevelsAndNobodyIsAskedTwice(String profile, String reason) {
        for (Group group : GROUPS.all()) {
            List<String> climbed = new ArrayList<>(List.of(group.id()));
            while (!climbed.get(climbed.size() - 1).equals(TOP)) {
                climbed.add(tables.ladder
                        .next(profile, climbed.get(climbed.size() - 1), reason)
                        .group());
                assertThat(climbed).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(6);
            }
            assertThat(tables.ladder.next(profile, TOP, reason).group()).isEqualTo(TOP);
        }
    }

    /** The two tables say the same wherever no profile has a ladder of its own. */
    @ParameterizedTest
    @CsvSource({"mall", "supermarket", "after-sales", "manufacturer"})
    void theHeadInTheTableOfGroupsIsTheNextLevel(String profile) {
        assertThat(GROUPS.all())
                .filteredOn(group -> group.head().isPresent())
                .filteredOn(
                        group -> !List.of("lobby-manager", "branch-director").contains(group.id()))
                .isNotEmpty()
                .allSatisfy(group -> assertThat(tables.ladder
                                .next(profile, group.id(), "overdue")
                                .group())
                        .as(group.id())
                        .isEqualTo(group.head().orElseThrow()));
    }

    @Test
    void whatNoRowWasWrittenForIsAFault() {
        assertThatThrownBy(() -> tables.ladder.next("mall", "finance", "boredom"))
                .isInstanceOf(UnusableTable.class)
                .hasMessageContaining("escalation-ladder")
                .hasMessageContaining("boredom");
        String table = packaged("escalation-ladder");
        int last = table.lastIndexOf("<rule ");
        String withoutRest = table.substring(0, last) + table.substring(table.indexOf("</rule>", last) + 7);
        tables.with(
                "escalation-ladder",
                withoutRest,
                () -> assertThatThrownBy(() -> tables.ladder.next("mall", "founders", "overdue"))
                        .isInstanceOf(UnusableTable.class)
                        .hasMessageStartingWith("No row of the decision table “escalation-ladder” fits")
                        .hasMessageContaining("founders"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "purchasing-head"        | "the-boss"                         | there is no group “the-boss”
            "purchasing-head"        | "purchasing-head, logistics-head"  | name exactly one group
            "purchasing-head"        |                                    | name exactly one group, not “”
            "legal, public-relations"| "legal, everybody"                 | there is no group “everybody”
            "working-days"           | "weeks"                            | the unit “weeks” is not known
            """)
    void saysWhichCellOfAnEditedTableIsWrongInsteadOfGuessing(String was, String is, String fault) {
        String edited = packaged("escalation-ladder")
                .replace("<text>" + was + "</text>", "<text>" + (is == null ? "" : is) + "</text>");
        tables.with(
                "escalation-ladder",
                edited,
                () -> assertThatThrownBy(() -> {
                            tables.ladder.next("mall", "customer-service", "legal");
                            tables.ladder.next("mall", "purchasing", "overdue");
                        })
                        .isInstanceOf(UnusableTable.class)
                        .hasMessageContaining("ecision table “escalation-ladder”")
                        .hasMessageContaining(fault));
    }
}
