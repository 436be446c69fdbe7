package io.redress.casefile.insurance;

import java.time.Instant;

/**
 * An insurer, as a claim speaks to it. What it answers is typed into the step that waits for it; a machine would fill in the same form, by
 * {@link InsuranceClaims#answered}, {@link InsuranceClaims#decided} and {@link InsuranceClaims#paidOut}, which take the answer of one step
 * once.
 *
 * <p>What is said here is said within the transaction of a step that may be done again: an implementation that speaks to a machine writes it down
 * and sends it in a job of its own, with the claim’s id and the kind of letter as its key.
 */
public interface Insurer {

    /** What an insurer is written. */
    enum Letter {
        /** That it has happened. */
        REPORT,
        /** That its opinion is waited for. */
        REMINDER,
        /** That nothing is claimed. */
        WITHDRAWAL
    }

    /** Whether it can be written to by itself; else somebody tells it. */
    boolean reachable(InsurancePolicy policy);

    /**
     * Writes to the insurer.
     *
     * @param policy of the claim
     * @param address where to, for a report that somebody has addressed otherwise; null for that of the policy
     * @param text what somebody has written; null for the packaged words
     */
    void write(InsuranceClaim claim, InsurancePolicy policy, Letter letter, String address, String text, Instant now);
}
