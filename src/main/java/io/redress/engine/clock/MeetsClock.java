package io.redress.engine.clock;

import io.redress.clock.Clocks;
import io.redress.engine.variable.CaseVariables;
import java.time.Clock;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Lets a diagram say which clock a task meets when it is done: its extension property {@code meets}. */
@Component
public class MeetsClock extends AbstractBpmnParseListener {

    private static final String PROPERTY = "meets";

    private final ObjectProvider<Clocks> clocks;
    private final Clock clock;

    MeetsClock(ObjectProvider<Clocks> clocks, Clock clock) {
        this.clocks = clocks;
        this.clock = clock;
    }

    @Override
    public void parseUserTask(Element task, ScopeImpl scope, ActivityImpl activity) {
        property(task)
                .ifPresent(kind -> ((UserTaskActivityBehavior) activity.getActivityBehavior())
                        .getTaskDefinition()
                        .addTaskListener(
                                TaskListener.EVENTNAME_COMPLETE,
                                done -> clocks.getObject()
                                        .meet(
                                                CaseVariables.CASE_ID.in(done.getExecution()),
                                                kind,
                                                clock.instant(),
                                                who())));
    }

    private static String who() {
        String person = Context.getCommandContext().getAuthenticatedUserId();
        return person == null ? "redress" : person;
    }

    private static Optional<String> property(Element task) {
        return Optional.ofNullable(task.element("extensionElements"))
                .map(extensions -> extensions.element("properties"))
                .stream()
                .flatMap(properties -> properties.elements("property").stream())
                .filter(property -> PROPERTY.equals(property.attribute("name")))
                .map(property -> property.attribute("value"))
                .findFirst();
    }
}
