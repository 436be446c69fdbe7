package io.redress.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;

/** A number that a form states, or computes with FEEL: the least, the most, the longest. */
record Bound(Optional<BigDecimal> stated, Optional<Expression> computed) {

    static Bound of(JsonNode json) {
        return json.isTextual() && Expression.is(json.textValue())
                ? new Bound(Optional.empty(), Optional.of(Expression.of(json.textValue())))
                : new Bound(
                        Optional.ofNullable(number(json.isNumber() ? json.numberValue() : json.textValue())),
                        Optional.empty());
    }

    Optional<BigDecimal> in(FormState state) {
        return stated.or(() -> computed.map(state::evaluate).map(Bound::number));
    }

    private static BigDecimal number(Object value) {
        try {
            return value instanceof Number number
                    ? Scalar.number(number)
                    : value instanceof String text ? new BigDecimal(text.strip()) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
