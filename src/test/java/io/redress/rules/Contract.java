package io.redress.rules;

import io.redress.engine.variable.CaseVariables;
import io.redress.engine.variable.Variable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a process's contract class declares.
 *
 * @param home the package of the contract and the delegates
 * @param variables the names of all variables
 * @param lines of its source
 */
record Contract(String home, String key, Set<String> variables, int lines) {

    /** What every process of a case has, whether a form asks it or not. */
    static final Set<String> CASE = variables(CaseVariables.class);

    /** @param sources the folder of the sources that the class was compiled from */
    static Contract of(Class<?> type, Path sources) {
        try (Stream<String> lines = Files.lines(sources.resolve(type.getName().replace('.', '/') + ".java"))) {
            Field key = type.getDeclaredField("KEY");
            key.setAccessible(true);
            return new Contract(type.getPackageName(), (String) key.get(null), variables(type), (int) lines.count());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(type + " has no KEY", e);
        }
    }

    /** Whether the class stands beside the contract. */
    boolean has(String name) {
        try {
            Class.forName(home + "." + name);
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private static Set<String> variables(Class<?> type) {
        return Arrays.stream(type.getDeclaredFields())
                .filter(field -> field.getType() == Variable.class)
                .map(Contract::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String name(Field field) {
        try {
            field.setAccessible(true);
            return ((Variable<?>) field.get(null)).name();
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
