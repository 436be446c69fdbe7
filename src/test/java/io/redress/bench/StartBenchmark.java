package io.redress.bench;

import io.redress.RedressApplication;
import io.redress.testing.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * How long Redress takes to start, against Camunda's bare starter, by turns, on empty and on existing H2 databases:
 * {@code mvn -Pbench test-compile exec:exec -Dbench.class=io.redress.bench.StartBenchmark}.
 */
public final class StartBenchmark {

    private static final int ROUNDS = 3;

    private StartBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        List<Double> fresh = new ArrayList<>();
        List<Double> existing = new ArrayList<>();
        for (int round = 1; round <= ROUNDS; round++) {
            Path folder = Files.createTempDirectory(Path.of("target"), "start-");
            for (List<Double> ratios : List.of(fresh, existing)) {
                double bare = start(BareStarter.class, folder.resolve("bare"), "--spring.config.name=bare");
                double redress = start(RedressApplication.class, folder.resolve("redress"));
                ratios.add(redress / bare);
                System.out.printf(
                        "round %d, %s database: bare %.1f s, Redress %.1f s, ratio %.2f%n",
                        round, ratios == fresh ? "empty" : "existing", bare, redress, redress / bare);
            }
        }
        System.out.printf("median ratio: empty %.2f, existing %.2f%n", median(fresh), median(existing));
    }

    /** Seconds from the start of the process until it says that it is healthy. */
    private static double start(Class<?> application, Path database, String... arguments) {
        List<String> java = new ArrayList<>(List.of(
                "-Dfile.encoding=UTF-8",
                "-classpath",
                System.getProperty("java.class.path"),
                application.getName(),
                "--spring.datasource.url=jdbc:h2:file:./" + database + ";WRITE_DELAY=0",
                "--spring.datasource.username=redress"));
        java.addAll(Arrays.asList(arguments));
        long started = System.nanoTime();
        try (Node node = Node.launch(java, Map.of())) {
            node.healthy();
            double seconds = (System.nanoTime() - started) / 1e9;
            node.stop();
            return seconds;
        }
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }
}
