package io.redress.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import io.redress.form.Field;
import io.redress.language.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.task.Task;

/**
 * One person at the real Tasklist, who knows it by the words on the screen: filters, cards, labels of fields, buttons.
 * Remembers whatever the browser found wrong with a page.
 */
public final class Tasklist implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<Language, DateTimeFormatter> DATES = Map.of(
            Language.EN,
            DateTimeFormatter.ofPattern("MM/dd/yyyy"),
            Language.ZH,
            DateTimeFormatter.ofPattern("yyyy/MM/dd"));

    private static final int[] WIDTHS = {1280, 1920};
    private static final int HEIGHT = 1080;
    /** Longer than Tasklist takes to begin. */
    private static final int SLOW_MILLIS = 1500;
    /** Longer than any form takes. */
    private static final int SENT_MILLIS = 15_000;

    private static final String SUBMITTED = "**/submit-form";
    /** Longer than Tasklist takes from a click to its question. */
    private static final long QUIET_NANOS = 150_000_000;
    /** As long as anybody waits for something that goes on asking. */
    private static final long SLOW_NANOS = 15_000_000_000L;

    /** Before anybody has logged in, Camunda asks who it is and hears that it is nobody. */
    private static final Predicate<String> NOBODY_YET =
            fault -> fault.startsWith("404 ") && fault.endsWith("/camunda/api/admin/auth/user/default");

    /** What is not of the language; single letters stand in numbers of complaints and the like. */
    private static final Map<Language, Pattern> FOREIGN =
            Map.of(Language.EN, Pattern.compile("\\p{IsHan}+"), Language.ZH, Pattern.compile("[A-Za-z]{2,}"));

    /** What stands on any page as it is: the product's own name, and the zone of Tasklist's times. */
    private static final List<String> ALLOWED = List.of("Redress", "客诉通", "Asia/Shanghai");

    /** What is written in letters in any language: addresses, the numbers of papers, the names of files. */
    private static final Pattern SIGNS =
            Pattern.compile("[\\w.-]+@[\\w.-]+|\\bC-\\d{8}-\\d+-[A-Z]{2}\\d+|\\b\\w+\\.(jpg|png|pdf)\\b");

    /** What Tasklist says on what everybody presses. */
    private record Words(
            String username, String password, String login, String startProcess, String start, String complete) {

        static Words in(Language language) {
            return switch (language) {
                case EN -> new Words("Username", "Password", "Log in", "Start process", "Start", "Complete");
                case ZH -> new Words("登录名", "密码", "登录", "启动流程", "启动", "完成");
            };
        }
    }

    private final BrowserContext context;
    private final Page page;
    private final String address;
    private final Language language;
    private final Words words;
    private final List<String> requests = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private final Set<Request> underWay = new HashSet<>();
    private long lastNews;

    Tasklist(BrowserContext context, String address, Language language) {
        this.context = context;
        this.address = address;
        this.language = language;
        this.words = Words.in(language);
        this.page = context.newPage();
        page.onRequest(request -> {
            requests.add(request.url());
            underWay.add(request);
            lastNews = System.nanoTime();
        });
        page.onRequestFinished(this::answered);
        page.onRequestFailed(request -> {
            faults.add(request.failure() + " " + request.url());
            answered(request);
        });
        page.onPageError(faults::add);
        page.onResponse(response -> {
            if (response.status() >= 400) {
                faults.add(response.status() + " " + response.url());
            }
        });
        page.onConsoleMessage(message -> {
            // The browser says of every refused request a second time that it was refused.
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource: the server")) {
                faults.add(message.text());
            }
        });
        width(WIDTHS[0]);
    }

    /** Logs in with the password of the demo people, and Tasklist is open. */
    public Tasklist login(String person) {
        return enter(person).open();
    }

    /** The same by the page for it, as people do. */
    public Tasklist loginByHand(String person) {
        visit("/camunda/app/tasklist/default/");
        // The page draws its fields again once it has begun, and what was typed until then is gone.
        page.waitForTimeout(SLOW_MILLIS);
        page.getByPlaceholder(words.username()).fill(person);
        page.getByPlaceholder(words.password()).fill("demo");
        press(words.login());
        opened();
        faults.removeIf(NOBODY_YET);
        return this;
    }

    private Tasklist open() {
        visit("/camunda/app/tasklist/default/");
        return opened();
    }

    private Tasklist opened() {
        page.locator(".task-filter").first().waitFor();
        quiet();
        return this;
    }

    /** Logs in as the login page does, without the page: nothing is open. */
    public Tasklist enter(String person) {
        context.request().get(address + "/camunda/app/tasklist/default/");
        String token = context.cookies().stream()
                .filter(cookie -> cookie.name.equals("XSRF-TOKEN"))
                .map(cookie -> cookie.value)
                .findFirst()
                .orElseThrow();
        APIResponse answer = context.request()
                .post(
                        address + "/camunda/api/admin/auth/user/default/login/tasklist",
                        RequestOptions.create()
                                .setHeader("X-XSRF-TOKEN", token)
                                .setForm(FormData.create()
                                        .set("username", person)
                                        .set("password", "demo")));
        if (!answer.ok()) {
            throw new AssertionError(person + " is not let in: " + answer.status());
        }
        return this;
    }

    public Tasklist logout() {
        click(page.locator(".account .dropdown-toggle"));
        click(page.locator(".account .logout a"));
        page.getByPlaceholder("Username").waitFor();
        return this;
    }

    /** What the browser keeps of this page for later. */
    public String kept() {
        return String.valueOf(page.evaluate("() => JSON.stringify({ ...localStorage })"));
    }

    /** Changes words in what the browser keeps, and gives it all as it is then. */
    public String remember(String words, String instead) {
        page.evaluate("""
                ([words, instead]) => Object.entries({ ...localStorage })
                  .forEach(([key, kept]) => localStorage.setItem(key, kept.replaceAll(words, instead)))
                """, List.of(words, instead));
        return kept();
    }

    /** Opens any page of the application. */
    public Tasklist visit(String path) {
        page.navigate(address + path);
        quiet();
        return this;
    }

    /** Looks at nothing any more: an open Tasklist asks for news all the time, and many of them keep a machine busy. */
    public Tasklist leave() {
        page.navigate("about:blank");
        // Of what a page asked for before it was left, nothing is heard any more.
        underWay.clear();
        return this;
    }

    public Tasklist openStartForm(String process) {
        click(page.getByText(words.startProcess()));
        click(page.locator(".modal").getByText(process, new Locator.GetByTextOptions().setExact(true)));
        page.locator(".modal .fjs-form").waitFor();
        return this;
    }

    public Tasklist filter(String name) {
        click(page.locator(".task-filter").getByText(name));
        quiet();
        return this;
    }

    /** What stands on the cards of the chosen filter's first page. */
    public List<String> cards() {
        return page.locator("li.task").allInnerTexts();
    }

    /** The cards that have all these words on them, on the first page of the chosen filter that has any, if one has. */
    public Locator card(String... words) {
        Locator card = page.locator("li.task");
        for (String word : words) {
            card = card.filter(new Locator.FilterOptions().setHasText(word));
        }
        Locator next = page.locator(".pagination-next:not(.disabled) a");
        while (card.count() == 0 && next.isVisible()) {
            click(next);
            quiet();
        }
        return card;
    }

    /** Opens the first task of the chosen filter whose card has all these words on it. */
    public Tasklist openTask(String... words) {
        click(card(words).first().locator("h4 a"));
        page.locator(".task-card .fjs-form").waitFor();
        quiet();
        return this;
    }

    /** Opens a task wherever its card may stand. */
    public Tasklist openTask(Task task) {
        // From another page: Tasklist does not look again when only the end of its address changes.
        leave();
        page.navigate(address + "/camunda/app/tasklist/default/#/?task=" + task.getId());
        Locator form = page.locator(".task-card .fjs-form");
        try {
            form.waitFor();
        } catch (TimeoutError e) {
            pictureAsItIs("no-form");
            System.err.println("no form, " + page.locator("body").getAttribute("class") + ", faults " + faults);
            // Seen once in a thousand, on a busy machine: Tasklist stands still before it has begun. People load it
            // again.
            page.reload();
            form.waitFor();
        }
        quiet();
        return this;
    }

    public Tasklist claim() {
        click(page.locator(".task-card .claim"));
        page.locator(".task-card .unclaim").waitFor();
        // Until then the fields are locked.
        page.waitForCondition(button(words.complete())::isEnabled);
        return this;
    }

    public Tasklist unclaim() {
        click(page.locator(".task-card .unclaim"));
        page.locator(".task-card .claim").waitFor();
        return this;
    }

    /** Gives the open task to somebody else. */
    public Tasklist assign(String person) {
        click(page.locator(".task-card .assignee .set-value").first());
        Locator login = page.locator(".inline-edit input, .assignee input").first();
        login.fill(person);
        login.press("Enter");
        quiet();
        return this;
    }

    /** Fills in fields by their labels, in the order given. */
    public Tasklist fill(Map<String, String> values) {
        values.forEach(this::fill);
        return this;
    }

    /** Types a text, chooses the option of that label, or ticks a box ({@code yes}). Dates as 01/31/2026, times as 14:30. */
    public Tasklist fill(String label, String value) {
        Locator caption = caption(label);
        String id = caption.getAttribute("for");
        if (id == null) {
            caption.locator("..")
                    .getByLabel(value, new Locator.GetByLabelOptions().setExact(true))
                    .check();
            return this;
        }
        Locator input = page.locator("[id='" + id + "']");
        Locator select = page.locator(".fjs-form-field-select").filter(new Locator.FilterOptions().setHas(input));
        if (select.count() == 1) {
            click(select.locator(".fjs-input-group"));
            click(select.locator(".fjs-dropdownlist-item")
                    .getByText(value, new Locator.GetByTextOptions().setExact(true)));
        } else if ("checkbox".equals(input.getAttribute("type"))) {
            input.setChecked(value.equals("yes"));
        } else {
            input.fill(value);
            if (id.endsWith("-date") || id.endsWith("-time")) {
                leave(input);
            }
        }
        return this;
    }

    /** Fills in a form with what would be submitted, field by field, as a hand would. */
    public Tasklist fill(Clerk.Filled filled) {
        for (Field field : filled.form().fields()) {
            Object value = filled.values().get(field.key());
            if (value != null && !value.equals("")) {
                fill(field, value, option -> filled.label(field, option, language));
            }
        }
        return this;
    }

    private void fill(Field field, Object value, Function<Object, String> label) {
        String id = "-Field_" + field.key();
        Locator input = page.locator("[id$='" + id + "']");
        switch (field.type()) {
            case TEXTFIELD, TEXTAREA, NUMBER -> {
                if (input.isEditable()) {
                    input.fill(String.valueOf(value));
                }
            }
            case CHECKBOX -> input.setChecked((Boolean) value);
            case RADIO, CHECKLIST -> {
                for (Object one : value instanceof Collection<?> many ? many : List.of(value)) {
                    page.locator("[id*='" + id + "-']")
                            .and(page.getByLabel(label.apply(one), new Page.GetByLabelOptions().setExact(true)))
                            .check();
                }
            }
            case SELECT, TAGLIST -> {
                Locator whole = page.locator(".fjs-form-field-select, .fjs-form-field-taglist")
                        .filter(new Locator.FilterOptions().setHas(input));
                if (whole.and(page.locator(".fjs-readonly")).count() > 0) {
                    return;
                }
                Locator given = whole.locator(".fjs-taglist-tag-remove");
                while (given.count() > 0) {
                    click(given.first());
                }
                for (Object one : value instanceof Collection<?> many ? many : List.of(value)) {
                    click(field.type() == Field.Type.SELECT ? whole.locator(".fjs-input-group") : input);
                    click(whole.locator(".fjs-dropdownlist-item")
                            .getByText(label.apply(one), new Locator.GetByTextOptions().setExact(true)));
                }
            }
            case DATETIME -> {
                if (field.part() == Field.Part.DATE) {
                    LocalDate date = LocalDate.parse(String.valueOf(value));
                    Locator day = page.locator("[id$='" + id + "-date']");
                    day.fill(date.format(DATES.get(language)));
                    leave(day);
                } else {
                    Locator time = page.locator("[id$='" + id + "-time']");
                    time.fill(String.valueOf(value));
                    leave(time);
                }
            }
            case EXPRESSION -> throw new IllegalStateException(field.key());
        }
    }

    /** What stands in a field of the open form. */
    public String value(String label) {
        return page.locator("[id='" + caption(label).getAttribute("for") + "']").inputValue();
    }

    /** Presses Start and hears that it was taken. */
    public JsonNode start() {
        return body(accepted(submit(words.start())));
    }

    /** Presses Complete and hears that it was taken. */
    public void complete() {
        accepted(submit(words.complete()));
        quiet();
    }

    /** Presses a button that the form itself holds back, and gives what stands under the fields. */
    public List<String> heldBack(String button) {
        long before = submissions();
        press(button);
        Locator errors = page.locator(".fjs-form-field-error");
        errors.first().waitFor();
        if (submissions() > before) {
            throw new AssertionError("was sent: " + requests);
        }
        return errors.allInnerTexts();
    }

    /** Tasklist also asks for its lists again and again by itself. */
    private long submissions() {
        return requests.stream()
                .filter(address -> address.endsWith("/submit-form"))
                .count();
    }

    /** Presses a button, is refused by the server, and gives the sentence that Tasklist shows. */
    public String refused(String button) {
        Response response = submit(button);
        if (response.status() != 400) {
            throw new AssertionError("answered with " + response.status() + ": " + response.text());
        }
        faults.remove("400 " + response.url());
        String sentence = body(response).path("message").asText();
        Locator notice = page.locator(".notifications .alert")
                .filter(new Locator.FilterOptions().setHasText(sentence))
                .first();
        notice.waitFor();
        Object seen = notice.evaluate("notice => { const place = notice.getBoundingClientRect();"
                + " return notice.contains(document.elementFromPoint(place.x + 5, place.y + 5)); }");
        if (!Boolean.TRUE.equals(seen)) {
            throw new AssertionError("is hidden or out of sight: " + sentence);
        }
        return sentence;
    }

    /** Lets every answer to such a request wait, as on a slow line. */
    public Tasklist slow(String requests) {
        page.route(requests, route -> {
            page.waitForTimeout(SLOW_MILLIS);
            route.resume();
        });
        return this;
    }

    /** Changes what the browser sends with the next form, as a script could. */
    public Tasklist tamper(String sent, String instead) {
        page.route(
                "**/submit-form",
                route -> {
                    String body = route.request().postData();
                    if (!body.contains(sent)) {
                        throw new AssertionError("not sent: " + sent + " in " + body);
                    }
                    route.resume(new com.microsoft.playwright.Route.ResumeOptions()
                            .setPostData(body.replace(sent, instead)));
                },
                new Page.RouteOptions().setTimes(1));
        return this;
    }

    public Tasklist press(String button) {
        click(button(button));
        return this;
    }

    private Locator button(String name) {
        return page.getByRole(
                com.microsoft.playwright.options.AriaRole.BUTTON,
                new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    public Tasklist tab(String name) {
        click(page.locator(".nav-tabs").getByText(name));
        quiet();
        return this;
    }

    /** What can be seen on the page, as text. */
    public String text() {
        return page.locator("body").innerText();
    }

    /**
     * The words of another language that can be seen, but for addresses: as text, in fields, or when the mouse rests
     * somewhere.
     *
     * @param said what people wrote, in whatever language
     */
    public Set<String> foreignWords(Collection<String> said) {
        String seen = (String) page.evaluate("""
                () => [document.title, document.body.innerText].concat(
                  [...document.querySelectorAll('[placeholder], [title], [tooltip], input, textarea')]
                    .filter(element => element.checkVisibility())
                    .flatMap(element => [element.placeholder, element.title, element.getAttribute('tooltip'),
                      ['checkbox', 'radio'].includes(element.type) ? '' : element.value])
                ).join('\\n')
                """);
        seen = SIGNS.matcher(seen).replaceAll("");
        // The longest first: one may begin as another does.
        for (String words : Stream.concat(ALLOWED.stream(), said.stream())
                .sorted(Comparator.comparing(String::length).reversed())
                .toList()) {
            seen = seen.replace(words, "");
        }
        Set<String> found = new TreeSet<>();
        Matcher foreign = FOREIGN.get(language).matcher(seen);
        while (foreign.find()) {
            found.add(foreign.group());
        }
        return found;
    }

    public boolean sees(String selector) {
        return page.locator(selector).first().isVisible();
    }

    public Page page() {
        return page;
    }

    /** Every address the browser asked for. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /** What the browser found wrong: errors on the console, broken scripts, failed and refused requests. */
    public List<String> faults() {
        return List.copyOf(faults);
    }

    /** Takes a picture at each width that the application is made for, under {@code target/screenshots}. */
    public Tasklist picture(String name) {
        for (int width : WIDTHS) {
            width(width);
            pictureAsItIs(name + "-" + width);
        }
        width(WIDTHS[0]);
        return this;
    }

    public Tasklist pictureAsItIs(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", name + ".png"))
                .setFullPage(true));
        return this;
    }

    @Override
    public void close() {
        context.close();
    }

    /** A required field has a star behind its label. */
    private Locator caption(String label) {
        String literally = label.replaceAll("[.*+?^${}()|\\[\\]\\\\/]", "\\\\$0");
        return page.locator(".fjs-form-field-label")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^" + literally + "\\*?$")))
                .first();
    }

    /** A calendar or a list of times that opened over the form is closed. */
    private static void leave(Locator input) {
        input.press("Enter");
        input.press("Tab");
    }

    /** A page that was just photographed may miss what is pressed: then once more. */
    private Response submit(String button) {
        try {
            return page.waitForResponse(
                    SUBMITTED, new Page.WaitForResponseOptions().setTimeout(SENT_MILLIS), () -> press(button));
        } catch (TimeoutError e) {
            pictureAsItIs("not-sent");
            System.err.println(
                    "not sent, errors " + page.locator(".fjs-form-field-error").allInnerTexts() + ", faults " + faults);
            return page.waitForResponse(SUBMITTED, () -> press(button));
        }
    }

    private static Response accepted(Response response) {
        if (!response.ok()) {
            throw new AssertionError("answered with " + response.status() + ": " + response.text());
        }
        return response;
    }

    private static JsonNode body(Response response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A page that was just photographed may stand still for a while: then once more. */
    private void click(Locator target) {
        try {
            target.click(new Locator.ClickOptions().setTimeout(10_000));
        } catch (TimeoutError e) {
            page.bringToFront();
            pictureAsItIs("stood-still");
            target.click();
        }
    }

    private void answered(Request request) {
        underWay.remove(request);
        lastNews = System.nanoTime();
    }

    /**
     * Waits until the page has asked for nothing for a while and everything is answered. The browser's own word for it is
     * true once and for all when a page has loaded, however much Tasklist asks for afterwards.
     */
    private void quiet() {
        long since = System.nanoTime();
        lastNews = since;
        page.waitForCondition(() -> {
            long now = System.nanoTime();
            return underWay.isEmpty() && now - lastNews > QUIET_NANOS || now - since > SLOW_NANOS;
        });
    }

    private void width(int width) {
        page.setViewportSize(width, HEIGHT);
    }
}
