package io.redress.casefile.insurance;

import io.redress.casefile.complaint.ClaimKind;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * What a case claims from an insurer; what has not happened yet is null. Money is in CNY.
 *
 * @param policy the number of the policy
 * @param reporter the group that speaks to the insurer
 * @param excess how much of it stays with the mall, by the policy as it was when the claim began
 * @param limit the most that the insurer pays for it, likewise
 * @param reportedAt when the insurer was told
 * @param number the insurer’s number of the claim
 * @param requirements what the insurer wants to see, a line each; null where it wants nothing
 * @param requirementsKnown whether it is known, or not waited for any more
 * @param opinion what the insurer thinks of it
 * @param consent to the sum that was agreed with the customer
 * @param claimed what was asked for
 * @param accepted what the insurer has agreed to pay, 0 where it refuses; at most what was asked for
 * @param payoutOver whether nothing more of it comes
 * @param shortfall what has not come, once that is reckoned
 * @param closing how it ended
 */
public record InsuranceClaim(
        long id,
        long complaintId,
        String policy,
        String reporter,
        ClaimKind kind,
        BigDecimal excess,
        BigDecimal limit,
        Instant begunAt,
        String reportedBy,
        Instant reportedAt,
        String number,
        String requirements,
        boolean requirementsKnown,
        Opinion opinion,
        Consent consent,
        BigDecimal claimed,
        String submittedBy,
        Instant submittedAt,
        BigDecimal accepted,
        Instant decidedAt,
        boolean payoutOver,
        Shortfall shortfall,
        Closing closing,
        Instant closedAt) {

    /** What an insurer thinks of a claim. */
    public enum Opinion {
        COVERED,
        NOT_COVERED,
        /** Nobody waits for it any more. */
        WAIVED
    }

    /** Whether an insurer has consented to a sum. */
    public enum Consent {
        GIVEN,
        NOT_ASKED,
        REFUSED
    }

    /** How a claim ends. */
    public enum Closing {
        /** What came, and what did not, is reckoned. */
        RECKONED,
        /** What was agreed is not above what stays with the mall anyway. */
        BELOW_EXCESS,
        /** The customer has got nothing. */
        NOTHING_PAID,
        /** Whoever judged the responsibility has given it up. */
        GIVEN_UP
    }

    /**
     * What the customer got and the insurer has not paid.
     *
     * @param excess the part of it that stays with the mall by the policy, without a decision
     * @param beyond the rest
     * @param bearer who bears the rest: {@code mall} or {@code merchant}; null until it is decided, or where there is none
     */
    public record Shortfall(BigDecimal excess, BigDecimal beyond, String bearer, String reason, String decidedBy) {

        /** Whether somebody is still to say who bears it. */
        public boolean undecided() {
            return beyond.signum() > 0 && bearer == null;
        }
    }

    /** Whether that much stays with the mall anyway. */
    boolean keeps(BigDecimal lost) {
        return lost.compareTo(excess) <= 0;
    }

    /** What is to be expected of the insurer for that much, in CNY. */
    BigDecimal expected(BigDecimal lost) {
        return lost.subtract(excess).max(BigDecimal.ZERO).min(limit);
    }

    /** Whether it still goes on. */
    public boolean open() {
        return closing == null;
    }

    /** Whether what is agreed now can still be claimed with it. */
    public boolean takesMore() {
        return open() && submittedAt == null;
    }

    /** Whether nobody asks the insurer for money any more. */
    public boolean givenUp() {
        return closing == Closing.GIVEN_UP;
    }

    /** This one, of which something is otherwise. */
    Change with() {
        return new Change(this);
    }

    /** A claim that is being changed. */
    static final class Change {

        private final InsuranceClaim before;
        private String reportedBy;
        private Instant reportedAt;
        private String number;
        private String requirements;
        private boolean requirementsKnown;
        private Opinion opinion;
        private Consent consent;
        private BigDecimal claimed;
        private String submittedBy;
        private Instant submittedAt;
        private BigDecimal accepted;
        private Instant decidedAt;
        private boolean payoutOver;
        private Shortfall shortfall;
        private Closing closing;
        private Instant closedAt;

        private Change(InsuranceClaim before) {
            this.before = before;
            this.reportedBy = before.reportedBy();
            this.reportedAt = before.reportedAt();
            this.number = before.number();
            this.requirements = before.requirements();
            this.requirementsKnown = before.requirementsKnown();
            this.opinion = before.opinion();
            this.consent = before.consent();
            this.claimed = before.claimed();
            this.submittedBy = before.submittedBy();
            this.submittedAt = before.submittedAt();
            this.accepted = before.accepted();
            this.decidedAt = before.decidedAt();
            this.payoutOver = before.payoutOver();
            this.shortfall = before.shortfall();
            this.closing = before.closing();
            this.closedAt = before.closedAt();
        }

        Change reported(String who, Instant at) {
            reportedBy = who;
            reportedAt = at;
            return this;
        }

        Change number(String said) {
            number = said;
            return this;
        }

        /** Whatever it wants is known by that; nothing said leaves it open. */
        Change requirements(String said) {
            requirements = said;
            requirementsKnown |= said != null;
            return this;
        }

        /** Whoever says what they think has said what they want. */
        Change opinion(Opinion said) {
            opinion = said;
            requirementsKnown |= said != null;
            return this;
        }

        Change consent(Consent said) {
            consent = said;
            return this;
        }

        Change submitted(BigDecimal amount, String who, Instant at) {
            claimed = amount;
            submittedBy = who;
            submittedAt = at;
            return this;
        }

        /** Who refuses it pays nothing more. */
        Change decided(BigDecimal amount, Instant at) {
            accepted = amount;
            decidedAt = at;
            payoutOver = amount.signum() == 0;
            return this;
        }

        Change payoutOver() {
            payoutOver = true;
            return this;
        }

        Change shortfall(Shortfall reckoned) {
            shortfall = reckoned;
            return this;
        }

        Change closing(Closing how) {
            closing = how;
            return this;
        }

        Change closed(Closing how, Instant at) {
            closing = how;
            closedAt = at;
            return this;
        }

        InsuranceClaim done() {
            return new InsuranceClaim(
                    before.id(),
                    before.complaintId(),
                    before.policy(),
                    before.reporter(),
                    before.kind(),
                    before.excess(),
                    before.limit(),
                    before.begunAt(),
                    reportedBy,
                    reportedAt,
                    number,
                    requirements,
                    requirementsKnown,
                    opinion,
                    consent,
                    claimed,
                    submittedBy,
                    submittedAt,
                    accepted,
                    decidedAt,
                    payoutOver,
                    shortfall,
                    closing,
                    closedAt);
        }
    }
}
