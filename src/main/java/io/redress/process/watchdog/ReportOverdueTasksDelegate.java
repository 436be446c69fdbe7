package io.redress.process.watchdog;

import io.redress.engine.deadline.OverdueTaskWatch;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Whoever stands above a group hears which of its tasks are overdue that have no deadline of their own. */
@Component
class ReportOverdueTasksDelegate implements JavaDelegate {

    private final OverdueTaskWatch watch;

    ReportOverdueTasksDelegate(OverdueTaskWatch watch) {
        this.watch = watch;
    }

    @Override
    public void execute(DelegateExecution execution) {
        watch.check();
    }
}
