package io.redress.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.redress.casefile.complaint.CoreField;
import io.redress.form.Field;
import io.redress.form.Finding;
import io.redress.form.Form;
import io.redress.form.Personal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What every delivered form keeps, beyond what any owner's form must: the case at its head, its marks and its Chinese. */
final class FormRules {

    /** Always personal, in whatever form they stand. */
    private static final Map<String, Personal> MARKS = Map.of(
            "customerName", Personal.IDENTITY,
            "complainedAbout", Personal.IDENTITY,
            "phone", Personal.CONTACT,
            "email", Personal.CONTACT,
            "address", Personal.CONTACT);

    /** How the keys of other people's data end: witnessName, payeePhone, idNumber. */
    private static final String PERSONAL =
            ".*(payee|witness|agent|person|contact)Name|.*(Phone|Email|Address)|.*[iI]dNumber|.*[bB]ankAccount";

    /** What the panel beside a form shows of every case. */
    private static final Set<String> PANEL = Set.of(
            "number",
            "customerName",
            "phone",
            "product",
            "model",
            "orderNumber",
            "amountClaimed",
            "expectation",
            "description");

    private static final String GENERATED = "[A-Za-z]+_[01][a-z0-9]{6}";

    private final Set<String> startForms;
    private final Set<String> taskForms;
    private final Set<String> answerable;

    private FormRules(Set<String> startForms, Set<String> taskForms, Set<String> answerable) {
        this.startForms = startForms;
        this.taskForms = taskForms;
        this.answerable = answerable;
    }

    /**
     * @param startForms those that begin a process
     * @param taskForms those that a user task shows
     * @param forms all; what one asks, another can show
     */
    static FormRules of(Set<String> startForms, Set<String> taskForms, Collection<Form> forms) {
        Stream<String> asked = forms.stream()
                .flatMap(form -> form.fields().stream())
                .filter(field -> !field.disabled())
                .map(Field::key);
        Stream<String> core = Stream.of(CoreField.values()).map(CoreField::key);
        return new FormRules(
                startForms,
                taskForms,
                Stream.of(asked, core, named()).flatMap(keys -> keys).collect(Collectors.toSet()));
    }

    /** @param file the file's name without .form */
    List<String> findings(String file, byte[] json) {
        Form form = Form.parse(json, House.SENTENCES);
        Findings findings = new Findings();
        form.findings(House.SENTENCES).stream()
                .map(Finding::sentence)
                .forEach(sentence -> findings.add(file, sentence));
        if (!form.id().equals(file) || !Words.isKebabCase(file)) {
            findings.add(file, "the id (%s) is the file’s name, in kebab-case", form.id());
        }
        if (!startForms.contains(file) && !taskForms.contains(file)) {
            findings.add(file, "no diagram shows it");
        }
        if (taskForms.contains(file)) {
            form.fields().stream()
                    .filter(field -> field.disabled() && PANEL.contains(field.key()))
                    .forEach(field -> findings.add(file, "the panel beside the form shows %s", field.key()));
        }
        for (Field field : form.fields()) {
            if (field.disabled() && !answerable.contains(field.key())) {
                findings.add(file, "%s is shown, but the case file never has it", field.key());
            }
            mark(file, field, findings);
        }
        components(read(json)).forEach(component -> component(file, component, findings));
        return findings.sentences();
    }

    private static void mark(String file, Field field, Findings findings) {
        Personal mark = MARKS.get(field.key());
        if (mark != null && !field.personal().equals(Optional.of(mark))) {
            findings.add(file, "%s is not marked as personal: %s", field.key(), mark);
        }
        if (field.key().matches(PERSONAL) && field.personal().isEmpty()) {
            findings.add(file, "%s is not marked as personal", field.key());
        }
    }

    private static void component(String file, JsonNode component, Findings findings) {
        String id = component.path("id").asText();
        String key = component.path("key").asText();
        if (id.matches(GENERATED) || id.isEmpty()) {
            findings.add(file, "the id “%s” was made up by the modeller", id);
        } else if (!key.isEmpty() && !id.equals("Field_" + key)) {
            findings.add(file, "the id of %s is Field_%s", key, key);
        }
        component.path("properties").properties().forEach(property -> {
            if (property.getKey().endsWith(".zh")) {
                words(property.getKey(), property.getValue().asText())
                        .filter(words -> !Words.chinese(words))
                        .forEach(words ->
                                findings.add(file, "%s of %s, “%s”, is not Chinese", property.getKey(), id, words));
            }
        });
    }

    private static Stream<String> words(String property, String text) {
        return property.equals("options.zh")
                ? Stream.of(text.split(";")).map(pair -> pair.substring(pair.indexOf('=') + 1))
                : Stream.of(text);
    }

    private static JsonNode read(byte[] json) {
        try {
            return new JsonMapper().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<JsonNode> components(JsonNode parent) {
        List<JsonNode> all = new ArrayList<>();
        for (JsonNode component : parent.path("components")) {
            all.add(component);
            all.addAll(components(component));
        }
        return all;
    }

    /** What is read of a form, or filled into it, beside the core and what other forms ask. */
    private static Stream<String> named() {
        return Stream.concat(
                Stream.of("number"),
                DeclaredField.all().stream().map(declared -> declared.field().key()));
    }
}
