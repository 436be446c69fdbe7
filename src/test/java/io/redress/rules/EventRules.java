package io.redress.rules;

import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;

/** Timers ask the deadlines; messages are named noun.verb. */
final class EventRules implements Rule {

    private static final String NOUN_VERB = "[a-z]+(-[a-z]+)*\\.[a-z]+(-[a-z]+)*";

    @Override
    public void check(Diagram diagram, House house, Findings findings) {
        for (TimerEventDefinition timer : diagram.all(TimerEventDefinition.class)) {
            Stream.of(timer.getTimeDate(), timer.getTimeDuration(), timer.getTimeCycle())
                    .filter(time -> time != null)
                    .map(time -> time.getTextContent().strip())
                    .filter(time -> !Times.understood(time))
                    .forEach(time -> findings.add(timer, "the time %s %s", time, Times.EXPECTED));
        }
        for (Message message : diagram.all(Message.class)) {
            if (message.getName() == null || !message.getName().matches(NOUN_VERB)) {
                findings.add(message, "“%s” is not noun.verb", message.getName());
            }
        }
    }
}
