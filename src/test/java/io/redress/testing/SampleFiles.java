package io.redress.testing;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Files as people attach them, and as they had better not. */
public final class SampleFiles {

    public static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR" + "-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    private SampleFiles() {}

    /** A photo that is like no other. */
    public static byte[] photo() {
        return picture("jpg", 800, 600);
    }

    /** @param format {@code jpg}, {@code png} or {@code gif} */
    public static byte[] picture(String format, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D paint = image.createGraphics();
        for (int i = 0; i < 12; i++) {
            paint.setColor(new Color((int) (Math.random() * 0xFFFFFF)));
            paint.fillRect(i * width / 12, 0, width / 12 + 1, height);
        }
        paint.dispose();
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(image, format, bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A picture of a few bytes that says it is that large. */
    public static byte[] bomb(int width, int height) {
        byte[] png = picture("png", 12, 1);
        ByteBuffer bytes = ByteBuffer.wrap(png);
        bytes.putInt(16, width);
        bytes.putInt(20, height);
        CRC32 sum = new CRC32();
        sum.update(png, 12, 17);
        bytes.putInt(29, (int) sum.getValue());
        return png;
    }

    /** A page without anything on it, in a document that says that, too. */
    public static byte[] pdf(String content) {
        return text("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R" + content + ">>endobj\n"
                + "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\n"
                + "trailer<</Root 1 0 R>>\n%%EOF\n");
    }

    /** A document of that kind: {@code wordprocessingml.document} or {@code spreadsheetml.sheet}. */
    public static byte[] office(String kind) {
        return office(kind, "", Map.of());
    }

    /** The same with further parts, and what else it declares of their types. */
    public static byte[] office(String kind, String types, Map<String, byte[]> parts) {
        String main = kind.startsWith("word") ? "word/document.xml" : "xl/workbook.xml";
        Map<String, byte[]> all = new LinkedHashMap<>();
        all.put(
                "[Content_Types].xml",
                text(("<Types><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/%s\""
                                + " ContentType=\"application/vnd.openxmlformats-officedocument.%s.main+xml\"/>%s</Types>")
                        .formatted(main, kind, types)));
        all.put("_rels/.rels", text("<Relationships/>"));
        all.put(main, text("<document/>"));
        all.putAll(parts);
        return zip(all);
    }

    public static byte[] zip(Map<String, byte[]> content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream archive = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : content.entrySet()) {
                archive.putNextEntry(new ZipEntry(file.getKey()));
                archive.write(file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public static byte[] text(String words) {
        return words.getBytes(StandardCharsets.UTF_8);
    }
}
