package io.redress.bench;

import io.redress.form.Field;
import io.redress.testing.Clerk;
import io.redress.testing.Complaints;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.camunda.bpm.engine.task.Task;

/**
 * What people answer on the shortest whole course of a supermarket complaint: one department is asked, it is found not
 * valid, the customer accepts that. Written down from a first case, then said again in each.
 */
final class Script {

    static final String CLERK = "customer-service";
    static final String DEPARTMENT = "quality-inspection";

    private static final Map<String, Object> WANTED = Map.of(
            "confirmation", "confirmed",
            "departments", List.of(DEPARTMENT),
            "investigator", DEPARTMENT,
            "orderAnswer", "finding",
            "conclusion", "not-valid",
            "findingAccepted", "yes",
            "reached", "yes",
            "satisfaction", "satisfied",
            "solved", "solved");

    private final Map<String, Answer> answers = new TreeMap<>();

    /**
     * The answer to one form.
     *
     * @param values what its page submits, nulls included
     * @param shown the case's own words that it shows beside, as far as the registration form does not ask for them
     */
    record Answer(String person, Map<String, Object> values, Map<String, Object> shown) {}

    /** What is filled in to register another complaint, of a customer of its own. */
    static Map<String, Object> registration() {
        return Complaints.registration("writtenByCustomer", false);
    }

    Answer answer(Task task) {
        return answers.get(task.getTaskDefinitionKey());
    }

    /** The answer that the clerk gives in the first case; kept for all others. */
    Answer write(Clerk clerk, Task task) {
        String person = clerk.person(task);
        Clerk.Filled filled = clerk.filled(person, task, WANTED, new Random(1));
        Map<String, Object> shown = new HashMap<>();
        for (Field field : filled.form().fields()) {
            Object value = filled.given().get(field.key());
            if (field.disabled() && value != null && !registration().containsKey(field.key())) {
                shown.put(field.key(), value);
            }
        }
        Answer answer = new Answer(person, new LinkedHashMap<>(filled.values()), shown);
        answers.put(task.getTaskDefinitionKey(), answer);
        return answer;
    }

    /** The steps that it answers. */
    Set<String> steps() {
        return answers.keySet();
    }
}
