package io.redress.casefile.settlement;

import io.redress.casefile.complaint.ClaimKind;
import java.util.List;

/** By which of the four routes a claim against the mall goes: a table that process owners edit. */
public interface LiabilityRoutes {

    /** The names of the routes: merchant or environment, ours to answer for or not (source 000, the chart). */
    List<String> ROUTES = List.of("A", "B", "C", "D");

    /** Where a route leads.
     *
     * @param name one of {@link #ROUTES}
     * @param payer whose money it is
     * @param settler the group that agrees the sum with the customer
     */
    record LiabilityRoute(String name, Payer payer, String settler) {

        /** Whether an insurer takes part. */
        boolean insured() {
            return name.equals("A") || name.equals("C");
        }
    }

    /**
     * @param ours whether it is within the liability of the mall
     * @param covered whether a policy of the mall covers it
     */
    LiabilityRoute of(ClaimKind kind, boolean ours, boolean covered);
}
