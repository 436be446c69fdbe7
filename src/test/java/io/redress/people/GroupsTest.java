package io.redress.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.language.Language;
import io.redress.language.Sentences;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;

class GroupsTest {

    private static final Resource PACKAGED = new ClassPathResource("people/groups.yaml");

    private final Sentences sentences = new Sentences(Language.EN);

    @Test
    void everyRoleOfTheFiveDocumentsIsAGroup() {
        Set<String> ids =
                Groups.read(sentences, PACKAGED).all().stream().map(Group::id).collect(Collectors.toSet());
        assertThat(ids)
                .containsAll(List.of(
                        ("customer-service customer-service-supervisor customer-service-manager on-call operations-manager"
                                        + " property-manager floor-supervisor merchant duty-manager insurance-officer"
                                        + " risk-control public-relations finance accountant cashier sales-consultant"
                                        + " sales-manager admin-hr store-manager purchasing quality-inspection logistics"
                                        + " marketing quality-control production-engineering design supplier-quality"
                                        + " business rework tax-officer management-office duty-desk expert agent operations"
                                        + " sales branch-director lobby-manager superior-union production technology"
                                        + " eight-d-team legal intake-api auditor property-director general-manager-office"
                                        + " general-manager senior-management process-owner camunda-admin")
                                .split(" ")))
                .containsAll(List.of(
                        ("finance-head admin-hr-head quality-control-head insurance-head risk-control-head purchasing-head"
                                        + " quality-inspection-head logistics-head marketing-head production-head"
                                        + " technology-head design-head business-head operations-head sales-head")
                                .split(" ")))
                .hasSize(66);
    }

    @Test
    void everyWorkingGroupsLadderEndsAtSeniorManagement() {
        Groups groups = Groups.read(sentences, PACKAGED);
        assertThat(groups.all())
                .filteredOn(group -> group.kind() == Group.Kind.WORKING)
                .allSatisfy(group -> {
                    Group level = group;
                    while (level.head().isPresent()) {
                        level = groups.find(level.head().get()).orElseThrow();
                    }
                    assertThat(level.id()).isEqualTo("senior-management");
                });
    }

    @ParameterizedTest
    @CsvSource({
        "customer-service, customer-service-supervisor",
        "cashier, finance-head",
        "accountant, finance-head",
        "tax-officer, finance-head",
        "insurance-officer, insurance-head",
        "rework, quality-control-head",
        "finance-head, general-manager-office",
        "lobby-manager, branch-director",
        "management-office, property-director",
        "agent, expert",
    })
    void whoIsAskedNextFollowsTheLadder(String group, String head) {
        assertThat(Groups.read(sentences, PACKAGED).find(group).orElseThrow().head())
                .contains(head);
    }

    @Test
    void onlyPeopleWithTasksAndAdministratorsUseTasklist() {
        assertThat(Groups.read(sentences, PACKAGED).all())
                .filteredOn(group -> !group.usesTasklist())
                .extracting(Group::id)
                .containsExactly("process-owner", "intake-api");
    }

    @Test
    void theInstallationsTableRenamesAndAddsGroupsAndKeepsTheRest() {
        Groups groups = Groups.read(
                sentences, PACKAGED, table("finance: {zh: 资金管理部}\nvip-desk: {en: VIP desk, zh: 贵宾服务, head: on-call}"));
        Group finance = groups.find("finance").orElseThrow();
        assertThat(finance.name(Language.ZH)).isEqualTo("资金管理部");
        assertThat(finance.name(Language.EN)).isEqualTo("Finance");
        assertThat(finance.head()).contains("finance-head");
        assertThat(groups.find("vip-desk").orElseThrow().kind()).isEqualTo(Group.Kind.WORKING);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "finance: {en: Finance, zh: }                   | “finance”",
                "finance: {en: Finance}                         | no name for “finance” in the language “zh”",
                "finance: {en: F, zh: 财, haed: x}               | “haed”",
                "finance: {en: F, zh: 财, head: boss}            | names “boss” as head of “finance”",
                "finance: {en: F, zh: 财, head: finance}         | circle",
                "finance: {en: F, zh: 财, kind: boss}            | kind “boss”",
                "Finance Dept: {en: F, zh: 财}                   | id “Finance Dept”",
                "finance: [1, 2]                                | can’t be read. finance",
                "just words                                     | can’t be read",
                "finance: {en: F, zh: 财}\\nfinance: {en: F, zh: 财} | duplicate key finance",
            })
    void aBrokenTableStopsTheStartAndNamesTheFault(String table, String fault) {
        assertThatThrownBy(() -> Groups.read(sentences, table(table.replace("\\n", "\n"))))
                .isInstanceOfSatisfying(
                        StartRefused.class,
                        refused -> assertThat(refused.action()).contains("Correct the table"))
                .hasMessageContaining(fault);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void noTwoGroupsHaveTheSameNameOrDemoPerson(Language language) {
        List<Group> all = Groups.read(sentences, PACKAGED).all();
        assertThat(all).extracting(group -> group.name(language)).doesNotHaveDuplicates();
        assertThat(all).extracting(Group::demoPerson).doesNotHaveDuplicates();
    }

    private static Resource table(String yaml) {
        return new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8), "of the test");
    }
}
