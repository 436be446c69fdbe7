package io.redress.casefile.paper;

import com.samskivert.mustache.DefaultCollector;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.MustacheParseException;
import com.samskivert.mustache.Template;
import io.redress.language.Sentences;
import java.io.IOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Prints papers: fills a template with what is known of a case, once for each holder, and draws it. Whatever a template says, it
 * reads nothing but its folder and takes neither much time nor much room; one that wants more is refused.
 */
@Component
class PaperPress {

    private static final Logger LOG = LoggerFactory.getLogger(PaperPress.class);

    /** Each takes 60 MB for its fonts, and half a processor when there is much to print. */
    private static final int PRESSES = 2;

    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final int LARGEST = 4_000_000;
    private static final int MOST_REPEATS = 20_000;

    /** Characters; what it stumbled over may be a text of a case. */
    private static final int LONGEST_FOUND = 200;

    private static final Pattern ANY_TAG = Pattern.compile("\\{\\{.*?}}+", Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile("\\{\\{[#^/]?[a-zA-Z][a-zA-Z0-9]*}}");

    /** How the parser ends its messages. */
    private static final Pattern PARSER_LINE = Pattern.compile(" @ line (\\d+)");

    private final BlockingQueue<Supplier<PaperRenderer>> presses = new ArrayBlockingQueue<>(PRESSES);
    private final Sentences sentences;
    private final Lines lines;
    private final Duration longest;

    @Autowired
    PaperPress(Sentences sentences) {
        this(sentences, LONGEST);
    }

    PaperPress(Sentences sentences, Duration longest) {
        this.sentences = sentences;
        this.lines = new Lines(sentences);
        this.longest = longest;
        while (presses.remainingCapacity() > 0) {
            presses.add(fresh());
        }
    }

    /** Its fonts are read when it is first used. */
    private static Supplier<PaperRenderer> fresh() {
        return new Supplier<>() {

            private PaperRenderer renderer;

            @Override
            public synchronized PaperRenderer get() {
                if (renderer == null) {
                    renderer = new PaperRenderer();
                }
                return renderer;
            }
        };
    }

    /**
     * @param copies what each of them says; texts, and lists of such maps
     * @throws InvalidPaper when the template says what can't be printed, or takes too long
     */
    PaperRenderer.Printed print(PaperTemplate template, List<Map<String, Object>> copies, Instant at) {
        check(template);
        Supplier<PaperRenderer> press = free(template);
        CompletableFuture<PaperRenderer.Printed> printing = new CompletableFuture<>();
        Thread work = new Thread(() -> work(template, copies, at, press, printing), "paper");
        work.setDaemon(true);
        work.start();
        boolean done = false;
        try {
            PaperRenderer.Printed printed = printing.get(longest.toMillis(), TimeUnit.MILLISECONDS);
            done = true;
            return printed;
        } catch (ExecutionException e) {
            done = true;
            throw e.getCause() instanceof InvalidPaper invalid ? invalid : new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            work.interrupt();
            throw invalid("paper.too-slow", template.name(), longest.toSeconds());
        } catch (InterruptedException e) {
            work.interrupt();
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            // One that still draws is left to itself.
            presses.add(done ? press : fresh());
        }
    }

    private void work(
            PaperTemplate template,
            List<Map<String, Object>> copies,
            Instant at,
            Supplier<PaperRenderer> press,
            CompletableFuture<PaperRenderer.Printed> printing) {
        try {
            PaperRenderer renderer = press.get();
            List<String> filled = fill(template, copies, renderer.glyphs());
            long id = ByteBuffer.wrap(
                            PaperFolder.sha256().digest(String.join("", filled).getBytes()))
                    .getLong();
            printing.complete(renderer.print(filled, template, at, id));
        } catch (PaperRenderer.TooLong e) {
            printing.completeExceptionally(invalid("paper.too-long", template.name(), PaperRenderer.MOST_PAGES));
        } catch (QrDrawer.TooLong e) {
            printing.completeExceptionally(invalid("paper.code-too-long", template.name()));
        } catch (Markup.Wrong e) {
            printing.completeExceptionally(invalid(e.sentence(), template.name(), e.found()));
        } catch (InvalidPaper e) {
            printing.completeExceptionally(e);
        } catch (StackOverflowError | OutOfMemoryError e) {
            printing.completeExceptionally(invalid("paper.too-slow", template.name(), longest.toSeconds()));
        } catch (RuntimeException e) {
            // Whatever the drawing stumbles over stands in the template: no step waits for it.
            LOG.error("{} can't be drawn", template.name(), e);
            String found = e.toString();
            printing.completeExceptionally(invalid(
                    "paper.not-drawn", template.name(), found.substring(0, Math.min(found.length(), LONGEST_FOUND))));
        } catch (IOException | Error e) {
            printing.completeExceptionally(e);
        }
    }

    private Supplier<PaperRenderer> free(PaperTemplate template) {
        try {
            Supplier<PaperRenderer> press = presses.poll(longest.toMillis(), TimeUnit.MILLISECONDS);
            if (press == null) {
                throw invalid("paper.busy", template.name());
            }
            return press;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void check(PaperTemplate template) {
        Matcher tag = ANY_TAG.matcher(template.text());
        while (tag.find()) {
            if (!TAG.matcher(tag.group()).matches()) {
                throw invalid(template, "paper.tag", tag.group(), line(template.text(), tag.start()));
            }
        }
        int open = ANY_TAG.matcher(template.text())
                .replaceAll(found -> " ".repeat(found.group().length()))
                .indexOf("{{");
        if (open >= 0) {
            throw invalid(template, "paper.tag", "{{", line(template.text(), open));
        }
        try {
            Markup.checkStyle(template.style(), 1);
        } catch (Markup.Wrong e) {
            throw invalid("paper.place", "paper.css", e.line(), sentences.say(e.sentence(), e.found()));
        }
        try {
            Markup.check(template.text());
        } catch (Markup.Wrong e) {
            throw invalid(template, e.sentence(), e.found(), e.line());
        }
    }

    private static int line(String text, int end) {
        return 1
                + (int) text.substring(0, end)
                        .chars()
                        .filter(character -> character == '\n')
                        .count();
    }

    private List<String> fill(PaperTemplate template, List<Map<String, Object>> copies, Glyphs glyphs) {
        try {
            Template compiled = Mustache.compiler()
                    .escapeHTML(true)
                    .strictSections(true)
                    .emptyStringIsFalse(true)
                    .withCollector(new FactsOnly())
                    .compile(glyphs.printable(template.text()));
            List<String> filled = new ArrayList<>();
            for (Map<String, Object> copy : copies) {
                Bounded page = new Bounded();
                compiled.execute(printable(copy, template, glyphs), page);
                filled.add(page.text.toString());
            }
            return filled;
        } catch (MustacheException.Context e) {
            throw invalid(
                    template,
                    "paper.unknown-fact",
                    e.key + " (" + String.join(", ", new TreeSet<>(copies.get(0).keySet())) + ")",
                    e.lineNo);
        } catch (MustacheParseException e) {
            Matcher line = PARSER_LINE.matcher(e.getMessage());
            throw invalid(
                    template,
                    "paper.section",
                    line.replaceAll(""),
                    line.reset().find() ? Integer.parseInt(line.group(1)) : 1);
        } catch (TooMuch e) {
            throw invalid("paper.too-long", template.name(), PaperRenderer.MOST_PAGES);
        }
    }

    private Map<String, Object> printable(Map<?, ?> facts, PaperTemplate template, Glyphs glyphs) {
        Map<String, Object> printable = new HashMap<>();
        facts.forEach((name, value) ->
                printable.put(String.valueOf(name), printable(String.valueOf(name), value, template, glyphs)));
        return printable;
    }

    private Object printable(String name, Object fact, PaperTemplate template, Glyphs glyphs) {
        if (fact instanceof Map<?, ?> facts) {
            return printable(facts, template, glyphs);
        }
        if (fact instanceof List<?> several) {
            return several.stream()
                    .map(one -> printable(name, one, template, glyphs))
                    .toList();
        }
        if (fact instanceof String text) {
            return lines.condensed(glyphs.printable(text));
        }
        // What is not known is an empty text: this is a fault of what gives the facts.
        throw invalid("paper.no-value", template.name(), name);
    }

    private InvalidPaper invalid(PaperTemplate template, String sentence, Object found, int line) {
        PaperTemplate.Place place = template.place(line);
        return invalid("paper.place", place.file(), place.line(), sentences.say(sentence, found));
    }

    private InvalidPaper invalid(String sentence, Object... arguments) {
        return new InvalidPaper(sentences.say(sentence, arguments));
    }

    /** It repeats itself more often than any paper does. */
    private static final class TooMuch extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    /** Names facts, and no method of theirs. */
    private static final class FactsOnly extends DefaultCollector {

        private int repeats;

        @Override
        public Iterator<?> toIterator(Object value) {
            repeats++;
            if (repeats > MOST_REPEATS) {
                throw new TooMuch();
            }
            return value instanceof List<?> several ? several.iterator() : null;
        }

        @Override
        public Mustache.VariableFetcher createFetcher(Object context, String name) {
            return context instanceof Map<?, ?>
                    ? (map, key) ->
                            ((Map<?, ?>) map).containsKey(key) ? ((Map<?, ?>) map).get(key) : Template.NO_FETCHER_FOUND
                    : null;
        }
    }

    private static final class Bounded extends Writer {

        private final StringBuilder text = new StringBuilder();

        @Override
        public void write(char[] characters, int start, int length) {
            if (text.length() + length > LARGEST) {
                throw new TooMuch();
            }
            text.append(characters, start, length);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
