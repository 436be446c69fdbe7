package io.redress.casefile.reading;

import io.redress.casefile.CaseFile;
import io.redress.casefile.Fact;
import io.redress.casefile.Note;
import io.redress.casefile.complaint.State;
import io.redress.casefile.deadline.DeadlineFormatter;
import io.redress.casefile.handover.CaseTasks.OpenTask;
import io.redress.form.Field;
import io.redress.form.Option;
import io.redress.language.Sentences;
import io.redress.people.Groups;
import io.redress.people.Members;
import io.redress.people.Person;
import io.redress.site.Sites;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What people read in place of stored values: the labels of options, names, dates and times as they are written here. */
@Component
public class ValueFormatter {

    /** What an option of a list is stored as, and what people read. */
    private static final String VALUE = "value";

    private static final String LABEL = "label";

    private final CaseFile caseFile;
    private final Sites sites;
    private final Members members;
    private final Groups groups;
    private final DeadlineFormatter deadlines;
    private final Sentences sentences;
    private final ZoneId zone;

    ValueFormatter(
            CaseFile caseFile,
            Sites sites,
            Members members,
            Groups groups,
            DeadlineFormatter deadlines,
            Sentences sentences,
            @Value("${redress.zone}") ZoneId zone) {
        this.caseFile = caseFile;
        this.sites = sites;
        this.members = members;
        this.groups = groups;
        this.deadlines = deadlines;
        this.sentences = sentences;
        this.zone = zone;
    }

    /** @param field as the form has it; empty where the form is not known any more */
    public String of(Object value, Optional<Field> field) {
        if (value instanceof Boolean flag) {
            return sentences.say(flag ? "cases.yes" : "cases.no");
        }
        if (value instanceof List<?> several) {
            return several.stream().map(one -> of(one, field)).collect(Collectors.joining(sentences.say("cases.and")));
        }
        return field.flatMap(asked -> option(value, asked))
                .or(() -> field.flatMap(asked -> number(value, asked)))
                .or(() -> field.flatMap(asked -> moment(value, asked)))
                .orElse(value.toString());
    }

    String note(Note note) {
        return sentences.say("note." + note.step());
    }

    String fact(Fact fact) {
        return sentences.say("note.fact-" + fact.key());
    }

    /** What Redress itself wrote down. */
    String of(Object value, Fact fact) {
        if (value instanceof List<?> several) {
            return several.stream().map(one -> of(one, fact)).collect(Collectors.joining(sentences.say("cases.and")));
        }
        String text = value.toString();
        return switch (fact.kind()) {
            case CODE -> code(fact, text);
            case WHO -> group(text).orElseGet(() -> person(text));
            case DEADLINE -> deadlines.name(text);
            case MOMENT -> of(Instant.parse(text));
            case SUM -> Sentences.sum(new BigDecimal(text));
            case TEXT, HIDDEN -> text;
        };
    }

    /** An owner's diagram or form may have a word of its own, which has no sentence. */
    private String code(Fact fact, String text) {
        try {
            return sentences.say("note." + fact.key() + "-" + text.toLowerCase(Locale.ROOT));
        } catch (MissingResourceException e) {
            return text;
        }
    }

    public String of(Instant instant) {
        return sentences.language().minute().format(instant.atZone(zone));
    }

    public String site(String id) {
        return sites.find(id).map(site -> site.name(sentences.language())).orElse(id);
    }

    public String state(State state) {
        return sentences.say("cases.state-" + state.name().toLowerCase(Locale.ROOT));
    }

    public String severity(String severity) {
        return sentences.say("people.severity." + severity);
    }

    /** Who has the task, or whom it waits for. */
    public String whose(OpenTask task) {
        return task.holder() == null
                ? sentences.say("cases.task-waits", groups(task.groups()))
                : sentences.say("cases.task-held", person(task.holder()));
    }

    /** What colleagues call that person; a word of its own where time or Redress acted. */
    public String person(String login) {
        return login.equals(Person.NOBODY) ? nobody() : members.name(login);
    }

    String nobody() {
        return sentences.say("cases.nobody");
    }

    /** The names of those groups, always in the same order. */
    public String groups(Set<String> ids) {
        return ids.stream()
                .sorted()
                .map(id -> group(id).orElse(id))
                .collect(Collectors.joining(sentences.say("cases.and")));
    }

    private Optional<String> group(String id) {
        return groups.like(id).map(group -> group.name(sentences.language()));
    }

    private Optional<String> option(Object value, Field field) {
        return Stream.concat(
                        field.options().stream()
                                .filter(option -> option.value().equals(value))
                                .map((Option option) -> option.label(sentences.language())),
                        field.list().stream()
                                .flatMap(this::listed)
                                .filter(option -> value.equals(option.get(VALUE)))
                                .map(option -> String.valueOf(option.get(LABEL))))
                .findFirst();
    }

    private Stream<Map<?, ?>> listed(String list) {
        return caseFile.answers(List.of(list)).get(list) instanceof List<?> options
                ? options.stream().map(option -> (Map<?, ?>) option)
                : Stream.empty();
    }

    private static Optional<String> number(Object value, Field field) {
        return value instanceof BigDecimal number
                ? field.decimals()
                        .map(digits -> number.setScale(digits, RoundingMode.HALF_UP))
                        // Whole ones are numbers of things, fen those of money.
                        .map(written -> written.scale() > 0 ? Sentences.sum(written) : written.toPlainString())
                : Optional.empty();
    }

    private Optional<String> moment(Object value, Field field) {
        if (field.type() != Field.Type.DATETIME) {
            return Optional.empty();
        }
        String text = value.toString();
        if (text.matches("\\d{4}-\\d\\d-\\d\\d")) {
            return Optional.of(sentences.language().day().format(LocalDate.parse(text)));
        }
        return text.matches("\\d{4}-.*T.*([+-]\\d\\d:\\d\\d|Z)")
                ? Optional.of(of(OffsetDateTime.parse(text).toInstant()))
                : Optional.empty();
    }
}
