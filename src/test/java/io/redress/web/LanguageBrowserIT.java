package io.redress.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.options.LoadState;
import io.redress.language.Language;
import io.redress.testing.Cases;
import io.redress.testing.Chromium;
import io.redress.testing.Complaints;
import io.redress.testing.InChinese;
import io.redress.testing.RedressServer;
import io.redress.testing.Rest;
import io.redress.testing.Tasklist;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** People at work in the real Tasklist of an installation that speaks Chinese, in a browser that speaks English. */
@Tag("once")
@RedressServer
@InChinese
class LanguageBrowserIT {

    private static final String INTAKE = "投诉受理";
    private static final String CONFIRM = "与客户确认记录";
    private static final String WORDS = "昨天买的酸奶已经过期三天了。";

    /** The product's own name, the zone of Tasklist's times, the clerk's login, and what the test looks for in vain. */
    private static final Set<String> ALLOWED = Set.of("Redress", "Asia", "Shanghai", "customer", "service", "nobody");

    private static Chromium chromium;

    @Autowired
    private Rest rest;

    @Autowired
    private Cases cases;

    @BeforeAll
    static void openBrowser() {
        chromium = Chromium.launch();
    }

    @AfterAll
    static void closeBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void aClerkRegistersAndConfirmsAComplaintInChinese() {
        try (Tasklist clerk = chromium.tasklist(rest.address(), Language.ZH)) {
            clerk.login("customer-service").openStartForm(INTAKE);
            assertThat(clerk.heldBack("启动")).hasSize(4).containsOnly("此项必填。");
            clerk.fill(registration()).fill("接到日期", day(1)).fill("接到时间", "10:00");
            assertThat(clerk.refused("启动")).contains("接到").doesNotContainPattern("[A-Za-z]");
            clerk.picture("zh-04-registration-refused");
            clerk.fill("接到日期", day(0)).fill("接到时间", "00:00");
            String number = clerk.start().path("businessKey").asText();

            clerk.filter("本组任务").openTask(number, CONFIRM).claim();
            assertThat(clerk.value("问题描述（客户原话）")).isEqualTo(WORDS);
            assertThat(clerk.heldBack("完成")).containsExactly("此项必填。");
            clerk.fill("客户是否确认记录？", "是，但有更正")
                    .fill("更正内容（客户原话）", "是四天前买的。")
                    .picture("zh-08-correction")
                    .complete();

            await().untilAsserted(() ->
                    assertThat(clerk.visit("/cases/" + number).text()).contains("是四天前买的。", "是，但有更正", "服务台"));
            clerk.picture("zh-11-case");
            assertThat(clerk.faults()).isEmpty();
        }
    }

    @Test
    void noEnglishIsLeftOnThePagesThatAClerkSees() {
        String number = cases.register(Cases.START, Complaints.registration());
        cases.task(number);
        Map<String, Set<String>> english = new TreeMap<>();
        try (Tasklist clerk = chromium.tasklist(rest.address(), Language.ZH)) {
            look("01-log-in-first", clerk.visit("/cases"), english);
            clerk.visit("/camunda/app/tasklist/default/");
            clerk.page().getByPlaceholder("登录名").waitFor();
            look("02-login", clerk, english);
            clerk.page().getByPlaceholder("登录名").fill("李明");
            clerk.page().getByPlaceholder("密码").fill("wrong");
            clerk.press("登录").page().locator(".alert").first().waitFor();
            look("03-login-refused", clerk, english);
            look("04-tasklist", clerk.login("customer-service"), english);

            clerk.openStartForm(INTAKE);
            look("05-start-form", clerk, english);
            clerk.heldBack("启动");
            look("06-held-back", clerk, english);
            clerk.fill("要求赔付金额", "-1").fill("电子邮箱", "无");
            clerk.page()
                    .locator(".modal .fjs-form-field-select .fjs-input-group")
                    .nth(1)
                    .click();
            look("07-list-open", clerk, english);
            clerk.page().locator(".modal .flatpickr-input").last().click();
            look("08-calendar", clerk, english);
            clerk.visit("/camunda/app/tasklist/default/");

            look("09-cards", clerk.filter("本组任务"), english);
            look("10-task-form", clerk.openTask(number, CONFIRM), english);
            look("11-claimed", clerk.claim(), english);
            clerk.heldBack("完成");
            look("12-task-held-back", clerk, english);
            clerk.comment("客户要求下午回电。");
            Map.of("history", "历史", "diagram", "流程图", "description", "说明")
                    .forEach((name, tab) -> look("13-" + name, clerk.tab(tab), english));
            for (String page : List.of(
                    "/cases",
                    "/cases?q=李",
                    "/cases?q=nobody",
                    "/cases/" + number,
                    "/cases/C-19990101-0001",
                    "/nowhere")) {
                look("14-" + page.replaceAll("\\W+", "-"), clerk.visit(page), english);
            }
            clerk.visit("/camunda/app/welcome/default/")
                    .page()
                    .getByText("个人资料")
                    .first()
                    .waitFor();
            look("15-welcome", clerk, english);
        }
        assertThat(english).isEmpty();
    }

    /** Takes a picture, and remembers the words that should be Chinese. */
    private static void look(String page, Tasklist clerk, Map<String, Set<String>> english) {
        clerk.page().waitForLoadState(LoadState.NETWORKIDLE);
        clerk.page()
                .waitForCondition(
                        () -> clerk.page().locator("text=正在加载 >> visible=true").count() == 0);
        Set<String> words = new TreeSet<>(clerk.latinWords());
        words.removeAll(ALLOWED);
        if (!words.isEmpty()) {
            english.put(page, words);
        }
        clerk.picture("zh-walk-" + page);
    }

    private static Map<String, String> registration() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("投诉渠道", "服务台");
        fields.put("站点", "超市");
        fields.put("投诉类别", "商品质量");
        fields.put("姓名", "李明");
        fields.put("电话", "13800000000");
        fields.put("问题描述（客户原话）", WORDS);
        fields.put("要求赔付金额", "12.50");
        return fields;
    }

    /** As the form asks for it. */
    private static String day(int fromToday) {
        return LocalDate.now(ZoneId.of("Asia/Shanghai"))
                .plusDays(fromToday)
                .format(DateTimeFormatter.ofPattern("yyyy/MM/dd"));
    }
}
