package io.redress.casefile.escalation;

import java.time.Instant;
import java.util.List;

/**
 * What came of passing a case up.
 *
 * @param rung the group that must act; null when nobody must
 * @param answerBy when the next rung is asked if this one is silent; null where nobody stands above it, or where it can't be
 *     computed
 * @param inWriting whether the owner owes the rung a written report
 * @param owners the groups that have the case
 * @param emptyRungs the groups that should have acted or been told and have nobody in them
 * @param reason why; null when it is time
 * @param clock the kind of the clock, when it is time
 */
public record Passed(
        String rung,
        Instant answerBy,
        boolean inWriting,
        List<String> owners,
        List<String> emptyRungs,
        String reason,
        String clock) {

    static Passed toNobody(List<String> emptyRungs) {
        return new Passed(null, null, false, List.of(), emptyRungs, null, null);
    }

    Passed because(String why, String kind) {
        return new Passed(rung, answerBy, inWriting, owners, emptyRungs, why, kind);
    }
}
