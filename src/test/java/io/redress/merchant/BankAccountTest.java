package io.redress.merchant;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BankAccountTest {

    @ParameterizedTest
    @CsvSource({
        "6212 2612 0200 0473 924, false",
        "6222021234567890122, false",
        "62220212-3456-7890-128, true",
        "1001 2345 6789 0123, true",
        "1234567, false",
        "12345678, true",
        "1234567890123456789012345678901, false",
        "10012345六789, false"
    })
    void knowsWhatCanBeAnAccount(String written, boolean plausible) {
        assertThat(BankAccount.of("工商银行", written).plausible()).isEqualTo(plausible);
    }

    @Test
    void aDigitThatIsTypedWrongIsNoticed() {
        String card = "6222021234567890128";
        for (int at = 2; at < card.length(); at++) {
            char other = card.charAt(at) == '9' ? '0' : (char) (card.charAt(at) + 1);
            assertThat(BankAccount.of("工商银行", card.substring(0, at) + other + card.substring(at + 1))
                            .plausible())
                    .as("%d", at)
                    .isFalse();
        }
    }

    @Test
    void showsTheLastFourDigits() {
        assertThat(BankAccount.of("工商银行", "1001 2345 6789 0123").masked()).isEqualTo("************0123");
    }
}
