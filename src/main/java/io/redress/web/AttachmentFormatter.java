package io.redress.web;

import io.redress.casefile.attachment.Attachment;
import io.redress.casefile.attachment.Attachments;
import io.redress.casefile.entry.StepNames;
import io.redress.casefile.reading.ValueFormatter;
import io.redress.language.Sentences;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The attachments of a case as people see them in a list. */
@Component
class AttachmentFormatter {

    private static final long KILO = 1024;

    private final Attachments attachments;
    private final StepNames steps;
    private final ValueFormatter words;
    private final Sentences sentences;

    AttachmentFormatter(Attachments attachments, StepNames steps, ValueFormatter words, Sentences sentences) {
        this.attachments = attachments;
        this.steps = steps;
        this.words = words;
        this.sentences = sentences;
    }

    /**
     * One attachment.
     *
     * @param kind by which the page chooses a sign: {@code pdf}, {@code word} …
     * @param about its kind, its size, and the steps at which it was attached
     * @param shows what it shows; null where nobody said so
     * @param preview whether there is a small picture of it
     * @param inline whether a browser shows it
     * @param tasks at which it was attached; none where it came with the complaint only
     * @param mine whether who asks may take it back
     */
    record Line(
            String id,
            String name,
            String kind,
            String about,
            String when,
            String who,
            String shows,
            boolean preview,
            boolean inline,
            List<String> tasks,
            boolean mine) {}

    /** @param open whether who asks can see that task still */
    List<Line> lines(List<Attachment> all, String who, Predicate<String> open) {
        // Each person and step is asked for once, however many files they attached.
        Map<String, String> people = new HashMap<>();
        Map<List<String>, String> said = new HashMap<>();
        return all.stream()
                .map(attachment -> line(
                        attachment,
                        people.computeIfAbsent(attachment.attachedBy(), words::person),
                        steps(attachment, said),
                        attachments.mayTakeBack(attachment, who, open)))
                .toList();
    }

    private String steps(Attachment attachment, Map<List<String>, String> said) {
        return Stream.concat(
                        Stream.of(Arrays.asList(attachment.process(), attachment.step())),
                        attachment.again().stream().map(again -> List.of(again.process(), again.step())))
                .distinct()
                .map(step -> said.computeIfAbsent(step, asked -> step(asked.get(0), asked.get(1))))
                .collect(Collectors.joining(sentences.say("cases.and")));
    }

    private Line line(Attachment attachment, String who, String steps, boolean mine) {
        String kind = attachment.type().code();
        return new Line(
                attachment.id(),
                attachment.name(),
                kind,
                String.join(" · ", sentences.say("attachment.type-" + kind), size(attachment.bytes()), steps),
                words.of(attachment.attachedAt()),
                who,
                attachment.shows(),
                attachment.preview(),
                attachment.type().inline(),
                attachment.tasks(),
                mine);
    }

    private String step(String process, String step) {
        return step == null
                ? sentences.say("attachment.came-with")
                : steps.find(process, step).orElse(step);
    }

    private static String size(long bytes) {
        if (bytes < KILO) {
            return bytes + " B";
        }
        double kilos = (double) bytes / KILO;
        return kilos < KILO
                ? String.format(Locale.ROOT, "%.0f KB", kilos)
                : String.format(Locale.ROOT, "%.1f MB", kilos / KILO);
    }
}
