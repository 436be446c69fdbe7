package io.redress.rules;

import io.redress.form.Form;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/** What code reads of forms, and fills into them, is declared once with its type, and the forms have it so. */
final class FormFieldRules {

    /** An answer that is looked up by a word, or by the name of one; what a step has beside it are variables. */
    private static final Pattern LOOKED_UP = Pattern.compile(
            "(?:\\bfields(?:\\(\\))?|\\banswers?|\\bsaid|\\bcore\\([^()]*(?:\\(\\))?\\))\\s*\\.(?:get|getOrDefault|containsKey)\\(\\s*"
                    + "(?:[^()]*\"|(?:\\w+\\.)*[A-Z][A-Z_]+(?:\\.name\\(\\))?\\s*[,)])"
                    + "|(?<!\\bstep)\\.get\\(\\s*\"[^\"]*\"\\s*(?:\\+[^)]*)?\\)");

    private FormFieldRules() {}

    /** @param forms those that may have it */
    static List<String> findings(DeclaredField declared, Collection<Form> forms) {
        List<String> findings = new ArrayList<>();
        String key = declared.field().key();
        String name = declared.home().getSimpleName() + ": " + key;
        List<Form> having =
                forms.stream().filter(form -> form.field(key).isPresent()).toList();
        if (having.isEmpty()) {
            findings.add(name + " stands in no form");
        }
        having.stream()
                .filter(form ->
                        !form.field(key).orElseThrow().asksFor(declared.field().type()))
                .forEach(form -> findings.add("%s is no %s in the form %s"
                        .formatted(name, declared.field().type().getSimpleName(), form.id())));
        return findings;
    }

    /** The look-ups in a source that name no declared field. */
    static List<String> lookedUp(String source) {
        return LOOKED_UP.matcher(source).results().map(found -> found.group()).toList();
    }
}
