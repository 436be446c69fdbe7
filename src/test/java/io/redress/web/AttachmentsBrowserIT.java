package io.redress.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.redress.language.Language;
import io.redress.language.Sentences;
import io.redress.testing.Cases;
import io.redress.testing.Chromium;
import io.redress.testing.Complaints;
import io.redress.testing.InABrowser;
import io.redress.testing.Rest;
import io.redress.testing.SampleFiles;
import io.redress.testing.Tasklist;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Files attached beside a form, in the real Tasklist. */
@InABrowser
class AttachmentsBrowserIT {

    private static final String CLERK = "customer-service";

    /** What the panel says in the language of the installation. */
    private record Labels(String choose, String already, String page, String takeBack, String really, String broken) {

        static Labels in(Language language) {
            return switch (language) {
                case EN ->
                    new Labels(
                            "Choose files",
                            "The case has this file already, as “scene.jpg”.",
                            "is a web page",
                            "Take back",
                            "Really take it back?",
                            "The connection broke");
                case ZH -> new Labels("选择文件", "本案已有此文件，名为“scene.jpg”。", "是网页", "撤回", "确定撤回？", "连接中断");
            };
        }
    }

    private final Chromium chromium;

    @Autowired
    private Rest rest;

    @Autowired
    private Cases cases;

    @Autowired
    private Sentences sentences;

    AttachmentsBrowserIT(Chromium chromium) {
        this.chromium = chromium;
    }

    private Labels labels() {
        return Labels.in(sentences.language());
    }

    private Tasklist clerk() {
        return chromium.tasklist(rest.address(), sentences.language()).login(CLERK);
    }

    private String picture(String name) {
        return "%s-attachments-%s".formatted(sentences.language().code(), name);
    }

    private Task task() {
        return cases.task(cases.register(Cases.START, Complaints.registration()));
    }

    private static Locator tab(Tasklist clerk, String name) {
        Locator tab = clerk.page().locator(".redress-case [data-tab=" + name + "]");
        tab.click();
        return clerk.page().locator(".redress-case [role=tabpanel]");
    }

