package io.redress.people;

import io.redress.language.Language;
import java.util.Map;
import java.util.Optional;

/**
 * A group of people who have the same job. Diagrams name it by its id; people see its name.
 *
 * @param head the group that is asked when this one does not act: its head or its ladder's next level; empty at the top
 * @param demoPerson who plays the group in demo mode, a Chinese name in every language
 */
public record Group(
        String id, Map<Language, String> names, Kind kind, Optional<String> head, Optional<String> demoPerson) {

    /** What a group is there for. */
    public enum Kind {
        /** Has tasks in Tasklist. */
        WORKING,
        /** Edits and deploys diagrams, forms and decision tables. */
        OWNER,
        /** Other systems that post complaints; nobody logs in to Tasklist. */
        API,
        /** May do everything. */
        ADMIN
    }

    public String name(Language language) {
        return names.get(language);
    }

    public boolean usesTasklist() {
        return kind == Kind.WORKING || kind == Kind.ADMIN;
    }
}
