package io.redress.casefile.paper;

import java.util.List;

/** Who gets a copy of a paper. */
public interface PaperCopies {

    /** Holders who are no group: the dossier, the department that the paper is about, the level above, the customer. */
    List<String> ROLES = List.of("case-file", "department", "level-above", "customer");

    /**
     * One holder for each copy, in their order: one of {@link #ROLES}, or a group.
     *
     * @param route the process that handles the case; null while nobody knows
     */
    List<String> holders(String paper, String route);
}
