package io.redress.rules;

import io.redress.form.Form;
import io.redress.language.Language;
import io.redress.language.Sentences;
import io.redress.people.Group;
import io.redress.people.Groups;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;

/** What diagrams refer to: forms, groups, other processes, and the contracts that stand in the code. */
record House(Map<String, Form> forms, Set<String> groups, Set<String> processes, Map<String, Contract> contracts) {

    static final Sentences SENTENCES = new Sentences(Language.EN);

    private static final Path MAIN = Path.of("src/main/java");

    /** What is delivered. */
    static House delivered() {
        return new House(
                files("forms", ".form").stream().map(House::form).collect(byName(Form::id)),
                Groups.read(SENTENCES, new ClassPathResource("people/groups.yaml")).all().stream()
                        .map(Group::id)
                        .collect(Collectors.toSet()),
                files("processes", ".bpmn").stream().map(House::name).collect(Collectors.toSet()),
                declaredContracts().stream().collect(byName(Contract::key)));
    }

    /** The files of the folder with that ending, in the order of their names. */
    static List<Path> files(String folder, String ending) {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Form form(Path file) {
        try {
            return Form.parse(Files.readAllBytes(file), SENTENCES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file's name without its ending. */
    static String name(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.lastIndexOf('.'));
    }

    private static List<Contract> declaredContracts() {
        try (Stream<Path> sources = Files.walk(MAIN.resolve("io/redress/process"))) {
            return sources.filter(source -> source.toString().endsWith("Process.java"))
                    .map(source -> Contract.of(type(source), MAIN))
                    .toList();
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

    private static <T> Collector<T, ?, Map<String, T>> byName(Function<T, String> name) {
        return Collectors.toMap(name, Function.identity());
    }
}
