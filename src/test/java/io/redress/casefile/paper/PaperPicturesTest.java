package io.redress.casefile.paper;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.language.Language;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every packaged paper looks as it was approved, in both languages. Where one is meant to look otherwise, look at
 * {@code target/papers} and copy its pictures to {@code src/test/resources/papers}.
 */
class PaperPicturesTest {

    private static final Path APPROVED = Path.of("src/test/resources/papers");
    private static final Path DRAWN = Path.of("target/papers");
    private static final float DOTS_PER_INCH = 50;
    /** Grey, of 255: edges of letters differ by this from one Java to the next. */
    private static final int SLIGHT = 48;

    private static final double TOLERATED = 0.002;

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyPaperLooksAsItWasApproved(Language language) throws IOException {
        Prints prints = Prints.packaged(language);
        Files.createDirectories(DRAWN);
        List<String> different = new ArrayList<>();
        for (String kind : Prints.KINDS) {
            try (PDDocument document = Loader.loadPDF(prints.example(kind, 1).pdf())) {
                PDFRenderer renderer = new PDFRenderer(document);
                for (int page = 0; page < document.getNumberOfPages(); page++) {
                    String name = "%s_%s-%d.png".formatted(kind, language.code(), page + 1);
                    BufferedImage drawn = renderer.renderImageWithDPI(page, DOTS_PER_INCH, ImageType.GRAY);
                    ImageIO.write(drawn, "png", DRAWN.resolve(name).toFile());
                    if (difference(drawn, APPROVED.resolve(name)) > TOLERATED) {
                        different.add(name);
                    }
                }
            }
        }
        assertThat(different).isEmpty();
    }

    /** The part of the picture that is clearly lighter or darker than approved; all of it where there is no such picture. */
    private static double difference(BufferedImage drawn, Path approved) throws IOException {
        if (!Files.exists(approved)) {
            return 1;
        }
        BufferedImage expected = ImageIO.read(approved.toFile());
        if (expected.getWidth() != drawn.getWidth() || expected.getHeight() != drawn.getHeight()) {
            return 1;
        }
        int different = 0;
        for (int y = 0; y < drawn.getHeight(); y++) {
            for (int x = 0; x < drawn.getWidth(); x++) {
                int grey = drawn.getRaster().getSample(x, y, 0);
                if (Math.abs(grey - expected.getRaster().getSample(x, y, 0)) > SLIGHT) {
                    different++;
                }
            }
        }
        return (double) different / (drawn.getWidth() * drawn.getHeight());
    }
}
