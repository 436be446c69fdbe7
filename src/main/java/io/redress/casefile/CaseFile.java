package io.redress.casefile;

import io.redress.casefile.complaint.Complaint;
import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.entry.Entries;
import io.redress.casefile.entry.Entry;
import io.redress.casefile.health.HealthRecords;
import io.redress.form.Form;
import io.redress.language.Sentences;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is known of a case, as forms show it and forms add to it. */
@Service
public class CaseFile {

    /** Who acts when nobody does. */
    private static final String SYSTEM = "redress";

    private final Complaints complaints;
    private final Entries entries;
    private final HealthRecords health;
    private final Lists lists;
    private final ObjectProvider<Answers> features;
    private final Sentences sentences;

    CaseFile(
            Complaints complaints,
            Entries entries,
            HealthRecords health,
            Lists lists,
            ObjectProvider<Answers> features,
            Sentences sentences) {
        this.complaints = complaints;
        this.entries = entries;
        this.health = health;
        this.lists = lists;
        this.features = features;
        this.sentences = sentences;
    }

    /** What an empty form is filled with before there is a case: the lists it chooses from. */
    public Map<String, Object> answers(Collection<String> keys) {
        return lists.answer(keys);
    }

    /** The same for a form that asks for no health data: what it is not given. */
    @Transactional(readOnly = true)
    public Map<String, Object> answers(long complaintId, Map<String, Object> step, Collection<String> keys) {
        return answers(complaintId, step, keys, Set.of());
    }

    /**
     * What a form is filled with: what a feature knows, else the typed core, else what the step itself is about, else the
     * newest entry that has the field; and the lists it chooses from.
     *
     * @param step the variables that the step's process has for it, by name
     * @param keys the form's fields and lists; nothing else is answered
     * @param healthKeys those of them that ask for health data: answered where whoever acts may read it
     */
    @Transactional(readOnly = true)
    public Map<String, Object> answers(
            long complaintId, Map<String, Object> step, Collection<String> keys, Set<String> healthKeys) {
        Map<String, Object> known = new LinkedHashMap<>();
        entries.of(complaintId).forEach(entry -> known.putAll(entry.fields()));
        known.putAll(step);
        known.putAll(complaints.core(complaintId));
        features.forEach(feature -> known.putAll(feature.answer(complaintId, step, keys)));
        if (!healthKeys.isEmpty()) {
            known.putAll(health.readable(complaintId, healthKeys));
        }
        known.keySet().retainAll(keys);
        known.values().removeIf(Objects::isNull);
        known.putAll(lists.answer(keys));
        return known;
    }

    /**
     * The case of that number, to be added to.
     *
     * @throws RefusedCase when there is none, or it is closed and locked
     */
    public Complaint open(String number) {
        return unlocked(
                complaints.find(number).orElseThrow(() -> new RefusedCase(sentences.say("complaint.unknown", number))));
    }

    /**
     * Puts a start form into its case: the registration that began it, or something added to it.
     *
     * @param form the one that was submitted, which says what of it is health data
     * @throws RefusedCase when its step's handler refuses it
     */
    @Transactional
    public void begin(Entry entry, Form form, SubmitHandler handler) {
        handler.submit(entry);
        add(entry, form);
    }

    /**
     * Adds a submitted form to its case. What was asked before the case was closed, such as whether its last message
     * arrived, is still taken; the typed core is locked.
     *
     * @param form the one that was submitted, which says what of it is health data
     * @throws RefusedCase when its step's handler refuses it
     */
    @Transactional
    public void take(Entry entry, Form form, SubmitHandler handler) {
        handler.submit(entry);
        add(entry, form);
        if (!complaints.find(entry.complaintId()).orElseThrow().closed()) {
            complaints.update(entry.complaintId(), form.withoutHealth(entry.fields()));
        }
    }

    /** What it says of health is kept apart; left open, it is so where something was said before. */
    private void add(Entry entry, Form form) {
        Map<String, Object> others = form.withoutHealth(entry.fields());
        if (others.size() < entry.fields().size()) {
            Map<String, Object> apart = new LinkedHashMap<>(entry.fields());
            apart.keySet().removeAll(others.keySet());
            if (apart.values().stream().anyMatch(Objects::nonNull)
                    || complaints.find(entry.complaintId()).orElseThrow().health()) {
                health.keep(entry.saying(apart));
            }
        }
        entries.add(entry.saying(others));
    }

    private Complaint unlocked(Complaint complaint) {
        if (complaint.closed()) {
            throw new RefusedCase(sentences.say("complaint.closed", complaint.number()));
        }
        return complaint;
    }

    /**
     * Writes down what Redress itself did: a told deadline, for example. A closed case has nothing more to be told.
     *
     * @throws IllegalArgumentException when such a note does not say one of the facts
     */
    @Transactional
    public void note(long complaintId, Note note, Map<Fact, ?> facts, Instant now) {
        entries.add(entry(complaintId, note, facts, now));
    }

    /** The same of what shows how somebody is, such as a file: it is kept apart. */
    @Transactional
    public void noteApart(long complaintId, Note note, Map<Fact, ?> facts, Instant now) {
        health.keep(entry(complaintId, note, facts, now));
    }

    private static Entry entry(long complaintId, Note note, Map<Fact, ?> facts, Instant now) {
        Map<String, Object> stored = new LinkedHashMap<>();
        note.facts().stream().filter(facts::containsKey).forEach(fact -> stored.put(fact.key(), facts.get(fact)));
        if (stored.size() < facts.size()) {
            throw new IllegalArgumentException("%s says no %s".formatted(note, facts.keySet()));
        }
        return new Entry(complaintId, SYSTEM, "", note.step(), null, null, 0, SYSTEM, now, stored);
    }
}
