package io.redress.process.followup;

/** When a customer is called back after a case was settled: a table that process owners edit. */
public interface FollowUpPolicy {

    /**
     * The days on which the customer is called.
     *
     * @param profile of the site
     * @param category what the complaint was classified as
     * @param satisfaction what the customer said when told the result; null when nothing was said
     */
    Window of(String profile, String category, String satisfaction);
}
