package io.redress.casefile.money;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * Money for a customer, as the ledger has it; what has not happened yet is null.
 *
 * @param offer what was asked for; its amount has two decimals
 * @param refusal why it was refused, or came to nothing
 * @param proof what shows that it was paid
 * @param recoveryProof what shows that it came back
 */
public record Payment(
        long id,
        Offer offer,
        State state,
        Instant requestedAt,
        String approvedBy,
        Instant approvedAt,
        String refusedBy,
        Instant refusedAt,
        String refusal,
        String paidBy,
        Instant paidAt,
        String proof,
        String recoveredBy,
        Instant recoveredAt,
        String recoveryProof) {

    /** What the customer gets it as. */
    public enum Kind {
        REFUND,
        VOUCHER,
        CASH,
        /** Under a settlement, against signatures. */
        SETTLEMENT,
        /** The same, of a merchant's own money: nobody of ours approves it, and no limit looks at it. */
        MERCHANT_SETTLEMENT,
        /** The same, advanced by a merchant on our behalf: its own money until it is paid back. */
        MERCHANT_ADVANCE,
        /** At once, so that somebody who is hurt is treated: whoever grants it approves it by that, up to their limit. */
        TREATMENT_ADVANCE;

        /** Whether the customer signs a settlement for it. */
        public boolean settlement() {
            return this == SETTLEMENT || !ours();
        }

        /** How it moves, where nothing else is agreed. */
        Means means() {
            return switch (this) {
                case REFUND -> Means.REFUND;
                case VOUCHER -> Means.VOUCHER;
                case CASH, SETTLEMENT, MERCHANT_SETTLEMENT, MERCHANT_ADVANCE, TREATMENT_ADVANCE -> Means.CASH;
            };
        }

        /** Whether it hangs on what is agreed with the customer. */
        public boolean agreed() {
            return this != TREATMENT_ADVANCE;
        }

        /** Whether it is our money. */
        public boolean ours() {
            return this != MERCHANT_SETTLEMENT && this != MERCHANT_ADVANCE;
        }
    }

    /** How far it has come: offered, approved, paid, and perhaps recovered, as a further line of the ledger says; or refused. */
    public enum State {
        OFFERED,
        APPROVED,
        REFUSED,
        PAID,
        RECOVERED;

        /** Whether it stands: it has not come to nothing. */
        boolean counts() {
            return this == OFFERED || this == APPROVED || this == PAID;
        }
    }

    /** Whether it is asked for, approved or paid, and has not come to nothing. */
    public boolean stands() {
        return state.counts();
    }

    BigDecimal amount() {
        return offer.amount();
    }
}
