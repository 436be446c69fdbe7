package io.redress.process.injury;

import io.redress.casefile.escalation.Escalation;
import io.redress.casefile.injury.Injuries;
import io.redress.casefile.injury.Injury;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Those who see to somebody who is hurt hear of it at once, and where nobody is in a group, who stands above it. */
@Component
class NotifyDepartmentsDelegate implements JavaDelegate {

    private static final String EMPTY_LEVEL = "empty-level";

    private final Injuries injuries;
    private final Escalation escalation;

    NotifyDepartmentsDelegate(Injuries injuries, Escalation escalation) {
        this.injuries = injuries;
        this.escalation = escalation;
    }

    @Override
    public void execute(DelegateExecution execution) {
        long id = InjuryProcess.CASE_ID.in(execution);
        List<String> passedOver = injuries.notifyDepartments(id);
        Injury injury = injuries.of(id);
        InjuryProcess.DUTY_MANAGER.set(execution, injury.dutyManager());
        InjuryProcess.SCENE_GROUP.set(execution, injury.scene());
        InjuryProcess.CONCLUDER.set(execution, injury.concluder());
        InjuryProcess.INJURY_PLACE.set(execution, injuries.place(id));
        passedOver.forEach(group -> execution.createIncident(EMPTY_LEVEL, group, escalation.emptyLevel(group)));
    }
}
