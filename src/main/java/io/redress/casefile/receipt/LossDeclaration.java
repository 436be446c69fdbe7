package io.redress.casefile.receipt;

import io.redress.casefile.identity.IdentityDocument;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What a customer has declared lost (004 part 1).
 *
 * @param complaintId the case that handles it now: a later visit takes it over
 * @param signedOn the latest of the three signing dates, from which the hold counts; null until then
 * @param held whether its hold is over
 */
public record LossDeclaration(
        long id,
        long complaintId,
        Loss loss,
        Holder holder,
        Agent agent,
        State state,
        Instant declaredAt,
        String declaredBy,
        LocalDate signedOn,
        boolean held) {

    /**
     * The papers.
     *
     * @param receiptNumber null where no receipt was lost, and so for the invoice
     * @param amount in CNY, above 0, at most two decimals
     * @param names of all buyers that stand on it
     * @param consultant the login of whoever brings the customer
     */
    public record Loss(
            LostPaper lost,
            String receiptNumber,
            String invoiceNumber,
            BigDecimal amount,
            LocalDate issuedOn,
            String names,
            String circumstances,
            String consultant) {}

    /**
     * Whose papers they are, or one of them.
     *
     * @param formerName by which the paper has been made out, shown by a certificate; may be null
     * @param representative who comes for a company; else null
     */
    public record Holder(String name, String formerName, IdentityDocument document, String representative) {}

    /** Who comes in place of the holder. */
    public record Agent(String name, IdentityDocument document) {}

    /** How far it has come. */
    public enum State {
        /** Written down, not in force. */
        DECLARED,
        /** Signed and found in the books; the hold runs. */
        ON_HOLD,
        /** The hold is over; the customer may come. */
        OVER,
        /** Copies were handed over. */
        COPIED,
        REFUNDED,
        /** Nobody came; a later visit is a new case that takes it over. */
        ON_FILE,
        /** The paper was found again, or the customer does not want it any more. */
        CANCELLED,
        /** It is in no book. */
        REFUSED,
        /** Somebody else has presented the paper; legal decides whose it is. */
        STOPPED,
        /** Legal has decided that it is not the customer's. */
        REJECTED;

        /** Whether its case still goes on with it. */
        public boolean going() {
            return this == DECLARED || this == ON_HOLD || this == OVER;
        }

        /** Whether its papers may be declared by anybody again. */
        boolean frees() {
            return this == CANCELLED || this == REFUSED;
        }

        /** Whether it still matters whose its paper is. */
        boolean disputable() {
            return going() || taken() || this == REFUNDED;
        }

        /** Whether a further visit goes on with it. */
        boolean taken() {
            return this == ON_FILE || this == COPIED;
        }
    }
}
