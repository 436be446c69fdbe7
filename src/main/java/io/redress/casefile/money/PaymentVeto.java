package io.redress.casefile.money;

import java.util.Optional;

/** What keeps approved money from being paid, for as long as it does. */
public interface PaymentVeto {

    /** @return why nothing of the case is paid now, in a sentence for whoever pays; empty where nothing speaks against it */
    Optional<String> veto(long complaintId);
}
