package io.redress.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.testing.Complaints;
import io.redress.testing.Node;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How long after its registration somebody who is hurt stands on the duty manager's list, and the message with it, while others register
 * complaints without pause: {@code mvn -Pbench test-compile exec:exec -Dbench.class=io.redress.bench.InjuryBenchmark}.
 */
public final class InjuryBenchmark {

    private static final int INJURIES = 30;
    private static final int OTHERS = 2;
    private static final long LOOK_AGAIN_MILLIS = 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String DECIDE = "userTask_decideOnCompanyAndAdvance";
    private static final String READ = "userTask_readTheMessage";

    private final Node node;
    private volatile boolean over;

    private InjuryBenchmark(Node node) {
        this.node = node;
    }

    public static void main(String[] arguments) throws Exception {
        try (Node node = Node.start(Map.of()).healthy()) {
            new InjuryBenchmark(node).run();
        }
    }

    private void run() throws Exception {
        measured();
        report("nobody else there", measuredOften());
        AtomicInteger registered = new AtomicInteger();
        ExecutorService others = Executors.newFixedThreadPool(OTHERS);
        for (int i = 0; i < OTHERS; i++) {
            others.submit(() -> {
                while (!over) {
                    register(Complaints.registration("email", null));
                    registered.incrementAndGet();
                }
                return null;
            });
        }
        report("%d people registering without pause".formatted(OTHERS), measuredOften());
        over = true;
        others.shutdown();
        System.out.printf("%d other complaints registered meanwhile%n", registered.get());
    }

    private List<Long> measuredOften() throws Exception {
        List<Long> millis = new ArrayList<>();
        for (int i = 0; i < INJURIES; i++) {
            millis.add(measured());
        }
        return millis;
    }

    /** Milliseconds from the answer to the registration until both cards are there. */
    private long measured() throws Exception {
        Map<String, Object> hurt = Complaints.hurt(Complaints.registration("site", "mall-service-centre"));
        hurt.put("category", "personal-injury");
        hurt.put("orderNumber", null);
        String number = register(hurt);
        long began = System.nanoTime();
        while (!there(number, DECIDE) || !there(number, READ)) {
            Thread.sleep(LOOK_AGAIN_MILLIS);
        }
        return (System.nanoTime() - began) / 1_000_000;
    }

    private boolean there(String number, String step) throws Exception {
        return JSON.readTree(node.get(
                                        "duty-manager:demo",
                                        "/engine-rest/task?processInstanceBusinessKey=" + number + "&taskDefinitionKey="
                                                + step)
                                .body())
                        .size()
                > 0;
    }

    private String register(Map<String, Object> fields) throws Exception {
        Map<String, Object> variables = new HashMap<>();
        fields.forEach((key, value) -> variables.put(key, java.util.Collections.singletonMap("value", value)));
        HttpResponse<String> answer = node.post(
                "customer-service:demo",
                "/engine-rest/process-definition/key/complaint-handling/submit-form",
                Map.of("variables", variables));
        JsonNode body = JSON.readTree(answer.body());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(body.toString());
        }
        return body.path("businessKey").asText();
    }

    private static void report(String load, List<Long> millis) {
        List<Long> sorted = millis.stream().sorted().toList();
        System.out.printf(
                "%s: median %.1f s, slowest %.1f s of %d%n",
                load, sorted.get(sorted.size() / 2) / 1e3, sorted.get(sorted.size() - 1) / 1e3, sorted.size());
    }
}
