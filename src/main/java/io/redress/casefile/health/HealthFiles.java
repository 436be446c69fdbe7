package io.redress.casefile.health;

/** What a feature keeps of the health data of a case beside its forms, such as files. */
public interface HealthFiles {

    /** Forgets it, in the transaction of the caller, who has locked the case. */
    void erase(long complaintId);
}
