package io.redress.casefile.paper;

import cn.hutool.core.convert.Convert;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * An amount in Chinese capitals, as 《支付结算办法》 asks for it on papers about money: 壹佰贰拾叁元肆角伍分.
 *
 * @param value in CNY, from 0 to 9 999 999 999 999.99, at most two decimals
 */
record CapitalAmount(BigDecimal value) {

    private static final BigDecimal LARGEST = new BigDecimal("9999999999999.99");
    private static final int FEN_DIGITS = 2;

    CapitalAmount {
        if (value.signum() < 0 || value.compareTo(LARGEST) > 0) {
            throw new IllegalArgumentException(value + " is no amount from 0 to " + LARGEST);
        }
        // The library rounds what is smaller than a fen, and would so change the sum.
        value = value.setScale(FEN_DIGITS, RoundingMode.UNNECESSARY);
    }

    /** Nothing where it can't be written in capitals. */
    static Optional<CapitalAmount> find(BigDecimal value) {
        boolean written = value.signum() >= 0
                && value.compareTo(LARGEST) <= 0
                && value.stripTrailingZeros().scale() <= FEN_DIGITS;
        return written ? Optional.of(new CapitalAmount(value)) : Optional.empty();
    }

    String capitals() {
        return Convert.digitToChinese(value);
    }

    /** The same in figures: 1,234.50. */
    String figures() {
        return "%,.2f".formatted(value);
    }
}
