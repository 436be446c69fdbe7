package io.redress.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** An application running in a process of its own: the packaged one as it is delivered, unless said otherwise. */
public final class Node implements AutoCloseable {

    private static final Path JAR = Path.of("target", "redress.jar");
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final Process process;
    private final Path output;
    private final int port;

    private Node(Process process, Path output, int port) {
        this.process = process;
        this.output = output;
        this.port = port;
    }

    /**
     * Starts it, in the poorest of locales.
     *
     * @param jvm options of Java
     * @param environment what is set besides
     */
    public static Node start(List<String> jvm, Map<String, String> environment) {
        if (!Files.exists(JAR)) {
            fail(JAR + " is not there: this test runs after mvn package");
        }
        // Starts sooner, which is all that counts here.
        List<String> java = new ArrayList<>(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        java.addAll(jvm);
        java.addAll(List.of("-jar", JAR.toString()));
        return launch(java, environment);
    }

    /**
     * Starts any Spring Boot application that has an actuator.
     *
     * @param java what follows {@code java} on the command line, but for the port
     */
    public static Node launch(List<String> java, Map<String, String> environment) {
        try {
            int port = freePort();
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(java);
            command.add("--server.port=" + port);
            Path output = Files.createTempFile(Files.createDirectories(Path.of("target", "nodes")), "node-", ".log");
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment()
                    .keySet()
                    .removeIf(name -> name.matches("LANG|LC_.*|REDRESS_.*|SPRING_.*|JAVA_TOOL_OPTIONS"));
            builder.environment().put("LC_ALL", "C");
            // Tests count what they have made themselves.
            builder.environment().put("REDRESS_SAMPLE_LIFE", "false");
            database(java, environment)
                    .ifPresent(url -> builder.environment().put("REDRESS_ATTACHMENTS_FOLDER", folder(url)));
            builder.environment().putAll(environment);
            return new Node(builder.start(), output, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is set for a database of the tests, and more. */
    public static Map<String, String> onPostgres(String url, Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "SPRING_PROFILES_ACTIVE", "postgres",
                "REDRESS_DB_URL", url,
                "REDRESS_DB_USER", "postgres",
                "REDRESS_DB_PASSWORD", "postgres"));
        environment.putAll(more);
        return environment;
    }

    /** As the README says. */
    public static Node start(Map<String, String> environment) {
        return start(List.of("-Dfile.encoding=UTF-8"), environment);
    }

    /** Waits until it serves. */
    public Node healthy() {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> {
            assertThat(process.isAlive()).as(output()).isTrue();
            return answersHealthy();
        });
        return this;
    }

    /** Waits until it has given up, and gives what it said. */
    public String refused() {
        try {
            assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .as(output())
                    .isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        assertThat(process.exitValue()).isNotZero();
        return output();
    }

    public String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String address() {
        return "http://localhost:" + port;
    }

    public HttpResponse<String> get(String login, String path) throws IOException {
        return send(login, HttpRequest.newBuilder().GET(), path);
    }

    public HttpResponse<String> post(String login, String path, Object body) throws IOException {
        return send(
                login,
                HttpRequest.newBuilder()
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))),
                path);
    }

    /** SIGKILL: no shutdown hook runs, nothing is flushed. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Asks it to end, and waits. */
    public void stop() {
        process.destroy();
        process.onExit().orTimeout(60, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        kill();
    }

    private static Optional<String> database(List<String> java, Map<String, String> environment) {
        return Stream.concat(java.stream(), environment.values().stream())
                .filter(setting -> setting.contains("jdbc:"))
                .findFirst();
    }

    /** Nodes on one database have one folder; what is in memory is another database each time. */
    private static String folder(String url) {
        return TestDatabase.folder(
                url.contains(":mem:")
                        ? UUID.randomUUID().toString()
                        : UUID.nameUUIDFromBytes(url.getBytes(StandardCharsets.UTF_8))
                                .toString());
    }

    private boolean answersHealthy() {
        try {
            return get(null, "/actuator/health").statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** @param login as {@code name:password}; null asks as nobody */
    private HttpResponse<String> send(String login, HttpRequest.Builder request, String path) throws IOException {
        request.uri(URI.create(address() + path));
        if (login != null) {
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)));
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
