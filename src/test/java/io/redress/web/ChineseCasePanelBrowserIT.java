package io.redress.web;

import io.redress.testing.Chromium;
import io.redress.testing.InChinese;

/** The same panel at an installation that speaks Chinese. */
@InChinese
class ChineseCasePanelBrowserIT extends CasePanelBrowserIT {

    ChineseCasePanelBrowserIT(Chromium chromium) {
        super(chromium);
    }
}
