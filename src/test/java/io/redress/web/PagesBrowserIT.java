package io.redress.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import io.redress.language.Language;
import io.redress.language.Sentences;
import io.redress.people.Groups;
import io.redress.testing.Cases;
import io.redress.testing.Chromium;
import io.redress.testing.Complaints;
import io.redress.testing.InABrowser;
import io.redress.testing.Rest;
import io.redress.testing.Tasklist;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The pages that a clerk sees, in a browser that speaks English: only what people wrote is of another language than the installation. */
@InABrowser
class PagesBrowserIT {

    /** Tasklist's history says who did it by login. */
    private static final String CLERK = "customer-service";

    private static final String WRITTEN = "客户要求下午回电。Please call back.";

    /** What the page calls what the walk presses. */
    private record Labels(
            String login,
            String password,
            String logIn,
            String mine,
            String start,
            String complete,
            String amount,
            String email,
            String diagram,
            String profile,
            String loading) {

        static Labels in(Language language) {
            return switch (language) {
                case EN ->
                    new Labels(
                            "Username",
                            "Password",
                            "Log in",
                            "Just arrived",
                            "Start",
                            "Complete",
                            "Amount claimed",
                            "E-mail",
                            "Diagram",
                            "Profile",
                            "Loading");
                case ZH -> new Labels("登录名", "密码", "登录", "新到任务", "启动", "完成", "要求赔付金额", "电子邮箱", "流程图", "个人资料", "正在加载");
            };
        }
    }

    final Chromium chromium;

    @Autowired
    Rest rest;

    @Autowired
    private Cases cases;

    @Autowired
    private Groups groups;

    @Autowired
    private Sentences sentences;

    @Autowired
    private RepositoryService repository;

    private final Map<String, Set<String>> foreign = new TreeMap<>();

    PagesBrowserIT(Chromium chromium) {
        this.chromium = chromium;
    }

    @Test
    void noWordOfAnotherLanguageIsOnThePagesThatAClerkSees() {
        Labels labels = Labels.in(sentences.language());
        String number = cases.register(Cases.START, Complaints.registration());
        Task task = cases.task(number);
        try (Tasklist clerk = chromium.tasklist(rest.address(), sentences.language())) {
            look("01-log-in-first", clerk.visit("/cases"));
            clerk.visit("/camunda/app/tasklist/default/");
            clerk.page().getByPlaceholder(labels.login()).waitFor();
            look("02-login", clerk);
            // Of nobody's: whoever fails has to wait.
            clerk.page().getByPlaceholder(labels.login()).fill("李明");
            clerk.page().getByPlaceholder(labels.password()).fill("wrong");
            clerk.press(labels.logIn()).page().locator(".alert").first().waitFor();
            look("03-login-refused", clerk);
            look("04-tasklist", clerk.login(CLERK));

            clerk.openStartForm(repository
                    .createProcessDefinitionQuery()
                    .processDefinitionKey("complaint-handling")
                    .latestVersion()
                    .singleResult()
                    .getName());
            look("05-start-form", clerk);
            clerk.heldBack(labels.start());
            look("06-held-back", clerk);
            clerk.fill(labels.amount(), "-1").fill(labels.email(), "x");
            Locator form = clerk.page().locator(".modal");
            form.locator(".fjs-form-field-select .fjs-input-group").nth(1).click();
            look("07-list-open", clerk);
            form.locator(".flatpickr-input").last().click();
            clerk.page().locator(".flatpickr-calendar.open").waitFor();
            look("08-calendar", clerk);
            clerk.visit("/camunda/app/tasklist/default/");

            look("09-cards", clerk.filter(labels.mine()));
            look("10-task-form", clerk.openTask(number, task.getName()));
            look("11-claimed", clerk.claim());
            clerk.heldBack(labels.complete());
            look("12-task-held-back", clerk);
            look("14-diagram", clerk.tab(labels.diagram()));

            look("16-cases", clerk.visit("/cases"));
            look("17-cases-found", clerk.visit("/cases?q=李明"));
            look("18-cases-not-found", clerk.visit("/cases?q=" + WRITTEN));
            look("19-case", clerk.visit("/cases/" + number));
            look("20-no-such-case", clerk.visit("/cases/C-19990101-0001"));
            look("21-no-such-page", clerk.visit("/nowhere"));
            clerk.visit("/camunda/app/welcome/default/")
                    .page()
                    .getByText(labels.profile(), new Page.GetByTextOptions().setExact(true))
                    .first()
                    .waitFor();
            look("22-welcome", clerk);
        }
        assertThat(foreign).isEmpty();
    }

    /** Takes a picture, and remembers the words of another language. */
    private void look(String page, Tasklist clerk) {
        clerk.page().waitForLoadState(LoadState.NETWORKIDLE);
        String loading = "text=" + Labels.in(sentences.language()).loading() + " >> visible=true";
        clerk.page().waitForCondition(() -> clerk.page().locator(loading).count() == 0);
        List<String> said = Stream.of(
                        Stream.of(WRITTEN, CLERK),
                        Complaints.said(),
                        groups.all().stream().flatMap(group -> group.demoPerson().stream()))
                .flatMap(words -> words)
                .toList();
        Set<String> words = clerk.foreignWords(said);
        if (!words.isEmpty()) {
            foreign.put(page, words);
        }
        clerk.picture("%s-walk-%s".formatted(sentences.language().code(), page));
    }
}
