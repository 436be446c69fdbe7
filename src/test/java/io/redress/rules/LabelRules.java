package io.redress.rules;

import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Task;

/** Words on the canvas: both languages on everything people see, and said as people say it. */
final class LabelRules implements Rule {

    private static final String SAYS_NOTHING = "(Handle|Process|Manage|Do|Perform)\\b.*";
    private static final String TITLE_CASE = ".*\\s\\p{Lu}\\p{Ll}.*";

    @Override
    public void check(Diagram diagram, House house, Findings findings) {
        diagram.labelled().forEach(element -> check(element, findings));
    }

    private static void check(BaseElement element, Findings findings) {
        String label = Diagram.label(element);
        if (label.isBlank()) {
            findings.add(element, "has no label");
        }
        if (!Diagram.property(element, "label.en").filter(label::equals).isPresent()) {
            findings.add(element, "the English label (label.en) is the name");
        }
        if (!Diagram.property(element, "label.zh").filter(Words::chinese).isPresent()) {
            findings.add(element, "has no Chinese label (label.zh)");
        }
        if (label.matches("\\p{Ll}.*") || label.matches(TITLE_CASE)) {
            findings.add(element, "“%s” begins with a capital letter, and only its first word does", label);
        }
        if (element instanceof Task && label.matches(SAYS_NOTHING)) {
            findings.add(element, "“%s” does not say what is done", label);
        }
    }
}
