package io.redress.web;

import io.redress.testing.InChinese;
import io.redress.testing.RedressServer;
import org.junit.jupiter.api.Tag;

/** The same forms at an installation that speaks Chinese. */
@Tag("once")
@RedressServer
@InChinese
class ChineseFormsBrowserIT extends FormsBrowserIT {}
