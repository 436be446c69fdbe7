package io.redress.process.addition;

import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the running case what has happened. */
@Component
class PassOnToTheCaseDelegate implements JavaDelegate {

    private final News news;

    PassOnToTheCaseDelegate(News news) {
        this.news = news;
    }

    @Override
    public void execute(DelegateExecution execution) {
        long id = AdditionProcess.CASE_ID.in(execution);
        news.take(id, AdditionProcess.ADDITION.in(execution), execution.getProcessInstanceId())
                .ifPresent(message -> {
                    boolean heard = !execution
                            .getProcessEngineServices()
                            .getRuntimeService()
                            .createMessageCorrelation(message)
                            .processInstanceBusinessKey(execution.getProcessBusinessKey())
                            .correlateAllWithResult()
                            .isEmpty();
                    if (!heard && !news.nobodyNeedHear(id)) {
                        throw new MismatchingMessageCorrelationException(message, "the case does not listen yet");
                    }
                });
    }
}
