package io.redress.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;

/** Speaks to the running application over HTTP as one of the demo people, by engine-rest or by a web session. */
@TestComponent
public class Rest {

    /** An answer: its status, its headers and its body, which is a text when it isn't JSON. */
    public record Answer(int status, JsonNode body, HttpHeaders headers) {

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
    public Answer send(String person, String method, String path, Object body, String... headers) {
        HttpRequest.Builder request = request(path).headers(basic(person));
        return send(client, headers.length == 0 ? request : request.headers(headers), method, body);
    }

    /** Deploys files by name as Camunda Modeler does. */
    public Answer deploy(String person, Map<String, byte[]> files) {
        return deploy(person, "Camunda Modeler", files);
    }

    /** @param source what the tool calls itself */
    public Answer deploy(String person, String source, Map<String, byte[]> files) {
        return deploy(person, source, files, Map.of());
    }

    /** @param how what else the tool says of it */
    public Answer deploy(String person, String source, Map<String, byte[]> files, Map<String, String> how) {
        String boundary = "----redress" + System.nanoTime();
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        Map<String, String> said = new LinkedHashMap<>(Map.of(
                "deployment-name", "test",
                "deployment-source", source,
                "enable-duplicate-filtering", "true"));
        said.putAll(how);
        said.forEach(
                (name, value) -> form.writeBytes("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                        .formatted(boundary, name, value)
                        .getBytes(StandardCharsets.UTF_8)));
        files.forEach((name, content) -> {
            form.writeBytes(
                    "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: application/octet-stream\r\n\r\n"
                            .formatted(boundary, name, name)
                            .getBytes(StandardCharsets.UTF_8));
            form.writeBytes(content);
            form.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        });
        form.writeBytes("--%s--\r\n".formatted(boundary).getBytes(StandardCharsets.UTF_8));
        return send(
                client,
                request("/engine-rest/deployment/create")
                        .headers(basic(person))
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary),
                "POST",
                form.toByteArray());
    }

    /** Somebody at one of the doors of the engine; paths are those behind the engine's name. */
    public interface Visitor {

        /** @param body sent as JSON; a text is sent as it is */
        Answer send(String method, String path, Object body, String... headers);

        default Answer get(String path) {
            return send("GET", path, null);
        }

        default Answer post(String path, Object body) {
            return send("POST", path, body);
        }

        default Answer submit(String path, Map<String, ?> fields) {
            return post(path + "/submit-form", Map.of("variables", variables(fields)));
        }
    }

    /** The ways to the engine over HTTP. */
    public enum Way {
        ENGINE_REST("/engine-rest"),
        NAMED_ENGINE("/engine-rest/engine/default"),
        /** A session of Tasklist, as a browser has it. */
        TASKLIST("/camunda/api/engine/engine/default");

        private final String prefix;

        Way(String prefix) {
            this.prefix = prefix;
        }
    }

    /** @param person the login, whose password is {@code demo}; null visits as nobody */
    public Visitor visitor(Way way, String person) {
        return way == Way.TASKLIST
                ? session("tasklist", person)
                : (method, path, body, headers) -> send(person, method, way.prefix + path, body, headers);
    }

    /** A browser's session in one of the web applications: {@code tasklist}, {@code cockpit} or {@code admin}. */
    public Visitor session(String application, String person) {
        Session session = new Session(application);
        if (person != null) {
            Answer login = session.login(person);
            if (login.status() != 200) {
                throw new IllegalStateException(person + " can't log in: " + login);
            }
        }
        return session;
    }

    /** A page from elsewhere in that person's browser: it has the session, and can't read its token. */
    public Visitor stranger(String application, String person) {
        Session session = new Session(application);
        session.login(person);
        session.foreign = true;
        return session;
    }

    private final class Session implements Visitor {

        private boolean foreign;

        private final CookieManager cookies = new CookieManager();
        private final HttpClient browser =
                HttpClient.newBuilder().cookieHandler(cookies).build();
        private final String application;

        Session(String application) {
            this.application = application;
            open();
        }

        Answer login(String person) {
            Answer answer = Rest.this.send(
                    browser,
                    request("/camunda/api/admin/auth/user/default/login/" + application)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .header("X-XSRF-TOKEN", token()),
                    "POST",
                    "username=" + person + "&password=demo");
            // Logging in made a new session, which has no token yet.
            open();
            return answer;
        }

        @Override
        public Answer send(String method, String path, Object body, String... headers) {
            // The plugins' own interfaces and ours are not behind the engine's name.
            String address = path.matches("/|/(camunda|api)/.*") ? path : Way.TASKLIST.prefix + path;
            HttpRequest.Builder request =
                    foreign ? request(address) : request(address).header("X-XSRF-TOKEN", token());
            return Rest.this.send(browser, headers.length == 0 ? request : request.headers(headers), method, body);
        }

        private void open() {
            Rest.this.send(browser, request("/camunda/app/" + application + "/default/"), "GET", null);
        }

        private String token() {
            return cookies.getCookieStore().getCookies().stream()
                    .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                    .map(HttpCookie::getValue)
                    .reduce((older, newer) -> newer)
                    .orElse("none");
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address() + path));
    }

    private static String[] basic(String person) {
        return person == null
                ? new String[] {"Accept", "*/*"}
                : new String[] {
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString((person + ":demo").getBytes(StandardCharsets.UTF_8))
                };
    }

    private Answer send(HttpClient sender, HttpRequest.Builder request, String method, Object body) {
        try {
            HttpRequest prepared = request.method(method, publisher(body))
                    .timeout(Duration.ofSeconds(60))
                    .build();
            if (body != null && prepared.headers().firstValue("Content-Type").isEmpty()) {
                prepared = request.header("Content-Type", "application/json").build();
            }
            HttpResponse<String> response = sender.send(prepared, HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), parse(response.body()), response.headers());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.BodyPublisher publisher(Object body) throws IOException {
        if (body == null) {
            return HttpRequest.BodyPublishers.noBody();
        }
        if (body instanceof byte[] bytes) {
            return HttpRequest.BodyPublishers.ofByteArray(bytes);
        }
        return HttpRequest.BodyPublishers.ofString(body instanceof String text ? text : json.writeValueAsString(body));
    }

    private JsonNode parse(String body) throws IOException {
        return body.startsWith("{") || body.startsWith("[")
                ? json.readTree(body)
                : json.getNodeFactory().textNode(body);
    }
}
