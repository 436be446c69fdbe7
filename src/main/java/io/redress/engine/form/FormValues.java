package io.redress.engine.form;

import io.redress.form.Field;
import io.redress.form.Form;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import org.camunda.spin.plugin.variable.SpinValues;
import org.camunda.spin.plugin.variable.value.JsonValue;

/** Form values in the shape that the engine's REST interface speaks. */
final class FormValues {

    private FormValues() {}

    /** Answers for a form that is opened; empty fields are left out, because a Null breaks a checklist's submit. */
    static VariableMap toEngine(Form form, Map<String, Object> answers) {
        VariableMap variables = Variables.createVariables();
        answers.forEach((key, value) -> {
            if (value instanceof List) {
                variables.putValueTyped(
                        key, SpinValues.jsonValue(Spin.JSON(value).toString()).create());
            } else if (value instanceof BigDecimal number
                    && !form.field(key).map(Field::numberAsText).orElse(false)) {
                variables.putValueTyped(key, Variables.doubleValue(number.doubleValue()));
            } else if (value instanceof Boolean flag) {
                variables.putValueTyped(key, Variables.booleanValue(flag));
            } else if (value != null) {
                variables.putValueTyped(key, Variables.stringValue(text(value)));
            }
        });
        return variables;
    }

    /** Numbers as people write them: three hundred is not 3E+2. */
    private static String text(Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    /**
     * What was submitted, untyped. Json stays a text for the fields that take lists; any other object keeps its type,
     * which no field takes: reading it would have the engine make an object of it.
     */
    static Map<String, Object> fromEngine(Form form, Map<String, Object> submitted) {
        VariableMap variables = Variables.fromMap(submitted);
        Map<String, Object> values = new LinkedHashMap<>();
        for (String name : variables.keySet()) {
            TypedValue typed = variables.getValueTyped(name);
            boolean list = form.field(name)
                    .filter(field -> field.type().hasManyOptions())
                    .isPresent();
            if (typed instanceof JsonValue json && list) {
                values.put(name, json.getValueSerialized());
            } else {
                values.put(name, typed instanceof SerializableValue || typed == null ? typed : typed.getValue());
            }
        }
        return values;
    }

    /** The variables that a step sees, as a form shows them; what is neither text, number, flag nor list is left out. */
    static Map<String, Object> fromStep(VariableMap variables) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (String name : variables.keySet()) {
            TypedValue typed = variables.getValueTyped(name);
            if (typed instanceof JsonValue json) {
                SpinJsonNode list = Spin.JSON(json.getValueSerialized());
                if (list.isArray()) {
                    values.put(name, list.mapTo(List.class));
                }
                continue;
            }
            // An object of the process's own, such as a collection, is not for a form; unread, it has no value to ask
            // for.
            Object value = typed instanceof SerializableValue ? null : typed.getValue();
            if (value instanceof Number number) {
                values.put(name, new BigDecimal(number.toString()));
            } else if (value instanceof String || value instanceof Boolean) {
                values.put(name, value);
            }
        }
        return values;
    }

    /** A checked value as a process variable: text, flag, whole or decimal number, or Json. */
    static Object toVariable(Object value) {
        if (value instanceof BigDecimal number) {
            return number.stripTrailingZeros().scale() <= 0 ? (Object) number.longValue() : number.doubleValue();
        }
        return value instanceof List
                ? SpinValues.jsonValue(Spin.JSON(value).toString()).create()
                : value;
    }
}
