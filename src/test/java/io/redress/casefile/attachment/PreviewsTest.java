package io.redress.casefile.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreviewsTest {

    private static final int EDGE = 2_000;
    private static final int START_OF_SCAN = 0xDA;
    private static final int SCANS = 20_000;

    @TempDir
    private Path folder;

    private final Previews previews = new Previews();

    @Test
    void aPictureHasASmallOne() throws IOException {
        Path photo = Files.write(folder.resolve("photo"), progressive());
        assertThat(previews.make(photo, FileType.JPEG, folder.resolve("small"))).isTrue();
        BufferedImage small = ImageIO.read(folder.resolve("small").toFile());
        assertThat(small.getWidth()).isLessThanOrEqualTo(240);
    }

    /** The last scan again and again: few bytes that would take half an hour, one core and everybody's turn. */
    @Test
    void onePictureThatIsMadeToTakeHoursHoldsNobodyUp() throws IOException {
        byte[] photo = progressive();
        int scan = lastScan(photo);
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        bomb.write(photo, 0, photo.length - 2);
        for (int i = 0; i < SCANS; i++) {
            bomb.write(photo, scan, photo.length - 2 - scan);
        }
        bomb.write(photo, photo.length - 2, 2);
        Path file = Files.write(folder.resolve("bomb"), bomb.toByteArray());
        assertThat(previews.make(file, FileType.JPEG, folder.resolve("none"))).isFalse();
        assertThat(folder.resolve("none")).doesNotExist();
        Path next = Files.write(folder.resolve("next"), photo);
        assertThat(previews.make(next, FileType.JPEG, folder.resolve("small"))).isTrue();
    }

    private static int lastScan(byte[] photo) {
        for (int i = photo.length - 2; i > 0; i--) {
            if ((photo[i] & 0xFF) == 0xFF && (photo[i + 1] & 0xFF) == START_OF_SCAN) {
                return i;
            }
        }
        throw new IllegalArgumentException(Arrays.toString(photo));
    }

    private static byte[] progressive() throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageWriteParam progressive = writer.getDefaultWriteParam();
            progressive.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.setOutput(ImageIO.createImageOutputStream(bytes));
            writer.write(
                    null,
                    new IIOImage(new BufferedImage(EDGE, EDGE, BufferedImage.TYPE_BYTE_GRAY), null, null),
                    progressive);
            ((javax.imageio.stream.ImageOutputStream) writer.getOutput()).flush();
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
