package io.redress.language;

import java.util.regex.Pattern;

/** A cell of a table that a spreadsheet opens: it takes what begins with certain marks for a formula, and would compute it. */
public final class SpreadsheetCell {

    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\\t\\r]");
    private static final Pattern QUOTED = Pattern.compile("^'(?=[=+\\-@\\t\\r])");

    private SpreadsheetCell() {}

    /** Behind a quotation mark, where a spreadsheet would compute it. */
    public static String harmless(String text) {
        return FORMULA.matcher(text).find() ? "'" + text : text;
    }

    /** What was made harmless, as it was. */
    public static String plain(String cell) {
        return QUOTED.matcher(cell).replaceFirst("");
    }
}
