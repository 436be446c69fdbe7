package io.redress.casefile.paper;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.springframework.core.io.ClassPathResource;

/** The fonts of the papers, parsed once; not for two threads at the same time. */
final class PaperFonts {

    /** What style sheets name, in this order. */
    static final String FAMILIES = "Paper, \"Paper Regular\", \"Paper Rare\"";

    private static final int REGULAR = 400;
    private static final int BOLD = 700;

    private final TrueTypeFont regular = font("NotoSansSC-Regular.ttf");
    private final TrueTypeFont bold = font("NotoSansSC-Bold.ttf");
    private final TrueTypeFont rare = font("NotoSansJP-Rare.ttf");

    Glyphs glyphs() {
        try {
            return new Glyphs(List.of(regular, rare));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The fonts as one document embeds them, only with the characters that it uses. */
    List<Face> in(PDDocument document) throws IOException {
        PDType0Font text = PDType0Font.load(document, regular, true);
        return List.of(
                new Face("Paper", REGULAR, text),
                new Face("Paper", BOLD, PDType0Font.load(document, bold, true)),
                // The bold face has the usual characters only.
                new Face("Paper Regular", REGULAR, text),
                new Face("Paper Rare", REGULAR, PDType0Font.load(document, rare, true)));
    }

    record Face(String family, int weight, PDType0Font font) {

        void use(PdfRendererBuilder builder) {
            builder.useFont(new PDFontSupplier(font), family, weight, FontStyle.NORMAL, true);
        }
    }

    private static TrueTypeFont font(String file) {
        try (InputStream content = new ClassPathResource("fonts/" + file).getInputStream()) {
            return new TTFParser().parse(new RandomAccessReadBuffer(content));
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
