package io.redress.casefile.money;

import java.util.Optional;

/** Knows between whom a payment goes, where it is not from the house to the customer. */
public interface PaymentParties {

    /** From whom, to whom, and how. */
    record Parties(Party payer, Party payee, Means means) {}

    /** Empty where it knows nothing else. */
    Optional<Parties> of(Payment payment);
}
