package io.redress.casefile.settlement;

import io.redress.casefile.money.Party;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;

/**
 * What was offered to a customer, and what they said.
 *
 * @param agreed whether they agreed
 * @param merchant the merchant of the register that is concerned, and pays where a merchant does; null where none is
 * @param measureId the measure that pays it; null where they did not agree
 * @param amount in CNY
 * @param attendees who was there
 * @param facts what happened and why it is paid
 * @param payee null where they did not agree
 * @param cashReason why it is paid in cash although it is above the limit; null where it is not
 * @param papersNeeded what the customer brings, a line each; null where nothing
 * @param debtorKind whether it is the merchant that is concerned, or a third party, who bears a share; null where nobody does
 * @param recoverFrom who bears a share of it; null where nobody
 * @param recoverable the share, in CNY; null where nobody bears any
 * @param agreedBy who spoke with the customer
 * @param offeredBy who asks for the money: somebody else, where the mall pays in the place of a merchant
 */
public record Settlement(
        long id,
        long complaintId,
        boolean agreed,
        String route,
        Payer payer,
        String merchant,
        Long measureId,
        BigDecimal amount,
        String attendees,
        String facts,
        Payee payee,
        String cashReason,
        String papersNeeded,
        Party debtorKind,
        String recoverFrom,
        BigDecimal recoverable,
        String agreedBy,
        String offeredBy,
        Instant offeredAt) {

    /** The routes on which an insurer takes part. */
    private static final Set<String> INSURED = Set.of("A", "C");

    /** Whether an insurer is to pay it back. */
    public boolean insured() {
        return INSURED.contains(route);
    }

    /** By which row of the table of copies its papers are printed. */
    public String copiesAs() {
        return insured() ? route : payer == Payer.MERCHANT ? "B" : "D";
    }

    /** Whether finance or the merchant pays into an account. */
    public boolean transfer() {
        return payee != null && payee.account() != null;
    }
}
