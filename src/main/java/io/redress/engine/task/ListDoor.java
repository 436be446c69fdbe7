package io.redress.engine.task;

import io.redress.engine.refusal.Refusal;
import io.redress.language.Sentences;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.FilterServiceImpl;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.persistence.entity.FilterEntity;
import org.camunda.bpm.engine.query.Query;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;

/**
 * Tasklist's lists hold no expressions but those of {@link ListExpressions}: neither when they are stored, nor when a
 * list is shown that was stored before there was such a rule.
 */
public final class ListDoor extends FilterServiceImpl {

    private final Sentences sentences;

    public ListDoor(Sentences sentences) {
        this.sentences = sentences;
    }

    @Override
    public Filter saveFilter(Filter filter) {
        check(filter);
        return super.saveFilter(filter);
    }

    @Override
    public <T> List<T> list(String filter) {
        return checked(filter, () -> super.<T>list(filter));
    }

    @Override
    public <T, Q extends Query<?, T>> List<T> list(String filter, Q extending) {
        return checked(filter, extending, () -> super.<T, Q>list(filter, extending));
    }

    @Override
    public <T> List<T> listPage(String filter, int first, int size) {
        return checked(filter, () -> super.<T>listPage(filter, first, size));
    }

    @Override
    public <T, Q extends Query<?, T>> List<T> listPage(String filter, Q extending, int first, int size) {
        return checked(filter, extending, () -> super.<T, Q>listPage(filter, extending, first, size));
    }

    @Override
    public <T> T singleResult(String filter) {
        return inItsWords(() -> checked(filter, () -> super.<T>singleResult(filter)));
    }

    @Override
    public <T, Q extends Query<?, T>> T singleResult(String filter, Q extending) {
        return inItsWords(() -> checked(filter, extending, () -> super.<T, Q>singleResult(filter, extending)));
    }

    @Override
    public Long count(String filter) {
        return checked(filter, () -> super.count(filter));
    }

    @Override
    public Long count(String filter, Query<?, ?> extending) {
        return checked(filter, extending, () -> super.count(filter, extending));
    }

    private <T> T checked(String id, Query<?, ?> extending, Supplier<T> act) {
        new NoExpressions(sentences).check(extending);
        return checked(id, act);
    }

    /** Asked for one task, REST puts a sentence of its own in the place of every exception but its own. */
    private static <T> T inItsWords(Supplier<T> act) {
        try {
            return act.get();
        } catch (BadUserRequestException e) {
            throw new InvalidRequestException(Response.Status.BAD_REQUEST, e, e.getMessage());
        }
    }

    /** In one command, so that the list is read once. */
    private <T> T checked(String id, Supplier<T> act) {
        return commandExecutor.execute(context -> {
            FilterEntity filter = id == null ? null : context.getFilterManager().findFilterById(id);
            if (filter != null) {
                check(filter);
            }
            return act.get();
        });
    }

    private void check(Filter filter) {
        if (filter != null
                && filter.getQuery() instanceof TaskQueryImpl query
                && !ListExpressions.in(query).allMatch(ListExpressions::allows)) {
            throw Refusal.inWords(new BadUserRequestException(sentences.say("gate.list-expression", filter.getName())));
        }
    }
}
