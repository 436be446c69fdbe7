package io.redress.form;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.language.Sentences;
import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A Camunda Form as it was deployed; immutable, its FEEL and its patterns are read once. */
public final class Form {

    private static final Pattern NAME = Pattern.compile("=\\s*([\\p{L}_][\\p{L}\\p{N}_]*)\\s*");

    private final String id;
    private final List<Component> components;
    private final Map<String, Field> fields;
    private final Set<String> healthKeys;

    private Form(String id, List<Component> components) {
        this.id = id;
        this.components = components;
        Map<String, Field> byKey = new LinkedHashMap<>();
        for (Component component : components) {
            Field.Type.of(component.type())
                    .filter(type -> !component.key().isEmpty())
                    .ifPresent(type -> byKey.putIfAbsent(component.key(), new Field(component, type)));
        }
        fields = Collections.unmodifiableMap(byKey);
        healthKeys = components.stream()
                .filter(component -> !component.key().isEmpty())
                .filter(component -> Personal.of(component.custom("personal")).equals(Optional.of(Personal.HEALTH)))
                .map(Component::key)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Reads a .form file.
     *
     * @throws InvalidForm when it is not the JSON of a form, or has no id
     */
    public static Form parse(byte[] json, Sentences sentences) {
        JsonNode root;
        try {
            root = Json.read(json);
        } catch (IOException e) {
            throw new InvalidForm(List.of(sentences.say("form.notJson")));
        }
        if (!root.path("components").isArray() || !root.path("type").asText().equals("default")) {
            throw new InvalidForm(List.of(sentences.say("form.notAForm")));
        }
        String id = root.path("id").asText("");
        if (id.isBlank()) {
            throw new InvalidForm(List.of(sentences.say("form.noId")));
        }
        return new Form(id, Component.in(root, List.of()));
    }

    public String id() {
        return id;
    }

    /** All fields in the order of the form, those in groups too. */
    public Collection<Field> fields() {
        return fields.values();
    }

    public Optional<Field> field(String key) {
        return Optional.ofNullable(fields.get(key));
    }

    /** The keys of what the form asks or shows of anybody's health. */
    public Set<String> healthKeys() {
        return healthKeys;
    }

    /** Those of the answers that say nothing of it. */
    public Map<String, Object> withoutHealth(Map<String, Object> answers) {
        Map<String, Object> others = new LinkedHashMap<>(answers);
        others.keySet().removeAll(healthKeys);
        return others;
    }

    /** The names of the lists that must be given when the form is opened: options, and the rows of tables. */
    public Set<String> lists() {
        Set<String> lists = new LinkedHashSet<>();
        for (Component component : components) {
            Optional.ofNullable(component.json().path("valuesKey").textValue()).ifPresent(lists::add);
            Matcher rows = NAME.matcher(component.text("dataSource"));
            if (component.type().equals("table") && rows.matches()) {
                lists.add(rows.group(1));
            }
        }
        return lists;
    }

    /** What makes the form unfit for its users, or for being delivered with Redress. */
    public List<Finding> findings(Sentences sentences) {
        return new Inspection(components, sentences).findings();
    }
}
