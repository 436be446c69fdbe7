package io.redress.casefile.paper;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.language.Language;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PaperFontsTest {

    private static final Glyphs GLYPHS = new PaperFonts().glyphs();

    @Test
    void everyCharacterOfGbkHasAShape() {
        Charset gbk = Charset.forName("GBK");
        StringBuilder ideographs = new StringBuilder();
        for (int code = 0x4E00; code <= 0x9FA5; code++) {
            assertThat(gbk.newEncoder().canEncode((char) code)).isTrue();
            ideographs.append((char) code);
        }
        assertThat(GLYPHS.printable(ideographs.toString())).isEqualTo(ideographs.toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
            𠮷田㐂子           | 𠮷田㐂子
            \uD869\uDED6某    | [U+2A6D6]某
            好😡              | 好[U+1F621]
            a\u202Eb          | a[U+202E]b
            a\u200Db\uFE0Fc   | abc
            a\tb              | a b
            a\u0001b          | a[U+0001]b
            ⾺                 | 馬
            """)
    void whatNoFontHasIsPrintedByItsNameAndNeverLost(String text, String printed) {
        assertThat(GLYPHS.printable(text)).isEqualTo(printed);
    }

    @Test
    void halfACharacterIsNamed() {
        assertThat(GLYPHS.printable("a" + (char) 0xD83D)).isEqualTo("a[U+D83D]");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyFontIsEmbeddedAndWhatIsCopiedOutIsWhatWasPrinted(Language language) throws IOException {
        Prints prints = Prints.packaged(language);
        for (String kind : Prints.KINDS) {
            Map<String, Object> facts = new HashMap<>(prints.example(kind));
            byte[] pdf = prints.print(kind, facts, 1).pdf();
            try (PDDocument document = Loader.loadPDF(pdf)) {
                assertThat(fonts(document))
                        .as(kind)
                        .isNotEmpty()
                        .allSatisfy(
                                font -> assertThat(font).matches("[A-Z]{6}\\+NotoSans(SC|JP)-(Regular|Bold) embedded"));
                String text = new PDFTextStripper().getText(document);
                assertThat(text.codePoints().filter(code -> code >= 0x2E80 && code <= 0x2FDF))
                        .isEmpty();
                assertThat(text).contains((String) facts.get("number")).doesNotContain("#");
                if (kind.equals(PaperKind.REGISTRATION_FORM)) {
                    assertThat(text).contains("𠮷田㐂子", "壹佰贰拾叁元肆角伍分", "123.45");
                }
            }
        }
    }

    static Set<String> fonts(PDDocument document) throws IOException {
        Set<String> fonts = new TreeSet<>();
        for (PDPage page : document.getPages()) {
            for (COSName name : page.getResources().getFontNames()) {
                PDFont font = page.getResources().getFont(name);
                fonts.add(font.getName() + (font.isEmbedded() ? " embedded" : " missing"));
            }
        }
        return fonts;
    }
}
