package io.redress.docs;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.redress.language.Language;
import io.redress.testing.Chromium;
import io.redress.testing.Complaints;
import io.redress.testing.Node;
import io.redress.testing.Rest;
import io.redress.testing.Tasklist;
import java.io.File;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Takes the screenshots of the documents, in both languages: starts a demo for each, registers a few complaints, and looks at
 * them as the people concerned. {@code main} writes {@code docs/screenshots}.
 */
final class Screenshots {

    private static final String START = "/engine-rest/process-definition/key/complaint-handling/submit-form";
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    /** Hours ago: the first is late with its first answer, the second soon will be. */
    private static final int[] RECEIVED = {26, 20, 2};

    /** What the pages say, and what the customers said. */
    private record Words(String group, String confirm, String customer, List<String> complaints) {}

    private static final Map<Language, Words> WORDS = Map.of(
            Language.EN,
            new Words(
                    "My group’s tasks",
                    "Confirm the record",
                    "Li Ming",
                    List.of(
                            "The yoghurt I bought yesterday is three days past its date.",
                            "I was charged twice for the same box of eggs.",
                            "Half of the strawberries at the bottom were mouldy.")),
            Language.ZH,
            new Words("本组任务", "与客户确认记录", "李明", List.of("昨天买的酸奶已经过期三天了。", "同一盒鸡蛋收了我两次钱。", "草莓底下一半都发霉了。")));

    private final Language language;
    private final Words words;
    private final Node demo;
    private final Chromium chromium;

    private Screenshots(Language language, Node demo, Chromium chromium) {
        this.language = language;
        this.words = WORDS.get(language);
        this.demo = demo;
        this.chromium = chromium;
    }

    public static void main(String[] arguments) throws IOException {
        String application = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(place -> !place.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
        try (Chromium chromium = Chromium.launch()) {
            for (Language language : Language.values()) {
                try (Node demo = Node.launch(
                                List.of("-Dfile.encoding=UTF-8", "-cp", application, "io.redress.RedressApplication"),
                                Map.of(
                                        "REDRESS_LANGUAGE",
                                        language.code(),
                                        "SPRING_DATASOURCE_URL",
                                        "jdbc:h2:mem:pictures;OPTIMIZE_REUSE_RESULTS=FALSE"))
                        .healthy()) {
                    new Screenshots(language, demo, chromium).take();
                }
            }
        }
    }

    private void take() throws IOException {
        String late = register(0);
        register(1);
        register(2);
        try (Tasklist clerk = chromium.tasklist(demo.address(), language)) {
            clerk.login("customer-service");
            clerk.filter(words.group()).card(late, words.confirm()).waitFor();
            clerk.openTask(late, words.confirm()).claim();
            // The list of what waits is read again, without what is mine now.
            clerk.card(late, words.confirm())
                    .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
            clerk.card().first().waitFor();
            picture(clerk.page(), "tasklist", 900);
            picture(clerk.visit("/cases/" + late).page(), "case", 700);
        }
        try (Tasklist admin = chromium.tasklist(demo.address(), language)) {
            Page page = admin.login("admin").page();
            admin.visit("/calculator?site=office&start=2026-09-30T10:00&amount=2&unit=working-days");
            picture(page, "calculator", 640);
            admin.visit("/camunda/app/cockpit/default/#/processes");
            page.locator("a[href*='process-definition/escalation']").first().click();
            page.locator(".djs-container .badge").first().waitFor();
            picture(page, "cockpit", 720);
        }
    }

    private String register(int complaint) throws IOException {
        Map<String, Object> fields =
                Complaints.registration("description", words.complaints().get(complaint));
        fields.put("customerName", words.customer());
        fields.put(
                "receivedAt",
                OffsetDateTime.now(SHANGHAI)
                        .minusHours(RECEIVED[complaint])
                        .truncatedTo(ChronoUnit.MINUTES)
                        .toString());
        HttpResponse<String> answer =
                demo.post("customer-service:demo", START, Map.of("variables", Rest.variables(fields)));
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.body());
        }
        return answer.body().replaceAll(".*\"businessKey\":\"([^\"]+)\".*", "$1");
    }

    private void picture(Page page, String name, int height) {
        page.setViewportSize(1280, height);
        page.mouse().move(0, 0);
        page.evaluate("document.activeElement.blur()");
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("docs", "screenshots", name + (language == Language.EN ? ".png" : ".zh.png"))));
    }
}
