package io.redress.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the delivered registration form asks, by what is registered. */
class RegistrationFormTest {

    /** What a page shows that asks no more than a loss needs; a page that lacks a visible field is refused. */
    private static final List<String> OF_A_LOSS = List.of(
            "channel",
            "receivedAt",
            "site",
            "category",
            "customerName",
            "phone",
            "email",
            "description",
            "expectation",
            "product",
            "orderNumber",
            "media");

    private static final List<String> OF_A_DECLARATION = List.of(
            "lostPaper",
            "receiptNumber",
            "paperAmount",
            "paperIssuedOn",
            "namesOnPaper",
            "holderDocument",
            "holderIdNumber",
            "holderName",
            "lossReportedBy",
            "salesConsultant",
            "lossCircumstances");

    private final FormCheck check = new FormCheck(Clock.systemUTC(), FormFile.ENGLISH);

    @Test
    void aLossIsRegisteredWithWhatItNeeds() throws IOException {
        Form form = delivered("register-complaint");
        assertThat(check.check(form, LISTS, registration("lost-receipt"), Caller.PAGE)
                        .values())
                .containsOnlyKeys(OF_A_LOSS);
    }

    @Test
    void anyOtherMatterIsAskedForInFull() throws IOException {
        Form form = delivered("register-complaint");
        assertThatThrownBy(() -> check.check(form, LISTS, registration("product-quality"), Caller.PAGE))
                .isInstanceOf(InvalidSubmission.class);
    }

    @Test
    void aFormerNameIsAskedForOnlyWhereTheNamesDiffer() throws IOException {
        Form form = delivered("register-the-loss");
        assertThat(check.check(form, LISTS, declaration("王小梅、李强"), Caller.PAGE).values())
                .containsOnlyKeys(OF_A_DECLARATION);
        assertThatThrownBy(() -> check.check(form, LISTS, declaration("王晓红"), Caller.PAGE))
                .isInstanceOf(InvalidSubmission.class);
    }

    @ParameterizedTest
    @CsvSource({"180.00, false", "1000.00, false", "1000.01, true", "2000, true", "'', false", "ten, false"})
    void aReasonForCashIsAskedForOnlyAboveTheLimit(String amount, boolean asked) throws IOException {
        assertThat(check.asked(
                                delivered("agree-the-compensation"),
                                Map.of("cashLimit", new BigDecimal("1000.00")),
                                Map.of("settlementAnswer", "agreed", "paidBy", "cash", "settlementAmount", amount))
                        .contains("cashReason"))
                .isEqualTo(asked);
    }

    private static final Map<String, List<String>> LISTS =
            Map.of("sites", List.of("property-office"), "salesConsultants", List.of("sales-consultant"));

    private static Map<String, Object> registration(String category) {
        Map<String, Object> said = new HashMap<>();
        OF_A_LOSS.forEach(key -> said.put(key, null));
        said.putAll(Map.of(
                "channel", "desk",
                "site", "property-office",
                "category", category,
                "description", "定金收据找不到了。",
                "media", false));
        return said;
    }

    private static Map<String, Object> declaration(String names) {
        Map<String, Object> said = new HashMap<>(Map.of(
                "lostPaper", "receipt",
                "receiptNumber", "SJ-1",
                "paperAmount", "1.00",
                "paperIssuedOn", "2026-03-02",
                "namesOnPaper", names,
                "holderDocument", "resident-card",
                "holderIdNumber", "11010519491231002X",
                "holderName", "王小梅",
                "lossReportedBy", "holder",
                "salesConsultant", "sales-consultant"));
        said.put("lossCircumstances", "搬家时遗失。");
        return said;
    }

    private static Form delivered(String id) throws IOException {
        return FormFile.parse(Files.readString(Path.of("forms", id + ".form")));
    }
}
