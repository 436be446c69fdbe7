package io.redress.process.watchdog;

import io.redress.casefile.health.HealthErasure;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Nothing of anybody's injury is kept longer than it may be. */
@Component
class EraseOldInjuryDataDelegate implements JavaDelegate {

    private final HealthErasure erasure;

    EraseOldInjuryDataDelegate(HealthErasure erasure) {
        this.erasure = erasure;
    }

    @Override
    public void execute(DelegateExecution execution) {
        erasure.erase();
    }
}
