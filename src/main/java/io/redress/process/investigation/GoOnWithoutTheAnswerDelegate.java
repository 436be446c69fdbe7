package io.redress.process.investigation;

import io.redress.casefile.deadline.Deadlines;
import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The customer was asked and has not answered in time; the case goes on with what is known. */
@Component
class GoOnWithoutTheAnswerDelegate implements JavaDelegate {

    private final Deadlines deadlines;
    private final Clock clock;

    GoOnWithoutTheAnswerDelegate(Deadlines deadlines, Clock clock) {
        this.deadlines = deadlines;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        deadlines.lapse(InvestigationProcess.CASE_ID.in(execution), "CUSTOMER_INPUT", clock.instant(), "redress");
    }
}
