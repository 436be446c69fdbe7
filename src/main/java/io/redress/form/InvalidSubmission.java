package io.redress.form;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What was submitted is not what the form asks for. The message joins the sentences of all problems in the order of the
 * form; no sentence repeats what was typed, so that it may be logged.
 */
public class InvalidSubmission extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    InvalidSubmission(List<Problem> problems) {
        super(problems.stream().map(Problem::sentence).collect(Collectors.joining(" ")));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }

    /** What is wrong with one field, by its key and by the label that people see. */
    public record Problem(String key, String label, String sentence) {}
}
