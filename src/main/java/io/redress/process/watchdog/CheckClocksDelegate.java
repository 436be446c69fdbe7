package io.redress.process.watchdog;

import io.redress.engine.deadline.ClockWatch;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Looks for clocks that no timer holds and for timers that hold no clock. */
@Component
class CheckClocksDelegate implements JavaDelegate {

    private final ClockWatch watch;

    CheckClocksDelegate(ClockWatch watch) {
        this.watch = watch;
    }

    @Override
    public void execute(DelegateExecution execution) {
        watch.check();
    }
}
