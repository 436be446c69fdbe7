package io.redress.escalation;

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
 */
public record Passed(String rung, Instant answerBy, boolean inWriting, List<String> owners, List<String> emptyRungs) {

    static Passed toNobody(List<String> emptyRungs) {
        return new Passed(null, null, false, List.of(), emptyRungs);
    }
}
