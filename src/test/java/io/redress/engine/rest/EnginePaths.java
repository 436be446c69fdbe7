package io.redress.engine.rest;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.engine.rest.impl.DefaultProcessEngineRestServiceImpl;

/** Every path of the engine's interface with its methods, as its own classes say. */
final class EnginePaths {

    /** @param path behind the engine's name; what it leaves open is {@code x} */
    record Operation(String method, String path) {}

    private final Set<Operation> found =
            new TreeSet<>(Comparator.comparing(Operation::path).thenComparing(Operation::method));

    private EnginePaths() {}

    static Set<Operation> all() {
        EnginePaths paths = new EnginePaths();
        paths.walk(DefaultProcessEngineRestServiceImpl.class, "", 0);
        return paths.found;
    }

    private void walk(Class<?> resource, String path, int depth) {
        for (Method method : resource.getMethods()) {
            Optional<String> part = annotation(resource, method, Path.class).map(Path::value);
            String whole = ("/" + path + "/" + part.orElse(""))
                    .replaceAll("\\{[^{}]*}", "x")
                    .replaceAll("/+", "/")
                    .replaceAll("(.)/$", "$1");
            Optional<String> verb = verb(resource, method);
            if (verb.isPresent()) {
                found.add(new Operation(verb.get(), whole));
            } else if (part.isPresent() && depth < 8) {
                walk(method.getReturnType(), whole, depth + 1);
            }
        }
    }

    private static Optional<String> verb(Class<?> resource, Method method) {
        return declarations(resource, method)
                .flatMap(declared -> Arrays.stream(declared.getAnnotations()))
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(verb -> verb != null)
                .map(HttpMethod::value)
                .findFirst();
    }

    private static <A extends Annotation> Optional<A> annotation(Class<?> resource, Method method, Class<A> type) {
        return declarations(resource, method)
                .map(declared -> declared.getAnnotation(type))
                .filter(found -> found != null)
                .findFirst();
    }

    /** The method itself and what it takes its path from. */
    private static Stream<Method> declarations(Class<?> resource, Method method) {
        return Stream.concat(Stream.of(resource), Stream.of(resource.getInterfaces()))
                .flatMap(type -> Arrays.stream(type.getMethods()))
                .filter(other -> other.getName().equals(method.getName())
                        && Arrays.equals(other.getParameterTypes(), method.getParameterTypes()));
    }
}
