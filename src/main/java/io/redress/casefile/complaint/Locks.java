package io.redress.casefile.complaint;

import java.util.HashSet;
import java.util.Set;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The cases that the transaction has locked; they are forgotten with it. */
final class Locks implements TransactionSynchronization {

    private final Set<Long> held = new HashSet<>();

    private Locks() {}

    /** To be added to. Outside a transaction nothing is held: a lock would end with its own statement. */
    static Set<Long> held() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return new HashSet<>();
        }
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Locks.class::isInstance)
                .map(Locks.class::cast)
                .findAny()
                .orElseGet(Locks::begun)
                .held;
    }

    private static Locks begun() {
        Locks locks = new Locks();
        TransactionSynchronizationManager.registerSynchronization(locks);
        return locks;
    }
}
