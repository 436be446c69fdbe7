package io.redress.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documents name is there, and both languages name the same. */
class DocumentsTest {

    private static final String CHINESE = ".zh-CN.md";

    private static final Pattern LINK = Pattern.compile("]\\(([^)#]+)[^)]*\\)");
    private static final Pattern BLOCK = Pattern.compile("(?m)^```.*\\n((?s:.*?))^```$");
    private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");
    private static final Pattern PACKAGE = Pattern.compile("io\\.redress(\\.\\w+)+");
    /** The beginning may be left out. */
    private static final Pattern CLASS = Pattern.compile("(?:[a-z]+\\.)+[A-Z]\\w+");

    private static final Pattern PLACE = Pattern.compile("(?:processes|forms|docs|src|target|\\.ci)/[\\w./*-]*");

    private static final List<Path> SOURCES = List.of(Path.of("src", "main", "java"), Path.of("src", "test", "java"));

    static List<Path> documents() {
        try (Stream<Path> pages = Files.list(Path.of("docs"))) {
            return Stream.concat(Stream.of(Path.of("README.md"), Path.of("README" + CHINESE)), pages)
                    .filter(page -> page.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Path> englishDocuments() {
        return documents().stream()
                .filter(page -> !page.toString().endsWith(CHINESE))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyLinkLeadsSomewhere(Path page) {
        assertThat(groups(LINK, read(page)))
                .isNotEmpty()
                .filteredOn(link -> !link.contains("://"))
                .allSatisfy(link -> assertThat(page.resolveSibling(link)).exists());
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyPlaceAndClassThatIsNamedExists(Path page) {
        List<String> code = groups(CODE, read(page));
        assertThat(code)
                .filteredOn(name -> PLACE.matcher(name).matches() && !name.contains("*") && !name.startsWith("target"))
                .allSatisfy(name -> assertThat(Path.of(name)).exists());
        assertThat(code)
                .filteredOn(name ->
                        PACKAGE.matcher(name).matches() || CLASS.matcher(name).matches())
                .allSatisfy(name -> assertThat(isSource(name)).isTrue());
    }

    /** Commands, names and links: words differ, facts don't. */
    @ParameterizedTest
    @MethodSource("englishDocuments")
    void bothLanguagesSayTheSame(Path page) {
        String english = read(page);
        String chinese = read(chinese(page));
        assertThat(groups(BLOCK, chinese)).isEqualTo(groups(BLOCK, english));
        assertThat(code(chinese)).isEqualTo(code(english));
        assertThat(links(chinese)).isEqualTo(links(english));
        assertThat(firstCells(chinese)).isEqualTo(firstCells(english));
    }

    private static Path chinese(Path page) {
        return page.resolveSibling(page.getFileName().toString().replace(".md", CHINESE));
    }

    private static Set<String> code(String text) {
        return new TreeSet<>(groups(CODE, BLOCK.matcher(text).replaceAll("")));
    }

    /** What they lead to, whatever the language. */
    private static Set<String> links(String text) {
        Set<String> links = new TreeSet<>();
        for (String link : groups(LINK, text)) {
            links.add(link.replace(CHINESE, ".md").replaceAll("\\.zh\\.(svg|png)$", ".$1"));
        }
        links.removeIf(link -> link.startsWith("README"));
        return links;
    }

    /** What stands in code at the beginning of the rows of tables, in their order. */
    private static List<String> firstCells(String text) {
        return groups(Pattern.compile("(?m)^\\| *(`[^|]*`)[^|]*\\|"), text).stream()
                .map(cell -> cell.replace("、", ", "))
                .toList();
    }

    private static boolean isSource(String name) {
        Path place = Path.of(
                "io", "redress", name.replaceFirst("^io\\.redress\\.", "").replace('.', '/'));
        return SOURCES.stream()
                .anyMatch(root -> Files.exists(root.resolve(place)) || Files.exists(root.resolve(place + ".java")));
    }

    private static List<String> groups(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1)).toList();
    }

    private static String read(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
