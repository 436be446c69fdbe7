package io.redress.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelTest {

    @ParameterizedTest(name = "{0} ({1} | {2}) in {3}")
    @CsvSource({
        // As it is delivered.
        "Check goods,  Check goods, 检查商品, EN, Check goods,  Check goods,  检查商品",
        "Check goods,  Check goods, 检查商品, ZH, 检查商品,      Check goods,  检查商品",
        "检查商品,      Check goods, 检查商品, EN, Check goods,  Check goods,  检查商品",
        "检查商品,      Check goods, 检查商品, ZH, 检查商品,      Check goods,  检查商品",
        // An owner typed something else.
        "Look at it,   Check goods, 检查商品, EN, Look at it,   Look at it,   检查商品",
        "Look at it,   Check goods, 检查商品, ZH, Look at it,   Check goods,  Look at it",
        "看看商品,      Check goods, 检查商品, ZH, 看看商品,      Check goods,  看看商品",
        "看看商品,      Check goods, 检查商品, EN, 看看商品,      看看商品,      检查商品",
        // Nothing stands on the canvas.
        "'',           Check goods, 检查商品, EN, Check goods,  Check goods,  检查商品",
        "'',           Check goods, 检查商品, ZH, 检查商品,      Check goods,  检查商品",
        // An owner's, in one language.
        "Check goods,  '',          '',      ZH, Check goods,  '',           ''",
        "检查商品,      '',          '',      EN, 检查商品,      '',           ''",
        "Check goods,  Check goods, '',      ZH, Check goods,  Check goods,  ''",
        "Look at it,   Check goods, '',      ZH, Look at it,   Check goods,  Look at it",
        // As forms are: the English words stand in their place.
        "Check goods,  '',          检查商品, EN, Check goods,  '',           检查商品",
        "Check goods,  '',          检查商品, ZH, 检查商品,      Check goods,  检查商品",
        "看看商品,      '',          检查商品, ZH, 看看商品,      '',           看看商品",
        "看看商品,      '',          检查商品, EN, 看看商品,      '',           检查商品",
    })
    void whatAnOwnerTypedWinsOverTheLabel(
            String shown,
            String english,
            String chinese,
            Language language,
            String shownThen,
            String englishThen,
            String chineseThen) {
        Label turned = new Label(shown, english, chinese).in(language);
        assertThat(turned).isEqualTo(new Label(shownThen, englishThen, chineseThen));
        assertThat(turned.in(language)).isEqualTo(turned);
    }
}
