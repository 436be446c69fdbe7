package io.redress.engine.variable;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.VariableScope;

/** A process variable: its name and type, declared once. */
public record Variable<T>(String name, Class<T> type) {

    /**
     * The value, which must be there.
     *
     * @throws IllegalStateException when it isn't: the process was not begun as it should be
     */
    public T in(VariableScope scope) {
        return find(scope).orElseThrow(() -> new IllegalStateException("the process has no variable " + name));
    }

    public Optional<T> find(VariableScope scope) {
        return Optional.ofNullable(type.cast(scope.getVariable(name)));
    }

    public void set(VariableScope scope, T value) {
        scope.setVariable(name, value);
    }
}
