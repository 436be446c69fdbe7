package io.redress.form;

import java.util.List;

/** The file is no form at all: broken JSON, no id, no components. */
public class InvalidForm extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> sentences;

    InvalidForm(List<String> sentences) {
        super(String.join(" ", sentences));
        this.sentences = List.copyOf(sentences);
    }

    public List<String> sentences() {
        return sentences;
    }
}
