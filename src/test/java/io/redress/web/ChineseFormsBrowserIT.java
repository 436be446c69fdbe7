package io.redress.web;

import io.redress.testing.Chromium;
import io.redress.testing.InChinese;
import org.junit.jupiter.api.Tag;

/** The same forms at an installation that speaks Chinese. */
@Tag("full")
@InChinese
class ChineseFormsBrowserIT extends FormsBrowserIT {
    ChineseFormsBrowserIT(Chromium chromium) {
        super(chromium);
    }
}
