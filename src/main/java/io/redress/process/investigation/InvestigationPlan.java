package io.redress.process.investigation;

import java.util.List;

/** Which departments investigate a complaint: a table that process owners edit. */
public interface InvestigationPlan {

    /**
     * The departments asked, each once and at least one.
     *
     * @param category what the complaint was classified as
     * @param profile of the site
     */
    List<Asked> of(String category, String profile);
}
