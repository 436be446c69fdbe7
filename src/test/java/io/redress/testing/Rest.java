package io.redress.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;

/** Speaks to the running application over HTTP as one of the demo people. */
@TestComponent
public class Rest {

    /** An answer: its status and its body, which is a missing node when empty. */
    public record Answer(int status, JsonNode body) {

        public String message() {
            return body.path("message").asText();
        }
    }

    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final ServletWebServerApplicationContext server;

    Rest(ServletWebServerApplicationContext server) {
        this.server = server;
    }

    public String address() {
        return "http://localhost:" + server.getWebServer().getPort();
    }

    public Answer get(String person, String path) {
        return send(person, "GET", path, null);
    }

    public Answer post(String person, String path, Object body) {
        return send(person, "POST", path, body);
    }

    /** Submits fields to {@code …/submit-form} in the shape that Tasklist sends them. */
    public Answer submit(String person, String path, Map<String, ?> fields) {
        return post(person, path + "/submit-form", Map.of("variables", variables(fields)));
    }

    public static Map<String, Object> variables(Map<String, ?> fields) {
        Map<String, Object> variables = new LinkedHashMap<>();
        fields.forEach((key, value) -> {
            Map<String, Object> variable = new LinkedHashMap<>();
            variable.put("value", value);
            variables.put(key, variable);
        });
        return variables;
    }

    /** @param person the login, whose password is {@code demo}; null asks as nobody */
    public Answer send(String person, String method, String path, Object body) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address() + path))
                    .header("Content-Type", "application/json")
                    .method(
                            method,
                            body == null
                                    ? HttpRequest.BodyPublishers.noBody()
                                    : HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)));
            if (person != null) {
                request.header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString((person + ":demo").getBytes(StandardCharsets.UTF_8)));
            }
            HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), parse(response.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode parse(String body) throws IOException {
        return body.startsWith("{") || body.startsWith("[")
                ? json.readTree(body)
                : json.getNodeFactory().textNode(body);
    }
}
