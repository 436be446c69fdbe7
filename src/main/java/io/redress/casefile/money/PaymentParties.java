package io.redress.casefile.money;

import java.util.Optional;

/** Knows what stands behind a payment, where it is not simply from the house to the customer. */
public interface PaymentParties {

    /**
     * From whom, to whom, and how.
     *
     * @param agreedBy who agreed it with the customer, and so neither approves nor pays it
     * @param property whether it was judged to be the property side's; empty where nobody has judged
     */
    record Parties(Party payer, Party payee, Means means, String agreedBy, Optional<Boolean> property) {}

    /** Empty where it knows nothing else. */
    Optional<Parties> of(Payment payment);
}
