package io.redress.engine.variable;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;

/**
 * The case that a course works on: the one whose number it began with, and all that called it, too. A case id that a diagram
 * has put in the place of its own is none.
 */
public final class OwnCase {

    private static final int REMEMBERED = 1000;

    private final LongFunction<Optional<String>> numberOf;

    /** A case keeps its number for ever, and a course its business key. */
    private final Map<Long, String> numbers = lastUsed();

    private final Map<String, String> outermost = lastUsed();

    /** @param numberOf finds the number of a case by its id */
    public OwnCase(LongFunction<Optional<String>> numberOf) {
        this.numberOf = numberOf;
    }

    /** Empty where the course has no case, or another's. */
    public Optional<Long> find(ExecutionEntity execution) {
        return CaseVariables.CASE_ID.find(execution).filter(id -> isOwn(execution, id));
    }

    private boolean isOwn(ExecutionEntity execution, long id) {
        String number = remembered(numbers, id, numberOf::apply).orElse(null);
        return number != null
                && number.equals(execution.getProcessBusinessKey())
                && number.equals(outermostKey(execution));
    }

    private String outermostKey(ExecutionEntity execution) {
        String outer = execution.getRootProcessInstanceId();
        return outer == null || outer.equals(execution.getProcessInstanceId())
                ? execution.getProcessBusinessKey()
                : remembered(
                                outermost,
                                outer,
                                course -> Optional.ofNullable(Context.getCommandContext()
                                                .getExecutionManager()
                                                .findExecutionById(course))
                                        .map(ExecutionEntity::getBusinessKey))
                        .orElse(null);
    }

    private static <K> Optional<String> remembered(Map<K, String> known, K key, Function<K, Optional<String>> find) {
        synchronized (known) {
            if (known.containsKey(key)) {
                return Optional.of(known.get(key));
            }
        }
        Optional<String> found = find.apply(key);
        synchronized (known) {
            found.ifPresent(value -> known.put(key, value));
        }
        return found;
    }

    private static <K> Map<K, String> lastUsed() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, String> eldest) {
                return size() > REMEMBERED;
            }
        };
    }
}
