package io.redress.web;

import static io.redress.testing.Complaints.registration;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.casefile.complaint.Complaints;
import io.redress.people.Members;
import io.redress.testing.Cases;
import io.redress.testing.RedressServer;
import io.redress.testing.Rest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@RedressServer
class CasesPageIT {

    private static final String CLERK = "customer-service";
    private static final Pattern ROW = Pattern.compile("<td><a href=\"/cases/(C-\\d+-\\d+)\">");

    @Autowired
    private Rest rest;

    @Autowired
    private Cases cases;

    @Autowired
    private Complaints complaints;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private TaskService tasks;

    @Autowired
    private AuthorizationService authorizations;

    @Autowired
    private Members members;

    private String registered(String name, String phone) {
        Map<String, Object> fields = registration("customerName", name);
        fields.put("phone", phone);
        return cases.register(Cases.START, fields);
    }

    private String page(String query) {
        Rest.Answer answer = rest.get(CLERK, "/cases?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
        assertThat(answer.status()).as(query).isEqualTo(200);
        return answer.body().asText();
    }

    private List<String> found(String query) {
        return ROW.matcher(page(query)).results().map(match -> match.group(1)).toList();
    }

    @Test
    void aCaseIsFoundByItsNumber() {
        String number = registered("司马相如", null);
        assertThat(found(number)).containsExactly(number);
        assertThat(found("  " + number.toLowerCase(Locale.ROOT) + " ")).containsExactly(number);
        assertThat(found(number.replace("C-", "Ｃ－"))).as("full width").containsExactly(number);
        assertThat(found(number.substring(0, number.length() - 1))).as("a part").isEmpty();
    }

    @Test
    @Tag("database")
    void aCaseIsFoundByThePhoneHoweverItIsWritten() {
        String mobile = registered("甲", "+86 139-1234-0001");
        String plain = registered("乙", "13912340001");
        String landline = registered("丙", "(021) 5555-0002 ext. 3");
        for (String written :
                List.of("13912340001", "139 1234 0001", "+8613912340001", "0086-139-1234-0001", "１３９１２３４０００１")) {
            assertThat(found(written)).as(written).containsExactly(plain, mobile);
        }
        assertThat(found("021-55550002-3")).containsExactly(landline);
        assertThat(found("1391234000")).as("a part").isEmpty();
    }

    @Test
    void aCorrectedPhoneIsTheOneThatIsFound() {
        String number = registered("丁", "13912340003");
        complaints.update(complaints.find(number).orElseThrow().id(), Map.of("phone", "13912340004"));
        assertThat(found("13912340003")).isEmpty();
        assertThat(found("13912340004")).containsExactly(number);
    }

    @Test
    void aCaseIsFoundByAPartOfTheNameTheNewestFirst() {
        String first = registered("诸葛孔明", "13912340005");
        String second = registered("诸葛瑾", null);
        String other = registered("Zhuge O’Liang", null);
        assertThat(found("诸葛")).containsExactly(second, first);
        assertThat(found("孔明")).containsExactly(first);
        assertThat(found("瑾")).containsExactly(second);
        assertThat(found("zhuge o’l")).containsExactly(other);
        assertThat(page("孔明")).contains("<td>诸葛孔明</td>").doesNotContain("13912340005");
        assertThat(found("诸葛亮")).isEmpty();
        assertThat(page("诸葛亮")).contains("Nothing was found for “诸葛亮”");
    }

    @Test
    @Tag("database")
    void whatMeansSomethingToADatabaseIsFoundAsItIsWritten() {
        String percent = registered("百分之100%先生", null);
        String underscore = registered("under_score", null);
        String bang = registered("Yahoo!会员", null);
        String backslash = registered("C:\\用户", null);
        registered("underXscore", null);
        assertThat(found("%")).containsExactly(percent);
        assertThat(found("100%先")).containsExactly(percent);
        assertThat(found("_")).containsExactly(underscore);
        assertThat(found("r_s")).containsExactly(underscore);
        assertThat(found("!")).containsExactly(bang);
        assertThat(found("\\")).containsExactly(backslash);
        for (String nothing :
                List.of("'", "' or 1=1 --", "\"", "%%", "\0\0", "{0}", "x".repeat(5_000), "李".repeat(500))) {
            assertThat(page(nothing)).as(nothing).isNotEmpty();
        }
        assertThat(found("' or 1=1 --")).isEmpty();
        assertThat(page("<script>alert(1)</script>\" onfocus=\"x")).doesNotContain("<script>alert", "\" onfocus=\"x");
    }

    @Test
    void atMostFiftyAreShown() {
        String number = registered("同名同姓", null);
        for (int i = 0; i < 51; i++) {
            jdbc.update("""
                    insert into complaint (number, state, customer_id, site, channel, description, injury, media, urgent,
                      written_by_customer, received_at, registered_at, registered_by)
                    select ?, state, customer_id, site, channel, description, injury, media, urgent,
                      written_by_customer, received_at, registered_at, registered_by from complaint where number = ?
                    """, "C-19990101-%04d".formatted(i), number);
        }
        try {
            assertThat(found("同名")).hasSize(50).startsWith("C-19990101-0050").doesNotContain(number);
            assertThat(page("同名")).contains("Only the newest 50 are shown");
        } finally {
            jdbc.update("delete from complaint where number like 'C-19990101-%'");
        }
    }

    @Test
    void whoeverSeesCasesSearchesThemAndNobodyElse() {
        String number = registered("慕容复", "13912340006");
        for (String person :
                List.of(CLERK, "customer-service-supervisor", "customer-service-manager", "admin", "demo")) {
            assertThat(rest.get(person, "/cases?q=" + number).body().asText())
                    .as(person)
                    .contains("慕容复");
        }
        for (String person : List.of("finance", "merchant", "on-call", "process-owner", "intake-api")) {
            Rest.Answer answer = rest.get(person, "/cases?q=" + number);
            assertThat(answer.status()).as(person).isEqualTo(403);
            assertThat(answer.body().toString()).doesNotContain("慕容复", "13912340006");
        }
        assertThat(rest.get(null, "/cases?q=" + number).status()).isEqualTo(401);
    }

    @Test
    void aCaseNamesItsOpenTasksAndLeadsToThoseThatOneMayOpen() {
        String number = registered("令狐冲", "13912340008");
        Task confirming = cases.task(number);
        String linked =
                "<li><a href=\"/camunda/app/tasklist/default/#/?task=%s\">Confirm the record</a> <span>%s</span>";
        assertThat(one(number)).contains(linked.formatted(confirming.getId(), "waits for Customer service"));

        tasks.setAssignee(confirming.getId(), "finance");
        assertThat(one(number)).contains(linked.formatted(confirming.getId(), members.name("finance") + " has it"));

        authorizations
                .createAuthorizationQuery()
                .resourceType(Resources.TASK)
                .resourceId(confirming.getId())
                .groupIdIn(CLERK)
                .list()
                .forEach(grant -> authorizations.deleteAuthorization(grant.getId()));
        assertThat(one(number)).contains("<li>Confirm the record <span>").doesNotContain(confirming.getId());
    }

    private String one(String number) {
        Rest.Answer answer = rest.get(CLERK, "/cases/" + number);
        assertThat(answer.status()).isEqualTo(200);
        return answer.body().asText();
    }

    @Test
    void theListItselfNamesNobodyAndIsNotKeptByTheBrowser() {
        registered("独孤求败", "13912340007");
        Rest.Answer list = rest.get(CLERK, "/cases");
        assertThat(list.body().asText()).doesNotContain("独孤求败", "13912340007");
        assertThat(list.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(rest.get(CLERK, "/cases?q=").body().asText()).doesNotContain("独孤求败");
    }
}
