package io.redress.casefile.escalation;

import java.time.Instant;
import java.util.List;

/**
 * What came of passing a case up.
 *
 * @param level the group that must act; null when nobody must
 * @param answerBy when the next level is asked if this one is silent; null where nobody stands above it, or where it can't be
 *     computed
 * @param inWriting whether the owner owes the level a written report
 * @param owners the groups that have the case
 * @param emptyLevels the groups that should have acted or been told and have nobody in them
 * @param reason why; null when it is time
 * @param deadline the kind of the deadline, when it is time
 */
public record Passed(
        String level,
        Instant answerBy,
        boolean inWriting,
        List<String> owners,
        List<String> emptyLevels,
        String reason,
        String deadline) {

    static Passed toNobody(List<String> emptyLevels) {
        return new Passed(null, null, false, List.of(), emptyLevels, null, null);
    }

    Passed because(String why, String kind) {
        return new Passed(level, answerBy, inWriting, owners, emptyLevels, why, kind);
    }
}
