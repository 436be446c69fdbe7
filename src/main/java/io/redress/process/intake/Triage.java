package io.redress.process.intake;

import java.util.Optional;

/** How a complaint is judged as it comes in: a table that process owners edit. */
public interface Triage {

    /** The verdict; empty when nobody has classified the complaint, or no row fits it: somebody must classify it. */
    Optional<TriageResult> of(TriageFacts facts);
}
