package io.redress.rules;

import io.redress.casefile.entry.FormField;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * A form field that code names.
 *
 * @param home the class that declares it
 */
record DeclaredField(Class<?> home, FormField<?> field) {

    private static final Path MAIN = Path.of("src/main/java");

    /** All of them, in the order of the sources. */
    static List<DeclaredField> all() {
        try (Stream<Path> sources = Files.walk(MAIN)) {
            return sources.filter(source -> source.toString().endsWith(".java") && names(source))
                    .sorted()
                    .map(DeclaredField::type)
                    .flatMap(DeclaredField::in)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<DeclaredField> in(Class<?> type) {
        return Arrays.stream(type.getDeclaredFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()))
                .flatMap(field -> fields(value(field)))
                .map(field -> new DeclaredField(type, field))
                .distinct();
    }

    /** Alone, in a list, or as part of a record. */
    private static Stream<FormField<?>> fields(Object value) {
        if (value instanceof FormField<?> field) {
            return Stream.of(field);
        }
        if (value instanceof Collection<?> several) {
            return several.stream().flatMap(DeclaredField::fields);
        }
        if (value instanceof Record parts && value.getClass().getEnclosingClass() != null) {
            return Arrays.stream(parts.getClass().getRecordComponents()).flatMap(part -> fields(value(part, parts)));
        }
        return Stream.empty();
    }

    private static Object value(Field field) {
        try {
            field.setAccessible(true);
            return field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object value(RecordComponent part, Record whole) {
        try {
            part.getAccessor().setAccessible(true);
            return part.getAccessor().invoke(whole);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean names(Path source) {
        try {
            return Files.readString(source).contains("new FormField<>(");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> type(Path source) {
        try {
            return Class.forName(
                    MAIN.relativize(source).toString().replace(".java", "").replace('/', '.'));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
