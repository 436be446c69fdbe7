package io.redress.rules;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.model.bpmn.instance.BaseElement;

/** What breaks a rule, in sentences that name the element. */
final class Findings {

    private final List<String> sentences = new ArrayList<>();

    void add(BaseElement element, String sentence, Object... arguments) {
        add(element.getId(), sentence, arguments);
    }

    void add(String name, String sentence, Object... arguments) {
        sentences.add(name + ": " + sentence.formatted(arguments));
    }

    List<String> sentences() {
        return List.copyOf(sentences);
    }
}
