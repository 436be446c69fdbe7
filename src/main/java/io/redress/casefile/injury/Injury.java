package io.redress.casefile.injury;

import io.redress.casefile.complaint.ClaimKind;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * Who sees to somebody who is hurt, and what was concluded; nothing of what is hurt. What has not happened yet is null.
 *
 * @param kind whose matter it would be to pay
 * @param dutyManager the group that decides on company and advance
 * @param scene the group that secures the evidence
 * @param reporter the group that speaks to the insurer
 * @param concluder the group that concludes on liability
 * @param funds the group that provides emergency funds by day
 * @param advanceLimit up to which sum the duty manager's yes is enough, in CNY
 */
public record Injury(
        long complaintId,
        ClaimKind kind,
        String dutyManager,
        String scene,
        String reporter,
        String concluder,
        String funds,
        BigDecimal advanceLimit,
        Conclusion conclusion,
        String concludedBy,
        Instant concludedAt) {

    /** Who is liable. */
    public enum Conclusion {
        OURS,
        NOT_OURS,
        DISPUTED
    }
}
