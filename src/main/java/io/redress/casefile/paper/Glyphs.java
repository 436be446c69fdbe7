package io.redress.casefile.paper;

import java.io.IOException;
import java.text.Normalizer;
import java.util.BitSet;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TrueTypeFont;

/** What the fonts of the papers can print. A character that none of them has is printed by its name: [U+2A6D6]. */
final class Glyphs {

    private static final String LINE_ENDS = "\r\n|[\r\u0085\u2028\u2029]";

    private final BitSet known = new BitSet();

    /** @param fonts those that any text can fall back to, whatever its weight */
    Glyphs(List<TrueTypeFont> fonts) throws IOException {
        for (TrueTypeFont font : fonts) {
            CmapLookup glyphs = font.getUnicodeCmapLookup();
            for (int code = ' '; code <= Character.MAX_CODE_POINT; code++) {
                if (glyphs.getGlyphId(code) > 0) {
                    known.set(code);
                }
            }
        }
    }

    /** The text as it can be printed: nothing of it is lost without a sign but what has no shape of its own. */
    String printable(String text) {
        StringBuilder printed = new StringBuilder(text.length());
        text.replaceAll(LINE_ENDS, "\n").codePoints().forEach(code -> append(printed, code));
        return printed.toString();
    }

    private void append(StringBuilder printed, int code) {
        if (code == '\n' || has(code)) {
            printed.appendCodePoint(code);
        } else if (code == '\t') {
            printed.append(' ');
        } else if (!shapeless(code)) {
            String alike = Normalizer.normalize(Character.toString(code), Normalizer.Form.NFKC);
            boolean same = alike.codePoints().allMatch(this::has);
            printed.append(same ? alike : "[U+%04X]".formatted(code));
        }
    }

    private boolean has(int code) {
        return known.get(code) && Character.getType(code) != Character.FORMAT && !variation(code);
    }

    /** Joiners and selectors; what turns the direction of a text has no shape either, but may hide what stands there. */
    private static boolean shapeless(int code) {
        byte direction = Character.getDirectionality(code);
        return variation(code)
                || Character.getType(code) == Character.FORMAT
                        && direction == Character.DIRECTIONALITY_BOUNDARY_NEUTRAL;
    }

    private static boolean variation(int code) {
        return code >= 0xFE00 && code <= 0xFE0F || code >= 0xE0100 && code <= 0xE01EF;
    }
}
