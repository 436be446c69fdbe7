package io.redress.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testing.RedressServer;
import io.redress.testing.Rest;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What holds for every page and interface of ours, whatever it is about. */
@RedressServer
@Tag("database")
class OurAddressesIT {

    private static final List<String> FILES = List.of(
            "/redress/page.css", "/redress/icon.svg", "/redress/demo-time.js", "/actuator/health", "/nothing-here");

    @Autowired
    private Rest rest;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    /** @param path with its variables in curly brackets */
    private record Address(String method, String path, HandlerMethod handler) {

        String with(String variable) {
            return path.replaceAll("\\{[a-zA-Z]+}", variable);
        }

        List<String> parameters() {
            return Stream.of(handler.getMethodParameters())
                    .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
                    .map(parameter -> Optional.of(parameter
                                    .getParameterAnnotation(RequestParam.class)
                                    .name())
                            .filter(name -> !name.isEmpty())
                            .orElseGet(() -> parameter.getParameter().getName()))
                    .toList();
        }
    }

    private List<Address> addresses() {
        return mappings.getHandlerMethods().entrySet().stream()
                .filter(mapping ->
                        mapping.getValue().getBeanType().getPackageName().equals("io.redress.web"))
                .flatMap(mapping -> mapping.getKey().getPatternValues().stream()
                        .map(path -> new Address(
                                mapping.getKey().getMethodsCondition().getMethods().stream()
                                        .findFirst()
                                        .map(RequestMethod::name)
                                        .orElse("GET"),
                                path,
                                mapping.getValue())))
                .toList();
    }

    @Test
    void eachTellsTheBrowserToRunAndShowNothingButOurs() {
        assertThat(addresses()).hasSizeGreaterThan(20);
        Stream.concat(addresses().stream().map(address -> address.with("x")), FILES.stream())
                .distinct()
                .forEach(path -> Stream.of("admin", "customer-service", null).forEach(person -> {
                    Rest.Answer answer = rest.get(person, path);
                    for (String header : PageHeaders.HEADERS.keySet()) {
                        assertThat(answer.headers().allValues(header))
                                .as("%s of %s for %s, %d", header, path, person, answer.status())
                                .hasSize(1);
                    }
                    assertThat(answer.headers()
                                    .firstValue("Content-Security-Policy")
                                    .orElseThrow())
                            .startsWith("default-src 'none'")
                            .doesNotContain("script-src 'unsafe-inline'");
                    assertThat(answer.headers().firstValue("X-Frame-Options")).hasValue("DENY");
                }));
    }

    @Test
    void theWebApplicationsKeepTheirOwn() {
        for (String application : List.of("tasklist", "cockpit", "admin", "welcome")) {
            assertThat(rest.get(null, "/camunda/app/" + application + "/default/")
                            .headers()
                            .allValues("Content-Security-Policy"))
                    .as(application)
                    .singleElement()
                    .asString()
                    .contains("nonce-");
        }
    }

    /** Of pages that are opened at the same moment each runs the scripts that it was sent with. */
    @Test
    void everyPageHasItsOwnNonce() {
        List<Rest.Answer> pages = IntStream.range(0, 200)
                .parallel()
                .mapToObj(page -> rest.get(null, "/camunda/app/tasklist/default/"))
                .toList();
        List<String> nonces =
                pages.stream().map(OurAddressesIT::nonce).distinct().toList();
        assertThat(nonces).hasSize(pages.size());
        pages.forEach(page -> {
            String scripts = page.body().asText();
            assertThat(scripts.split("<script", -1)).hasSizeGreaterThan(3);
            assertThat(scripts.split("nonce=\"" + nonce(page) + "\"", -1)).hasSameSizeAs(scripts.split("<script", -1));
        });
    }

    private static String nonce(Rest.Answer page) {
        return page.headers()
                .firstValue("Content-Security-Policy")
                .orElseThrow()
                .replaceAll(".*'nonce-([\\w-]+)'.*", "$1");
    }

    /** PostgreSQL can't even be asked by the first of them. */
    @ParameterizedTest
    @ValueSource(strings = {"%00", "a%00b", "a%01b", "C-20261121-0007%0A", "%7F", "%C2%85"})
    void nothingIsCalledByControlCharacters(String value) {
        for (Address address : addresses()) {
            if (address.path().contains("{")) {
                assertThat(asked(address, address.with(value)))
                        .as("%s with %s", address, value)
                        .satisfies(OurAddressesIT::isRefusedInWords);
            }
            for (String parameter : address.parameters()) {
                boolean words = List.of("q", "name", "shows").contains(parameter);
                assertThat(asked(address, address.with("x") + "?" + parameter + "=" + value))
                        .as("%s with %s=%s", address, parameter, value)
                        .satisfies(answer -> {
                            if (words) {
                                assertThat(answer.status()).isLessThan(500);
                            } else {
                                isRefusedInWords(answer);
                            }
                        });
            }
        }
    }

    private Rest.Answer asked(Address address, String path) {
        Object body = address.method().equals("GET") ? null : "{}";
        return rest.send("admin", address.method(), path, body);
    }

    private static void isRefusedInWords(Rest.Answer answer) {
        assertThat(answer.status()).isBetween(400, 404);
        assertThat(answer.body().isObject() ? answer.message() : answer.body().asText())
                .contains("could not be understood; nothing was changed");
    }

    @Test
    void nobodyIsCalledSoEither() {
        String login = Base64.getEncoder().encodeToString("cust\0mer:demo".getBytes(StandardCharsets.UTF_8));
        for (String path : List.of(
                "/cases",
                "/api/tasks/x/case",
                "/api/complaints",
                "/calculator",
                "/papers/preview",
                "/actuator/metrics",
                "/engine-rest/task")) {
            assertThat(rest.send(null, "GET", path, null, "Authorization", "Basic " + login)
                            .status())
                    .as(path)
                    .isEqualTo(401);
        }
    }

    /** Tomcat asks nobody about it. */
    @Test
    void anAddressWithoutEndIsRefusedInOurWords() throws IOException {
        HttpURLConnection connection = (HttpURLConnection) URI.create(rest.address() + "/cases?q=" + "9".repeat(9_000))
                .toURL()
                .openConnection();
        assertThat(connection.getResponseCode()).isEqualTo(400);
        assertThat(connection.getContentType()).isEqualTo("text/plain;charset=UTF-8");
        assertThat(connection.getHeaderField("X-Content-Type-Options")).isEqualTo("nosniff");
        try (InputStream said = connection.getErrorStream()) {
            assertThat(new String(said.readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("The request could not be understood; nothing was changed.")
                    .doesNotContain("<", "Tomcat", "Apache");
        }
    }
}
