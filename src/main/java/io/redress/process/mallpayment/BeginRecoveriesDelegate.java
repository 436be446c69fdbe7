package io.redress.process.mallpayment;

import io.redress.casefile.settlement.Settlements;
import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The customer has the money: what others bear of it is owed from now on. */
@Component
class BeginRecoveriesDelegate implements JavaDelegate {

    private final Settlements settlements;
    private final Clock clock;

    BeginRecoveriesDelegate(Settlements settlements, Clock clock) {
        this.settlements = settlements;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        settlements.signed(
                MallPaymentProcess.CASE_ID.in(execution), MallPaymentProcess.MEASURE_ID.in(execution), clock.instant());
    }
}
