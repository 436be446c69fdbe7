package io.redress.casefile.settlement;

import io.redress.casefile.complaint.ClaimKind;
import java.time.Instant;

/**
 * Whether a claim is the mall's to answer for; what nobody has judged yet is null.
 *
 * @param ours whether it is within the liability of the mall
 * @param covered whether a policy of the mall covers it; asked only of what is ours
 * @param policy the number of the policy that covers it; null where none does
 * @param goodwill whether the mall pays although it need not; asked only of what is neither ours nor a merchant's
 * @param merchant the id of the merchant that is concerned; null where none is, or none that the register has
 * @param unlistedMerchant its name where the register does not have it; null where it does
 * @param reason with the evidence, in writing
 * @param sentBack how often the facts were sent back
 * @param sentOver how often it was found to be of the other kind
 */
public record Responsibility(
        long complaintId,
        ClaimKind kind,
        Boolean ours,
        Boolean covered,
        String policy,
        Boolean goodwill,
        String merchant,
        String unlistedMerchant,
        String reason,
        int sentBack,
        int sentOver,
        String decidedBy,
        Instant decidedAt) {

    private static final int SENT_BACK_AT_MOST = 2;
    private static final int SENT_OVER_AT_MOST = 1;

    private static final String LAST = "general-manager";

    /** Who judges it: once it was sent about too often, nobody sends it about any more. */
    String decider() {
        return lastWord() ? LAST : kind.decider();
    }

    /** Whether the general manager has the last word now. */
    boolean lastWord() {
        return sentBack > SENT_BACK_AT_MOST || sentOver > SENT_OVER_AT_MOST;
    }
}
