package io.redress.process.intake;

import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** What came of the route decides where the feedback begins: at the bottom of the ladder, or where the customer already stands. */
@Component
class RecordResultDelegate implements JavaDelegate {

    private static final Set<String> SETTLED = Set.of("done", "finding-accepted");

    private final Course course;

    RecordResultDelegate(Course course) {
        this.course = course;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean settled = SETTLED.contains(IntakeProcess.OUTCOME.find(execution).orElse(""));
        IntakeProcess.RUNG.set(execution, settled ? "A" : "C");
        IntakeProcess.PLAN_AGREED.set(execution, false);
        // A correction may have brought a contact.
        IntakeProcess.REACHABLE.set(execution, course.reachable(IntakeProcess.CASE_ID.in(execution)));
        course.result(IntakeProcess.CASE_ID.in(execution), settled);
    }
}
