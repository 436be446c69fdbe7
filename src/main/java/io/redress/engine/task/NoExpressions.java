package io.redress.engine.task;

import io.redress.engine.refusal.Refusal;
import io.redress.language.Sentences;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.Validator;
import org.camunda.bpm.engine.query.Query;

/**
 * A query for tasks that somebody sends, alone or on top of a stored list, holds no expression. The engine itself looks at the
 * outermost part of a query and passes over those that it joins by "or". It is a validator and no query of its own class: the
 * engine extends a stored list by its own class only.
 */
record NoExpressions(Sentences sentences) implements Validator<AbstractQuery<?, ?>> {

    @Override
    public void validate(AbstractQuery<?, ?> query) {
        check(query);
    }

    void check(Query<?, ?> query) {
        if (query instanceof TaskQueryImpl tasks
                && ListExpressions.in(tasks).findAny().isPresent()) {
            throw Refusal.inWords(new BadUserRequestException(sentences.say("gate.no-expressions")));
        }
    }
}