    /** By the button, as people do. */
    private void choose(Tasklist clerk, FilePayload... files) {
        FileChooser chooser = clerk.page()
                .waitForFileChooser(() -> clerk.page()
                        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(labels().choose()))
                        .click());
        assertThat(chooser.isMultiple()).isTrue();
        chooser.setFiles(files);
    }

    private static void rows(Tasklist clerk, int count) {
        clerk.page()
                .waitForCondition(
                        () -> clerk.page().locator(".redress-case .file").count() == count);
    }

    @Test
    void filesAreAttachedBesideTheFormAndNothingIsLost() {
        Task task = task();
        byte[] photo = SampleFiles.photo();
        try (Tasklist clerk = clerk()) {
            clerk.openTask(task).claim();
            Locator field =
                    clerk.page().locator(".fjs-form textarea:not([disabled])").first();
            field.fill("已经写了一半。");
            Locator panel = tab(clerk, "attachments");
            clerk.picture(picture("none"));
            panel.locator("input[type=text]").fill("二号楼入口");
            choose(
                    clerk,
                    new FilePayload("scene.jpg", "image/jpeg", photo),
                    new FilePayload("检验报告.pdf", "application/pdf", SampleFiles.pdf("")));
            rows(clerk, 2);
            assertThat(panel.innerText()).contains("scene.jpg", "检验报告.pdf", "二号楼入口");
            assertThat(clerk.page()
                            .locator(".redress-case [data-tab=attachments]")
                            .innerText())
                    .endsWith(" 2");
            Locator preview = panel.locator(".file img");
            preview.waitFor();
            clerk.page()
                    .waitForCondition(() -> Boolean.TRUE.equals(preview.evaluate("image => image.naturalWidth > 0")));

            choose(
                    clerk,
                    new FilePayload("again.jpg", "image/jpeg", photo),
                    new FilePayload("page.jpg", "image/jpeg", SampleFiles.text("<html><script>1</script></html>")),
                    new FilePayload(
                            "清单.docx", "application/octet-stream", SampleFiles.office("wordprocessingml.document")));
            rows(clerk, 3);
            clerk.page()
                    .waitForCondition(() -> panel.locator(".upload progress").count() == 0);
            assertThat(panel.locator(".upload").allInnerTexts())
                    .anyMatch(said -> said.contains(labels().already()))
                    .anyMatch(said -> said.contains(labels().page()));
            assertThat(panel.locator(".upload [role=alert]").count()).isEqualTo(1);
            clerk.picture(picture("three"));
            while (panel.locator(".upload .dismiss").count() > 0) {
                panel.locator(".upload .dismiss").first().click();
            }

            Page opened = clerk.page()
                    .context()
                    .waitForPage(() -> panel.locator("a", new Locator.LocatorOptions().setHasText("scene.jpg"))
                            .click());
            opened.waitForLoadState();
            assertThat(opened.locator("img").evaluate("image => image.naturalWidth"))
                    .isEqualTo(800);
            opened.close();

            Locator back = panel.locator(".file", new Locator.LocatorOptions().setHasText("scene.jpg"))
                    .locator("button");
            assertThat(back.innerText()).isEqualTo(labels().takeBack());
            back.press("Enter");
            assertThat(back.innerText()).isEqualTo(labels().really());
            back.press("Enter");
            rows(clerk, 2);
            assertThat(tab(clerk, "entries").innerText()).contains("检验报告.pdf");
            assertThat(field.inputValue()).isEqualTo("已经写了一半。");
            // An answer without content counts as broken off.
            assertThat(clerk.faults())
                    .allMatch(fault -> fault.startsWith("415 ") || fault.startsWith("net::ERR_ABORTED"));
        }
    }

    @Test
    void filesAreDroppedAnywhereOnTheCase() {
        Task task = task();
        try (Tasklist clerk = clerk()) {
            clerk.openTask(task);
            clerk.page().locator(".redress-case [role=tablist]").waitFor();
            String drop = """
                    ([place, name]) => {
                      const transfer = new DataTransfer();
                      transfer.items.add(new File([name + Math.random()], name, { type: 'text/plain' }));
                      const at = document.querySelector(place);
                      const event = type => new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true });
                      at.dispatchEvent(event('dragover'));
                      const dropping = document.querySelector('.redress-case').classList.contains('dropping');
                      return [dropping, at.dispatchEvent(event('drop'))];
                    }
                    """;
            assertThat(clerk.page().evaluate(drop, List.of(".redress-case .facts", "note.txt")))
                    .isEqualTo(List.of(true, false));
            rows(clerk, 1);
            // Beside it nothing is attached, and the page stays.
            assertThat(clerk.page().evaluate(drop, List.of(".fjs-form", "beside.txt")))
                    .isEqualTo(List.of(false, false));
            assertThat(clerk.page().locator(".redress-case .file").count()).isEqualTo(1);
            assertThat(clerk.faults()).isEmpty();
        }
    }

    @Test
    void whatFailsOrIsCancelledIsSaidBesideItsFile() {
        Task task = task();
        try (Tasklist clerk = clerk()) {
            clerk.openTask(task);
            Locator panel = tab(clerk, "attachments");
            clerk.page().route("**/attachments?name=broken*", route -> route.abort());
            clerk.page().route("**/attachments?name=slow*", route -> {});
            choose(clerk, new FilePayload("broken.txt", "text/plain", SampleFiles.text("1")));
            panel.locator(".upload [role=alert]").waitFor();
            assertThat(panel.locator(".upload").innerText()).contains(labels().broken());
            choose(clerk, new FilePayload("slow.txt", "text/plain", SampleFiles.text("2")));
            Locator slow = panel.locator(".upload", new Locator.LocatorOptions().setHasText("slow.txt"));
            slow.locator("progress").waitFor();
            clerk.picture(picture("under-way"));
            slow.locator("button").press("Enter");
            slow.locator("[role=status]").waitFor();
            assertThat(slow.locator("progress").count()).isZero();
            assertThat(panel.locator(".file").count()).isZero();
            // Nothing waits behind what broke.
            choose(clerk, new FilePayload("good.txt", "text/plain", SampleFiles.text("3")));
            rows(clerk, 1);
            assertThat(clerk.faults())
                    .allMatch(fault -> fault.contains("/attachments?name=") || fault.contains("ERR_FAILED"));
        }
    }

    @Test
    void theCourseIsDrawnWhereTheCaseStands() {
        Task task = task();
        try (Tasklist clerk = clerk()) {
            clerk.openTask(task);
            Locator panel = tab(clerk, "course");
            Locator step = panel.locator(".diagram [data-element-id=userTask_confirmTheRecord]")
                    .first();
            step.waitFor();
            clerk.page().waitForTimeout(500);
            clerk.picture(picture("course"));
            Object large = step.evaluate("step => step.getBoundingClientRect().width");
            assertThat(((Number) large).doubleValue()).isGreaterThan(75);
            panel.locator(".courses button").last().press("Enter");
            Locator dialog = clerk.page().locator("dialog.redress-course");
            dialog.locator("[data-element-id=userTask_confirmTheRecord]")
                    .first()
                    .waitFor();
            clerk.page().waitForTimeout(500);
            clerk.picture(picture("course-large"));
            dialog.locator("header button").press("Escape");
            assertThat(dialog.count()).isZero();
            assertThat(clerk.faults()).isEmpty();
        }
    }

    @Test
    void theCustomersOtherCasesStandBesideIt() {
        Map<String, Object> same = Complaints.registration("phone", "13900001234");
        String earlier = cases.register(Cases.START, same);
        String later = cases.register(Cases.START, same);
        try (Tasklist clerk = clerk()) {
            clerk.openTask(cases.task(later));
            assertThat(tab(clerk, "links").innerText()).contains(earlier);
            clerk.picture(picture("links"));
            assertThat(clerk.faults()).isEmpty();
        }
    }
}
