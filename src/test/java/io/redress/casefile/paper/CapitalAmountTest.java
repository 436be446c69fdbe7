package io.redress.casefile.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CapitalAmountTest {

    private static final String DIGITS = "零壹贰叁肆伍陆柒捌玖";
    private static final Map<String, Long> UNITS =
            Map.of("拾", 10L, "佰", 100L, "仟", 1_000L, "万", 10_000L, "亿", 100_000_000L);
    private static final long LARGEST_IN_FEN = 999_999_999_999_999L;

    @ParameterizedTest
    @CsvSource({
        "0, 零元整, 0.00",
        "0.01, 壹分, 0.01",
        "0.10, 壹角, 0.10",
        "1.05, 壹元零伍分, 1.05",
        "20.30, 贰拾元叁角, 20.30",
        "123.45, 壹佰贰拾叁元肆角伍分, 123.45",
        "1409.5, 壹仟肆佰零玖元伍角, '1,409.50'",
        "6007.14, 陆仟零柒元壹角肆分, '6,007.14'",
        "107000.53, 壹拾万零柒仟元伍角叁分, '107,000.53'",
        "100010000, 壹亿零壹万元整, '100,010,000.00'",
        "9999999999999.99, 玖万玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分, '9,999,999,999,999.99'"
    })
    void writesAnAmountInCapitalsAndInFigures(BigDecimal amount, String capitals, String figures) {
        CapitalAmount written = new CapitalAmount(amount);
        assertThat(written.capitals()).isEqualTo(capitals);
        assertThat(written.figures()).isEqualTo(figures);
    }

    @Property(tries = 5_000)
    void whatIsWrittenReadsBackToItself(@ForAll @LongRange(min = 1, max = LARGEST_IN_FEN) long fen) {
        BigDecimal amount = BigDecimal.valueOf(fen, 2);
        assertThat(read(new CapitalAmount(amount).capitals())).isEqualByComparingTo(amount);
    }

    @ParameterizedTest
    @CsvSource({"-0.01", "0.005", "123.456", "10000000000000"})
    void refusesWhatIsNoAmountInsteadOfRoundingIt(BigDecimal amount) {
        assertThatThrownBy(() -> new CapitalAmount(amount))
                .isInstanceOfAny(IllegalArgumentException.class, ArithmeticException.class);
    }

    /** Read as people do, unit by unit; the library’s own reader overflows above 2 147 483 647. */
    private static BigDecimal read(String capitals) {
        int yuan = capitals.indexOf('元');
        String fractions = capitals.substring(yuan + 1);
        return BigDecimal.valueOf(yuan < 0 ? 0 : whole(capitals.substring(0, yuan)))
                .add(BigDecimal.valueOf(10L * before(fractions, '角') + before(fractions, '分'), 2));
    }

    private static long whole(String text) {
        for (String unit : List.of("亿", "万", "仟", "佰", "拾")) {
            int at = text.lastIndexOf(unit);
            if (at >= 0) {
                return whole(text.substring(0, at)) * UNITS.get(unit) + whole(text.substring(at + 1));
            }
        }
        String digit = text.replace("零", "");
        return digit.isEmpty() ? 0 : DIGITS.indexOf(digit);
    }

    private static int before(String text, char unit) {
        int at = text.indexOf(unit);
        return at < 0 ? 0 : DIGITS.indexOf(text.charAt(at - 1));
    }
}
