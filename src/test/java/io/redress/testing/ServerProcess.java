package io.redress.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The application in a JVM of its own, on a free port and with a PostgreSQL database; to be killed. */
public final class ServerProcess implements AutoCloseable {

    private final Process process;

    private ServerProcess(Process process) {
        this.process = process;
    }

    /**
     * Starts it and does not wait.
     *
     * @param database the JDBC URL
     * @param log the file that takes what it prints
     * @param settings such as {@code --redress.language=zh}
     */
    public static ServerProcess start(String database, Path log, String... settings) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dfile.encoding=UTF-8",
                "-cp",
                // Surefire hands the tests a jar that only names the class path.
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "io.redress.RedressApplication",
                "--spring.profiles.active=postgres",
                "--server.port=0"));
        command.addAll(List.of(settings));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment()
                .putAll(Map.of(
                        "REDRESS_DB_URL", database,
                        "REDRESS_DB_USER", "postgres",
                        "REDRESS_DB_PASSWORD", "postgres",
                        "REDRESS_DEMO", "true",
                        "REDRESS_DEMO_CONFIRM", "true",
                        "REDRESS_TLS", "false"));
        try {
            return new ServerProcess(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean alive() {
        return process.isAlive();
    }

    /** Kills it as {@code kill -9} does: nothing in it is told. */
    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
