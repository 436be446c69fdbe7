package io.redress.web;

import io.redress.testing.Chromium;
import io.redress.testing.InChinese;

/** The same forms at an installation that speaks Chinese. */
@InChinese
class ChineseFormsBrowserIT extends FormsBrowserIT {
    ChineseFormsBrowserIT(Chromium chromium) {
        super(chromium);
    }
}
