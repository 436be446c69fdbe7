package io.redress.process.intake;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The case is about the same as an earlier one and ends in it, if that one is still open; both histories are kept. */
@Component
class JoinComplaintsDelegate implements JavaDelegate {

    private final ComplaintIntake intake;

    JoinComplaintsDelegate(ComplaintIntake intake) {
        this.intake = intake;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean joined = intake.join(IntakeProcess.CASE_ID.in(execution), IntakeProcess.EARLIER_ID.in(execution));
        if (joined) {
            IntakeProcess.TAKEN_FOR.set(execution, "joined");
        }
    }
}
