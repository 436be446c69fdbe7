package io.redress.engine.task;

import io.redress.engine.refusal.Refusal;
import io.redress.language.Sentences;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;

/**
 * A query for tasks that somebody sends, alone or on top of a stored list: with no expression in it. The engine itself looks
 * at the outermost part of a query and passes over those that it joins by "or".
 */
final class CallersTaskQuery extends TaskQueryImpl {

    private static final long serialVersionUID = 1L;

    private final transient Sentences sentences;

    CallersTaskQuery(CommandExecutor executor, Sentences sentences) {
        super(executor);
        this.sentences = sentences;
    }

    @Override
    public void validate() {
        if (ListExpressions.in(this).findAny().isPresent()) {
            throw Refusal.inWords(new BadUserRequestException(sentences.say("gate.no-expressions")));
        }
        super.validate();
    }
}
