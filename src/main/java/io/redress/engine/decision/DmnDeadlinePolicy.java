package io.redress.engine.decision;

import io.redress.casefile.deadline.CaseFacts;
import io.redress.casefile.deadline.Deadline;
import io.redress.casefile.deadline.DeadlinePolicy;
import io.redress.casefile.deadline.Policy;
import io.redress.language.Sentences;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** The deadlines of a case by the table {@code deadline-policy} that is in force. */
@Component
class DmnDeadlinePolicy implements DeadlinePolicy, TableReader {

    static final String TABLE = "deadline-policy";

    private static final Set<String> FACTS = new TreeSet<>(
            Set.of("startsAt", "profile", "complexity", "category", "severity", "route", "injury", "media"));

    private final DecisionTables tables;
    private final Sentences sentences;

    DmnDeadlinePolicy(DecisionTables tables, Sentences sentences) {
        this.tables = tables;
        this.sentences = sentences;
    }

    /** @throws UnusableTable when the table is gone or says something that can't be carried out */
    @Override
    public List<Policy> of(String startsAt, CaseFacts facts) {
        // A map that takes nulls: a complaint may be without a category.
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("startsAt", startsAt);
        inputs.put("profile", facts.profile());
        inputs.put("complexity", facts.complexity());
        inputs.put("category", facts.category());
        inputs.put("severity", facts.severity());
        inputs.put("route", facts.route());
        inputs.put("injury", facts.injury());
        inputs.put("media", facts.media());
        Set<String> deadlines = new HashSet<>();
        return tables.read(
                TABLE,
                inputs,
                rows -> rows.stream().map(row -> policy(row, deadlines)).toList());
    }

    @Override
    public String table() {
        return TABLE;
    }

    @Override
    public Set<String> facts() {
        return FACTS;
    }

    @Override
    public void check(Row row) {
        Policy policy = policy(row, new HashSet<>());
        boolean course = Policy.PROCESS.equals(policy.escalateTo());
        if (course != Deadline.endsAWait(policy.kind())) {
            throw row.unusable(course ? "decision.no-course" : "decision.course", "escalateTo", policy.kind());
        }
    }

    private Policy policy(Row row, Set<String> deadlines) {
        String deadline = row.text("deadline");
        if (!known(deadline)) {
            throw row.unusable("decision.deadline", "deadline");
        }
        if (!deadlines.add(deadline)) {
            throw row.unusable("decision.deadline-twice", "deadline");
        }
        boolean ownDate = row.text("unit").equals(Policy.OWN_DATE);
        if (ownDate && !row.text("amount").isEmpty()) {
            throw row.unusable("decision.own-date", "amount");
        }
        return new Policy(
                deadline,
                ownDate ? null : row.target(),
                row.number("warnAt", 1, 99),
                escalateTo(row),
                row.flag("pausable"));
    }

    private static String escalateTo(Row row) {
        String group = row.text("escalateTo");
        if (group.isEmpty() || group.equals(Policy.LADDER) || group.equals(Policy.PROCESS)) {
            return group.isEmpty() ? null : group;
        }
        return String.join(",", row.groups("escalateTo"));
    }

    /** A misspelt deadline would be started and never met; each that the diagrams know has a name that people see. */
    private boolean known(String deadline) {
        try {
            return !sentences.say("deadlinename." + deadline).isEmpty();
        } catch (MissingResourceException e) {
            return false;
        }
    }
}
