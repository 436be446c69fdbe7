package io.redress.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.identity.IdentityDocument;
import io.redress.casefile.receipt.LossDeclaration;
import io.redress.casefile.receipt.LossDeclarations;
import io.redress.casefile.receipt.LostPaper;
import io.redress.testing.Cases;
import io.redress.testing.RedressServer;
import io.redress.testing.Rest;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What the desk sees of a lost receipt, whichever way its number is written, and who does not see it. */
@RedressServer
class DeclarationsPageIT {

    @Autowired
    private Rest rest;

    @Autowired
    private Cases cases;

    @Autowired
    private Complaints complaints;

    @Autowired
    private LossDeclarations declarations;

    @Test
    void saysWhatMayBeDoneTodayFromWhenAndWhatNever() {
        Map<String, Object> registration = io.redress.testing.Complaints.registration("site", "property-office");
        registration.put("category", "lost-receipt");
        String number = cases.register(Cases.START, registration);
        long id = complaints.find(number).orElseThrow().id();
        declarations.declare(
                id,
                new LossDeclaration.Loss(
                        LostPaper.RECEIPT,
                        "SJ-PAGE-0417",
                        null,
                        new BigDecimal("120.50"),
                        LocalDate.of(2026, 1, 5),
                        "王小梅",
                        "遗失",
                        "sales-consultant"),
                new LossDeclaration.Holder(
                        "王小梅",
                        null,
                        IdentityDocument.of(IdentityDocument.Kind.RESIDENT_CARD, "11010519491231002X"),
                        null),
                null,
                "cashier",
                Instant.now());
        for (String asked : List.of("sjpage0417", number)) {
            String page = page("cashier", asked);
            assertThat(page)
                    .contains(number, "Receipt SJ-PAGE-0417", "CNY 120.50", "A refund to an agent.", "three signatures")
                    .doesNotContain("王小梅", "002X");
        }
        assertThat(page("cashier", "no-such-number")).contains("Nothing is declared lost under");
        assertThat(page("cashier", "<script>alert(1)</script>")).doesNotContain("<script>alert");
    }

    @ParameterizedTest
    @CsvSource({"cashier, 200", "accountant, 200", "sales-consultant, 200", "customer-service, 200", "merchant, 403"})
    void isForTheDesk(String person, int status) {
        assertThat(rest.get(person, "/declarations?q=1").status()).isEqualTo(status);
    }

    private String page(String person, String asked) {
        Rest.Answer answer = rest.get(person, "/declarations?q=" + URLEncoder.encode(asked, StandardCharsets.UTF_8));
        assertThat(answer.status()).as(asked).isEqualTo(200);
        return answer.body().asText();
    }
}
