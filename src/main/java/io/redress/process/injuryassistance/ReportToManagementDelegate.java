package io.redress.process.injuryassistance;

import io.redress.casefile.injury.Injuries;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Those above hear that we help. */
@Component
class ReportToManagementDelegate implements JavaDelegate {

    private final Injuries injuries;

    ReportToManagementDelegate(Injuries injuries) {
        this.injuries = injuries;
    }

    @Override
    public void execute(DelegateExecution execution) {
        injuries.reportToManagement(AssistanceProcess.CASE_ID.in(execution));
    }
}
