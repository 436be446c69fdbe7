package io.redress.process.responsibility;

import io.redress.casefile.complaint.Complaints;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** A case that goes another route comes here with its own conclusion on liability. */
@Component
class LookForAConclusionDelegate implements JavaDelegate {

    private final Complaints complaints;

    LookForAConclusionDelegate(Complaints complaints) {
        this.complaints = complaints;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ResponsibilityProcess.LIABILITY_CONCLUDED.set(
                execution,
                !ResponsibilityProcess.KEY.equals(complaints
                        .find(ResponsibilityProcess.CASE_ID.in(execution))
                        .orElseThrow()
                        .route()));
    }
}
