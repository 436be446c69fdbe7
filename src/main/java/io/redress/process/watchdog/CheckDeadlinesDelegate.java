package io.redress.process.watchdog;

import io.redress.engine.deadline.DeadlineWatch;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Looks for deadlines that no timer holds and for timers that hold no deadline. */
@Component
class CheckDeadlinesDelegate implements JavaDelegate {

    private final DeadlineWatch watch;

    CheckDeadlinesDelegate(DeadlineWatch watch) {
        this.watch = watch;
    }

    @Override
    public void execute(DelegateExecution execution) {
        watch.check();
    }
}
