package io.redress.process.addition;

import io.redress.casefile.ArrivingNews;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the running case what has happened. */
@Component
class PassOnToTheCaseDelegate implements JavaDelegate {

    private final News news;
    private final ArrivingNews arriving;

    PassOnToTheCaseDelegate(News news, ArrivingNews arriving) {
        this.news = news;
        this.arriving = arriving;
    }

    @Override
    public void execute(DelegateExecution execution) {
        long id = AdditionProcess.CASE_ID.in(execution);
        news.take(id, AdditionProcess.ADDITION.in(execution), execution.getProcessInstanceId())
                .ifPresent(message -> {
                    boolean heard = !arriving.passOn(() -> execution
                                    .getProcessEngineServices()
                                    .getRuntimeService()
                                    .createMessageCorrelation(message)
                                    .processInstanceBusinessKey(execution.getProcessBusinessKey())
                                    .correlateAllWithResult())
                            .isEmpty();
                    if (!heard && !news.nobodyNeedHear(id)) {
                        throw new MismatchingMessageCorrelationException(message, "the case does not listen yet");
                    }
                });
    }
}
