package io.redress.web;

import io.redress.testing.Chromium;
import io.redress.testing.InChinese;

/** The same where the installation speaks Chinese. */
@InChinese
class ChineseAttachmentsBrowserIT extends AttachmentsBrowserIT {

    ChineseAttachmentsBrowserIT(Chromium chromium) {
        super(chromium);
    }
}
