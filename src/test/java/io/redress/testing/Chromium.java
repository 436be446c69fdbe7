package io.redress.testing;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import io.redress.language.Language;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The system's own Chromium: the one that {@code CHROMIUM} names, or the first on the path. Without one, browser tests are
 * skipped; on CI they fail.
 */
public final class Chromium implements AutoCloseable, ExtensionContext.Store.CloseableResource {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Path executable) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--no-first-run")));
    }

    public static Chromium launch() {
        Optional<Path> executable = find();
        if (executable.isEmpty()) {
            String reason = "No Chromium: set CHROMIUM to its path, or put one of " + NAMES + " on the path";
            return "true".equals(System.getenv("CI")) ? fail(reason) : abort(reason);
        }
        return new Chromium(executable.get());
    }

    /** A browser of somebody's own, with nobody logged in. */
    public Tasklist tasklist(String address) {
        return tasklist(address, Language.EN);
    }

    /** The same at an installation that speaks that language; the browser speaks English whatever the installation does. */
    public Tasklist tasklist(String address, Language language) {
        return new Tasklist(
                browser.newContext(
                        new Browser.NewContextOptions().setLocale("en-US").setTimezoneId("Asia/Shanghai")),
                address,
                language);
    }

    /** An empty page with nothing behind it. */
    public Page page() {
        return browser.newPage();
    }

    @Override
    public void close() {
        playwright.close();
    }

    private static Optional<Path> find() {
        return Stream.concat(
                        Stream.ofNullable(System.getenv("CHROMIUM")).map(Path::of),
                        NAMES.stream()
                                .flatMap(name -> Stream.of(System.getenv("PATH").split(File.pathSeparator))
                                        .map(folder -> Path.of(folder, name))))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
