package io.redress.process.archiving;

import io.redress.casefile.escalation.Escalation;
import io.redress.casefile.insurance.InsuranceClaims;
import io.redress.casefile.part.Parts;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Looks whether there is still something to wait for, before it is waited for. */
@Component
class CheckPartsDelegate implements JavaDelegate {

    private final InsuranceClaims claims;
    private final Parts parts;
    private final Escalation escalation;

    CheckPartsDelegate(InsuranceClaims claims, Parts parts, Escalation escalation) {
        this.claims = claims;
        this.parts = parts;
        this.escalation = escalation;
    }

    @Override
    public void execute(DelegateExecution execution) {
        long id = ArchivingProcess.CASE_ID.in(execution);
        claims.customersPartOver(id);
        // The parts first: that locks the case.
        ArchivingProcess.PARTS_OPEN.set(execution, !parts.open(id).isEmpty() || escalation.goesOn(id));
    }
}
