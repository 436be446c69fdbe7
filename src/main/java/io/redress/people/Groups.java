package io.redress.people;

import io.redress.language.Language;
import io.redress.language.Sentences;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Every group of people, as the table {@code people/groups.yaml} and the installation's own table name them. */
public final class Groups {

    /** The engine's own name for those who may do everything. */
    public static final String ADMINISTRATORS = "camunda-admin";

    /** Everybody who logs in for a merchant, beside the group of that merchant. */
    public static final String MERCHANTS = "merchant";

    private static final Set<String> FIELDS = Set.of("en", "zh", "kind", "head", "demo");

    private final Map<String, Group> groups;

    private Groups(Map<String, Group> groups) {
        this.groups = groups;
    }

    /**
     * Reads the tables; a later one changes single fields of earlier ones or adds groups.
     *
     * @throws StartRefused when a table is broken, naming the group and the fault
     */
    public static Groups read(Sentences sentences, Resource... tables) {
        Map<String, Map<String, String>> rows = new LinkedHashMap<>();
        for (Resource table : tables) {
            load(sentences, table)
                    .forEach((id, fields) -> rows.computeIfAbsent(id, none -> new LinkedHashMap<>())
                            .putAll(fields));
        }
        Map<String, Group> groups = new LinkedHashMap<>();
        rows.forEach((id, fields) -> groups.put(id, group(sentences, id, fields)));
        groups.values().forEach(group -> checkHead(sentences, groups, group));
        return new Groups(groups);
    }

    /** In the order of the tables. */
    public List<Group> all() {
        return List.copyOf(groups.values());
    }

    public Optional<Group> find(String id) {
        return Optional.ofNullable(groups.get(id));
    }

    /** The same, or for the group of one merchant what all merchants have in common. */
    public Optional<Group> like(String id) {
        return find(id).or(() -> id.startsWith(MERCHANTS + "-") ? find(MERCHANTS) : Optional.empty());
    }

    private static Map<String, Map<String, String>> load(Sentences sentences, Resource table) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try (InputStream in = table.getInputStream()) {
            Object content = new Yaml(new SafeConstructor(options)).load(in);
            if (!(content instanceof Map<?, ?> rows)) {
                throw broken(sentences, "unreadable", table.getDescription(), "");
            }
            Map<String, Map<String, String>> read = new LinkedHashMap<>();
            rows.forEach((id, row) -> {
                if (!(row instanceof Map<?, ?> fields)) {
                    throw broken(sentences, "unreadable", table.getDescription(), id);
                }
                read.put(
                        String.valueOf(id),
                        fields.entrySet().stream()
                                .collect(Collectors.toMap(
                                        field -> String.valueOf(field.getKey()),
                                        field -> Objects.toString(field.getValue(), ""))));
            });
            return read;
        } catch (IOException | YAMLException e) {
            throw broken(sentences, "unreadable", table.getDescription(), e.getMessage());
        }
    }

    private static Group group(Sentences sentences, String id, Map<String, String> fields) {
        if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw broken(sentences, "badId", id);
        }
        fields.keySet().stream()
                .filter(field -> !FIELDS.contains(field))
                .findFirst()
                .ifPresent(field -> {
                    throw broken(sentences, "unknownField", id, field);
                });
        Map<Language, String> names = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            String name = fields.get(language.code());
            if (name == null || name.isBlank()) {
                throw broken(sentences, "noName", id, language.code());
            }
            names.put(language, name);
        }
        String kind = fields.getOrDefault("kind", "working");
        return new Group(
                id,
                Map.copyOf(names),
                Stream.of(Group.Kind.values())
                        .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(kind))
                        .findFirst()
                        .orElseThrow(() -> broken(sentences, "unknownKind", id, kind)),
                Optional.ofNullable(fields.get("head")),
                Optional.ofNullable(fields.get("demo")));
    }

    private static void checkHead(Sentences sentences, Map<String, Group> groups, Group group) {
        Set<String> climbed = new HashSet<>();
        Group level = group;
        while (level.head().isPresent()) {
            String head = level.head().get();
            if (!groups.containsKey(head)) {
                throw broken(sentences, "unknownHead", level.id(), head);
            }
            if (!climbed.add(level.id())) {
                throw broken(sentences, "circle", group.id());
            }
            level = groups.get(head);
        }
    }

    private static StartRefused broken(Sentences sentences, String fault, Object... arguments) {
        return new StartRefused(
                sentences.say("people.table." + fault, arguments), sentences.say("people.table.action"));
    }
}
