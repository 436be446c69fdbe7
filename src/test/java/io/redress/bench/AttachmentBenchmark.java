package io.redress.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.RedressApplication;
import io.redress.testing.Complaints;
import io.redress.testing.Node;
import io.redress.testing.SampleFiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * What an upload of 200 MB takes of the heap, and how long the panel of a case takes that has 200 entries and 50 attachments:
 * {@code mvn -Pbench test-compile exec:exec -Dbench.class=io.redress.bench.AttachmentBenchmark}.
 */
public final class AttachmentBenchmark {

    private static final int MEGABYTE = 1024 * 1024;
    private static final long LARGE = 200L * MEGABYTE;
    /** A heap that has little room beside what the application itself needs. */
    private static final String HEAP = "-Xmx256m";

    private static final int ATTACHMENTS = 50;
    private static final int ENTRIES = 200;
    private static final int WARM_UP = 100;
    private static final int ASKED = 300;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final Node node;

    private AttachmentBenchmark(Node node) {
        this.node = node;
    }

    public static void main(String[] arguments) throws Exception {
        List<String> java = List.of(
                HEAP,
                "-Dfile.encoding=UTF-8",
                "-classpath",
                System.getProperty("java.class.path"),
                RedressApplication.class.getName(),
                "--spring.datasource.url=jdbc:h2:mem:attachments;DB_CLOSE_DELAY=-1;OPTIMIZE_REUSE_RESULTS=FALSE");
        try (Node node = Node.launch(java, Map.of()).healthy()) {
            AttachmentBenchmark benchmark = new AttachmentBenchmark(node);
            String task = benchmark.task();
            benchmark.upload(task);
            benchmark.panel(task);
        }
    }

    private String task() throws Exception {
        HttpRequest.Builder post = HttpRequest.newBuilder()
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "benchmark");
        send(
                "intake-api",
                post,
                "POST",
                "/api/complaints",
                BodyPublishers.ofByteArray(JSON.writeValueAsBytes(Complaints.registration())));
        while (true) {
            JsonNode tasks = JSON.readTree(
                    node.get("customer-service:demo", "/engine-rest/task?taskDefinitionKey=userTask_confirmTheRecord")
                            .body());
            if (!tasks.isEmpty()) {
                return tasks.get(0).path("id").asText();
            }
            Thread.sleep(200);
        }
    }

    private void upload(String task) throws Exception {
        put(task, "warm-up.jpg", BodyPublishers.ofByteArray(SampleFiles.photo()));
        long before = heap();
        long most = before;
        long began = System.nanoTime();
        CompletableFuture<HttpResponse<String>> upload = client.sendAsync(
                request("customer-service", HttpRequest.newBuilder(), path(task, "large.txt"))
                        .PUT(BodyPublishers.ofInputStream(AttachmentBenchmark::large))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        while (!upload.isDone()) {
            most = Math.max(most, heap());
            Thread.sleep(20);
        }
        System.out.printf(
                "upload of %d MB: %d, %.1f s, heap %d MB before, %d MB at most (%s)%n",
                LARGE / MEGABYTE,
                upload.get().statusCode(),
                (System.nanoTime() - began) / 1e9,
                before / MEGABYTE,
                most / MEGABYTE,
                HEAP);
    }

    private void panel(String task) throws Exception {
        List<String> ids = new ArrayList<>();
        for (int i = 2; i < ATTACHMENTS; i++) {
            put(task, "photo-" + i + ".jpg", BodyPublishers.ofByteArray(SampleFiles.photo()));
        }
        // An attachment that is taken back leaves two entries.
        for (int i = 0; i < (ENTRIES - ATTACHMENTS) / 2; i++) {
            String id = put(task, "wrong-" + i + ".txt", BodyPublishers.ofString("wrong " + i));
            send(
                    "customer-service",
                    HttpRequest.newBuilder(),
                    "DELETE",
                    "/api/attachments/" + id,
                    BodyPublishers.noBody());
        }
        List<Double> millis = new ArrayList<>();
        JsonNode panel = null;
        for (int i = 0; i < WARM_UP + ASKED; i++) {
            long began = System.nanoTime();
            panel = JSON.readTree(node.get("customer-service:demo", "/api/tasks/" + task + "/case")
                    .body());
            if (i >= WARM_UP) {
                millis.add((System.nanoTime() - began) / 1e6);
            }
        }
        Collections.sort(millis);
        System.out.printf(
                "panel with %d entries and %d attachments: median %.0f ms, 95 %% within %.0f ms%n",
                panel.path("entries").size(),
                panel.path("attachments").size(),
                millis.get(ASKED / 2),
                millis.get(ASKED * 95 / 100));
    }

    /** Text that is never held in memory as a whole. */
    private static InputStream large() {
        byte[] megabyte = new byte[MEGABYTE];
        java.util.Arrays.fill(megabyte, (byte) 'x');
        List<InputStream> parts = new ArrayList<>();
        for (long sent = 0; sent < LARGE; sent += MEGABYTE) {
            parts.add(new ByteArrayInputStream(megabyte));
        }
        return new SequenceInputStream(Collections.enumeration(parts));
    }

    private String put(String task, String name, BodyPublisher content) throws Exception {
        return JSON.readTree(send("customer-service", HttpRequest.newBuilder(), "PUT", path(task, name), content))
                .path("id")
                .asText();
    }

    private static String path(String task, String name) {
        return "/api/tasks/" + task + "/attachments?name=" + name;
    }

    private String send(String person, HttpRequest.Builder request, String method, String path, BodyPublisher content)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(
                request(person, request, path).method(method, content).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    private HttpRequest.Builder request(String person, HttpRequest.Builder request, String path) {
        return request.uri(URI.create(node.address() + path))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString((person + ":demo").getBytes()));
    }

    /** Bytes in use, with what is no longer needed and not yet cleared away. */
    private long heap() throws IOException {
        return JSON.readTree(node.get("admin:demo", "/actuator/metrics/jvm.memory.used?tag=area:heap")
                        .body())
                .at("/measurements/0/value")
                .asLong();
    }
}
