package io.redress.casefile.settlement;

import io.redress.casefile.money.Party;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * What somebody owes the mall of what it has paid for them.
 *
 * @param debtorKind a merchant or a third party
 * @param debtor who
 * @param merchant its id, where the register has the merchant that owes it; else null
 * @param amount in CNY
 * @param received what has come back of it so far
 * @param doubt why the rest can't be got, as whoever fetches it says; null as long as it can
 * @param finishedAt when all of it was back, or written off; null until then
 * @param writtenOffBy who gave up the rest; null where nobody did
 */
public record Recovery(
        long id,
        long complaintId,
        Long measureId,
        Party debtorKind,
        String debtor,
        String merchant,
        BigDecimal amount,
        BigDecimal received,
        String doubt,
        Instant begunAt,
        Instant finishedAt,
        String writtenOffBy,
        String writtenOffWhy) {

    /** What is still owed, in CNY. */
    public BigDecimal open() {
        return writtenOffBy == null ? amount.subtract(received) : BigDecimal.ZERO.setScale(2);
    }
}
