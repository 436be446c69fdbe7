package io.redress.casefile.paper;

import java.util.List;
import java.util.Map;

/** What one kind of paper says of a case; its words stand in the template of the same name. */
public interface PaperContent {

    PaperKind kind();

    /**
     * What the case has such papers about: an id of each measure, for example; {@code ""} where it is the case itself. Empty while
     * there is nothing to print.
     */
    List<String> subjects(long complaintId);

    /**
     * What the template can name: texts, and lists of such maps; an empty text or list skips its section. The case's number, its
     * site and what identifies the paper are there in any case.
     *
     * @param subject one of {@link #subjects}
     */
    Map<String, Object> facts(long complaintId, String subject);

    /**
     * Which row of the table of copies counts.
     *
     * @param route the process that handles the case; null while nobody knows
     */
    default String copiesAs(long complaintId, String subject, String route) {
        return route;
    }

    /** Who is meant by the holder {@code department}, a group; "" where none is. */
    default String department(long complaintId, String subject) {
        return "";
    }
}
