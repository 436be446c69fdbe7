package io.redress.process.addition;

import io.redress.calendar.DeadlineUnit;
import io.redress.calendar.Target;
import java.time.OffsetDateTime;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Gives the case a further deadline: a deadline that an outside authority has set. */
@Component
class AddOutsideDeadlineDelegate implements JavaDelegate {

    private final OutsideDeadlines deadlines;

    AddOutsideDeadlineDelegate(OutsideDeadlines deadlines) {
        this.deadlines = deadlines;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Target target = new Target(
                AdditionProcess.DEADLINE_AMOUNT.in(execution),
                DeadlineUnit.named(AdditionProcess.DEADLINE_UNIT.in(execution)).orElseThrow());
        deadlines.add(
                AdditionProcess.CASE_ID.in(execution),
                AdditionProcess.DEADLINE_NAME.in(execution),
                target,
                OffsetDateTime.parse(AdditionProcess.DEADLINE_STARTS_AT.in(execution))
                        .toInstant());
    }
}
