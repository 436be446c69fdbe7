package io.redress.process.archiving;

import io.redress.casefile.escalation.Escalation;
import io.redress.casefile.insurance.InsuranceClaims;
import io.redress.casefile.part.Part;
import io.redress.casefile.part.Parts;
import java.util.List;
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
        // The parts first: that locks the case.
        List<Part> open = parts.open(id);
        if (open.stream().anyMatch(part -> part.process().equals(InsuranceClaims.PART))) {
            claims.customersPartOver(id);
        }
        ArchivingProcess.PARTS_OPEN.set(execution, !open.isEmpty() || escalation.goesOn(id));
    }
}
