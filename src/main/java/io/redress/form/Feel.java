package io.redress.form;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.camunda.feel.syntaxtree.ParsedExpression;

/** FEEL as form-js uses it: whatever cannot be computed is null, never an error. */
final class Feel {

    private static final FeelEngineApi PARSER = FeelEngineBuilder.forJava().build();

    private final FeelEngineApi engine;

    Feel(Clock clock) {
        engine = FeelEngineBuilder.forJava()
                .withClock(() -> ZonedDateTime.now(clock))
                .build();
    }

    static Optional<ParsedExpression> parse(String feel) {
        try {
            ParseResult result = PARSER.parseExpression(feel);
            return result.isSuccess() ? Optional.of(result.parsedExpression()) : Optional.empty();
        } catch (StackOverflowError nestedTooDeeply) {
            return Optional.empty();
        }
    }

    /** The value: null, text, number, yes or no, list or map; dates and durations as ISO-8601 text. */
    Object evaluate(Expression expression, Map<String, Object> data) {
        if (expression.parsed().isEmpty()) {
            return null;
        }
        Map<String, Object> names = new LinkedHashMap<>();
        names.put("this", data);
        names.putAll(data);
        names.put("_this_", data);
        try {
            EvaluationResult result = engine.evaluate(expression.parsed().get(), names);
            return result.isSuccess() ? json(result.result()) : null;
        } catch (RuntimeException | StackOverflowError cannotBeComputed) {
            return null;
        }
    }

    private static Object json(Object value) {
        if (value == null || value instanceof Map<?, ?>) {
            return value;
        }
        if (value instanceof Collection<?> list) {
            return list.stream().map(Feel::json).toList();
        }
        Object scalar = Scalar.of(value);
        return scalar == null ? value.toString() : scalar;
    }
}
