package io.redress.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testing.RedressServer;
import io.redress.testing.Rest;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Everybody finds the pages that they may open, and no others. */
@RedressServer
class PagesApiIT {

    private static final List<String> PAGES =
            List.of("/cases", "/declarations", "/payments", "/merchants", "/policies", "/injuries", "/own-cases");

    @Autowired
    private Rest rest;

    @ParameterizedTest
    @CsvSource({
        "customer-service, /cases /declarations /merchants /policies",
        "cashier, /declarations",
        "finance, /declarations /payments /merchants /policies",
        "operations-manager, /declarations /merchants /policies",
        "quality-inspection, ''",
        "legal, /declarations /injuries",
        "insurance-officer, /policies /injuries",
        "process-owner, ''",
        "merchant, /own-cases",
        "admin, /cases /declarations /payments /merchants /policies",
    })
    void theMenuNamesWhatTheDoorsLetThrough(String person, String pages) {
        assertThat(addresses(person)).isEqualTo(pages.isEmpty() ? List.of() : List.of(pages.split(" ")));
        assertThat(PAGES.stream().filter(page -> rest.get(person, page).status() == 200))
                .containsExactlyElementsOf(addresses(person));
        addresses(person)
                .forEach(page -> assertThat(rest.get(person, page).body().asText())
                        .contains(addresses(person).stream()
                                .map("<a href=\"%s\">"::formatted)
                                .toList()));
    }

    @Test
    void whoeverHasLoggedInFindsThemOnTheStartPageToo() {
        assertThat(rest.session("tasklist", "finance").get("/").body().asText())
                .contains("href=\"/payments\"", "href=\"/merchants\"")
                .doesNotContain("href=\"/cases\"", "href=\"/own-cases\"");
        String stranger = rest.get(null, "/").body().asText();
        assertThat(PAGES).allMatch(page -> stranger.contains("<li><a href=\"" + page + "\""));
        assertThat(rest.get(null, "/api/pages").status()).isEqualTo(401);
    }

    private List<String> addresses(String person) {
        return StreamSupport.stream(rest.get(person, "/api/pages").body().spliterator(), false)
                .map(page -> page.path("address").asText())
                .toList();
    }
}
