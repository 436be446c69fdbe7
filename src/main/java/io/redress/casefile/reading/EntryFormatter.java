package io.redress.casefile.reading;

import io.redress.casefile.Fact;
import io.redress.casefile.Note;
import io.redress.casefile.NoteBook;
import io.redress.casefile.entry.Entry;
import io.redress.casefile.entry.FormField;
import io.redress.casefile.entry.StepNames;
import io.redress.casefile.identity.DocumentNumbers;
import io.redress.form.Field;
import io.redress.form.Form;
import io.redress.form.Forms;
import io.redress.form.Personal;
import io.redress.language.Sentences;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The entries of a case as people read them: when, who, which step, and what was filled in under the labels of its form. */
@Component
public class EntryFormatter {

    /** All kinds of personal data that the file of a case has: what is said of health is not in it. */
    public static final Set<Personal> EVERYTHING = Set.copyOf(EnumSet.complementOf(EnumSet.of(Personal.HEALTH)));

    /** And all that whoever answers for a case reads of it: whose number stands on a document, only few need to know. */
    public static final Set<Personal> ALL_BUT_DOCUMENTS =
            Set.copyOf(EnumSet.complementOf(EnumSet.of(Personal.DOCUMENT, Personal.HEALTH)));

    /** What is kept apart of health, for those who may read it. */
    public static final Set<Personal> HEALTH = Set.copyOf(EnumSet.complementOf(EnumSet.of(Personal.DOCUMENT)));

    private final Forms forms;
    private final StepNames steps;
    private final NoteBook notes;
    private final ValueFormatter words;
    private final Sentences sentences;
    private final Set<String> documentNumbers;

    EntryFormatter(
            Forms forms,
            StepNames steps,
            NoteBook notes,
            ValueFormatter words,
            Sentences sentences,
            List<DocumentNumbers> documentNumbers) {
        this.forms = forms;
        this.steps = steps;
        this.notes = notes;
        this.words = words;
        this.sentences = sentences;
        this.documentNumbers = documentNumbers.stream()
                .flatMap(known -> known.documentNumbers().stream())
                .map(FormField::key)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** One entry. */
    public record Line(String heading, String when, String who, String what, List<Named> fields) {}

    /** What was filled in. */
    public record Named(String name, String value) {}

    /**
     * @param seen the kinds of personal data that are shown; with {@link #ALL_BUT_DOCUMENTS}, also fields that no form knows any
     *     more
     */
    public List<Line> lines(List<Entry> entries, Set<Personal> seen) {
        Reading reading = new Reading(seen);
        return entries.stream().map(reading::line).toList();
    }

    /**
     * The value of a field, in the words of the newest form of these entries that asked for it and has words for it.
     *
     * @param entries the oldest first
     */
    public Map<String, String> values(List<Entry> entries, Map<String, Object> fields) {
        Reading reading = new Reading(EVERYTHING);
        Map<String, String> values = new HashMap<>();
        fields.forEach((key, value) -> values.put(key, words.of(value, Optional.empty())));
        entries.stream()
                .filter(entry -> entry.form() != null)
                .flatMap(entry -> reading.form(entry).stream())
                .distinct()
                .forEach(form -> fields.forEach((key, value) -> form.field(key)
                        .filter(field -> !field.disabled())
                        .ifPresent(field -> values.put(key, words.of(value, Optional.of(field))))));
        return values;
    }

    /** Asks for each form, step and person once, however many entries name them. */
    private final class Reading {

        private final Set<Personal> seen;
        private final Map<List<Object>, Optional<Form>> knownForms = new HashMap<>();
        private final Map<List<Object>, String> said = new HashMap<>();

        Reading(Set<Personal> seen) {
            this.seen = seen;
        }

        Line line(Entry entry) {
            String when = words.of(entry.submittedAt());
            if (entry.form() == null) {
                Note note = notes.of(entry.step());
                String what = words.note(note);
                return new Line(
                        sentences.say("cases.note", when, what), when, words.nobody(), what, facts(entry, note));
            }
            String who = said.computeIfAbsent(List.of(entry.submittedBy()), login -> words.person(entry.submittedBy()));
            String what = said.computeIfAbsent(
                    List.of(entry.process(), entry.step(), entry.form()),
                    step -> steps.find(entry.process(), entry.step()).orElse(entry.form()));
            return new Line(
                    sentences.say("cases.entry", when, who, what, entry.formVersion()), when, who, what, fields(entry));
        }

        Optional<Form> form(Entry entry) {
            return knownForms.computeIfAbsent(
                    List.of(entry.form(), entry.formVersion()), id -> forms.find(entry.form(), entry.formVersion()));
        }

        private List<Named> facts(Entry entry, Note note) {
            return note.facts().stream()
                    .filter(fact -> fact.kind() != Fact.Kind.HIDDEN)
                    .filter(fact -> entry.fields().get(fact.key()) != null)
                    .map(fact -> {
                        Object value = entry.fields().get(fact.key());
                        return new Named(
                                words.fact(fact),
                                said.computeIfAbsent(List.of(fact, value), key -> words.of(value, fact)));
                    })
                    .toList();
        }

        /** Every field that was filled in, under the label it had in its form. */
        private List<Named> fields(Entry entry) {
            Optional<Form> form = form(entry);
            return entry.fields().entrySet().stream()
                    .filter(answer -> answer.getValue() != null)
                    .flatMap(answer -> {
                        Optional<Field> field = form.flatMap(known -> known.field(answer.getKey()));
                        return shown(answer.getKey(), field)
                                ? Stream.of(named(answer.getKey(), answer.getValue(), field))
                                : Stream.empty();
                    })
                    .toList();
        }

        /**
         * What a field holds that no form knows any more, nobody can tell. A number that a form only gives back says to programs
         * what it was about.
         */
        private boolean shown(String key, Optional<Field> field) {
            if (field.filter(asked -> asked.type() == Field.Type.NUMBER && asked.alwaysReadOnly())
                    .isPresent()) {
                return false;
            }
            Optional<Personal> kind =
                    documentNumbers.contains(key) ? Optional.of(Personal.DOCUMENT) : field.flatMap(Field::personal);
            return (field.isPresent() || seen.containsAll(ALL_BUT_DOCUMENTS))
                    && kind.filter(one -> !seen.contains(one)).isEmpty();
        }

        private Named named(String key, Object value, Optional<Field> field) {
            return new Named(
                    field.map(known -> known.label(sentences.language())).orElse(key),
                    said.computeIfAbsent(List.of(field, value), answer -> words.of(value, field)));
        }
    }
}
