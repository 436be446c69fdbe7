package io.redress.casefile.injury;

import java.math.BigDecimal;

/** Who plays which part when a customer is hurt: a table that process owners edit. */
public interface InjuryRoles {

    /**
     * The groups, each by its id.
     *
     * @param dutyManager decides on company and advance
     * @param scene secures the evidence
     * @param reporter speaks to the insurer
     * @param concluder concludes on liability
     * @param funds provides emergency funds by day
     * @param advanceLimit up to which sum the duty manager's yes is enough, in CNY
     */
    record Roles(
            String dutyManager,
            String scene,
            String reporter,
            String concluder,
            String funds,
            BigDecimal advanceLimit) {}

    /**
     * @param profile of the site
     * @param place {@code premises} or {@code goods-at-home}
     */
    Roles of(String profile, String place);
}
