package io.redress.engine.route;

import io.redress.engine.variable.RouteVariables;
import io.redress.engine.variable.StepProperties;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/** Hands on how a {@link Route} ended: what the end that a case has come to says of it. */
@Component
public class RouteEnds extends AbstractBpmnParseListener {

    /** Under which a definition has its contract at hand. */
    private static final String ROUTE = "route";

    @Override
    public void parseProcess(Element process, ProcessDefinitionEntity definition) {
        Route.of(name -> StepProperties.of(process, name)).ifPresent(route -> {
            definition.setProperty(ROUTE, route);
            ends(process, definition, route);
            process.elements("subProcess").stream()
                    .filter(inner -> "true".equals(inner.attribute("triggeredByEvent")))
                    .forEach(event -> ends(event, definition, route));
        });
    }

    /** Empty for a process that triage can't name. */
    static Optional<Route> of(ProcessDefinitionEntity definition) {
        return Optional.ofNullable((Route) definition.getProperty(ROUTE));
    }

    /** The ends of the process itself: its own, and those of an event that ends it. */
    private static void ends(Element scope, ProcessDefinitionEntity definition, Route route) {
        scope.elements("endEvent")
                .forEach(end -> StepProperties.of(end, Route.OUTCOME)
                        .ifPresent(outcome -> definition
                                .findActivity(end.attribute("id"))
                                .addListener(ExecutionListener.EVENTNAME_START, reached(outcome, route))));
    }

    private static ExecutionListener reached(String outcome, Route route) {
        return execution -> {
            RouteVariables.OUTCOME.set(execution, outcome);
            RouteVariables.SETTLED.set(execution, route.settled().contains(outcome));
        };
    }
}
