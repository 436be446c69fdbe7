package io.redress.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.language.Language;
import io.redress.testing.Chromium;
import io.redress.testing.InChinese;
import io.redress.testing.Tasklist;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The same pages, and a clerk at work, at an installation that speaks Chinese. */
@InChinese
class ChinesePagesBrowserIT extends PagesBrowserIT {

    private static final String INTAKE = "投诉";
    private static final String CONFIRM = "与客户确认记录";
    private static final String WORDS = "昨天买的酸奶已经过期三天了。";

    ChinesePagesBrowserIT(Chromium chromium) {
        super(chromium);
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
            assertThat(clerk.page().locator(".redress-case").innerText()).contains(WORDS);
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
