package io.redress.casefile.attachment;

import static io.redress.testing.SampleFiles.bomb;
import static io.redress.testing.SampleFiles.pdf;
import static io.redress.testing.SampleFiles.picture;
import static io.redress.testing.SampleFiles.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LegibilityTest {

    private static final String HEIC_HEAD = "\0\0\0\u0010ftypheic\0\0\0\0";

    @TempDir
    private Path folder;

    private boolean legible(byte[] content, FileType type) throws IOException {
        return new Legibility().of(Files.write(folder.resolve("file"), content), type);
    }

    private static byte[] bytes(String characters) {
        return characters.getBytes(StandardCharsets.ISO_8859_1);
    }

    static Stream<Arguments> whole() throws IOException {
        return Stream.of(
                Arguments.of(picture("jpg", 8, 6), FileType.JPEG),
                Arguments.of(picture("png", 1, 1), FileType.PNG),
                Arguments.of(picture("gif", 8, 6), FileType.GIF),
                // Nobody need unpack it.
                Arguments.of(bomb(50_000, 50_000), FileType.PNG),
                Arguments.of(bytes("RIFF\u0020\0\0\0WEBPVP8L\u0011\0\0\0/\0\0\0\0xxxxxxxxx"), FileType.WEBP),
                Arguments.of(bytes(HEIC_HEAD + "\0\0\0\u000cmetaxxxx"), FileType.HEIC),
                Arguments.of(pdf(""), FileType.PDF),
                Arguments.of(saved(3, null), FileType.PDF),
                // More than is looked at.
                Arguments.of(saved(3_000, null), FileType.PDF),
                Arguments.of(saved(1, "secret"), FileType.PDF),
                Arguments.of(text("1"), FileType.TEXT));
    }

    private static byte[] saved(int pages, String password) throws IOException {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            for (int page = 0; page < pages; page++) {
                document.addPage(new PDPage());
            }
            if (password != null) {
                document.protect(new StandardProtectionPolicy(password, password, new AccessPermission()));
            }
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    @ParameterizedTest
    @MethodSource("whole")
    void whatHoldsAPictureOrAPageIsLegible(byte[] content, FileType type) throws IOException {
        assertThat(legible(content, type)).isTrue();
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of(Arrays.copyOf(picture("jpg", 8, 6), 3), FileType.JPEG),
                Arguments.of(Arrays.copyOf(picture("jpg", 8, 6), 40), FileType.JPEG),
                Arguments.of(Arrays.copyOf(picture("png", 8, 6), 8), FileType.PNG),
                Arguments.of(bytes("GIF89a"), FileType.GIF),
                Arguments.of(bytes("RIFF\0\0\0\0WEBP"), FileType.WEBP),
                Arguments.of(bytes(HEIC_HEAD), FileType.HEIC),
                Arguments.of(bytes("\0\0\0\1ftyp"), FileType.HEIC),
                Arguments.of(text("%PDF-"), FileType.PDF),
                Arguments.of(text("%PDF-1.4\n%%EOF"), FileType.PDF),
                Arguments.of(
                        text("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"),
                        FileType.PDF),
                Arguments.of(
                        text(
                                "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
                                        + "trailer<</Root 1 0 R>>\n%%EOF\n"),
                        FileType.PDF));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void itsFirstBytesAloneProveNothing(byte[] content, FileType type) throws IOException {
        assertThat(legible(content, type)).isFalse();
    }

    /** Whatever comes of it, it comes soon, and the next is looked at. */
    @ParameterizedTest
    @ValueSource(strings = {"packed", "nested", "long"})
    void onePdfThatIsMadeToExhaustItsReaderHoldsNobodyUp(String how) throws IOException {
        byte[] made = switch (how) {
            case "packed" -> packed();
            case "nested" ->
                text("%PDF-1.4\n1 0 obj" + "[".repeat(100_000) + "endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
            default -> text("%PDF-1.4\n" + "1 0 obj<<>>endobj\n".repeat(2_000_000));
        };
        Legibility legibility = new Legibility();
        Path file = Files.write(folder.resolve("made"), made);
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> legibility.of(file, FileType.PDF));
        assertThat(legibility.of(Files.write(folder.resolve("next"), pdf("")), FileType.PDF))
                .isTrue();
    }

    /** A list of objects that is a gigabyte when it is unpacked. */
    private static byte[] packed() throws IOException {
        ByteArrayOutputStream zeros = new ByteArrayOutputStream();
        try (OutputStream out = new DeflaterOutputStream(zeros)) {
            byte[] megabyte = new byte[1024 * 1024];
            for (int i = 0; i < 1024; i++) {
                out.write(megabyte);
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(text("%PDF-1.5\n1 0 obj<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length " + zeros.size()
                + ">>stream\n"));
        bytes.writeBytes(zeros.toByteArray());
        bytes.writeBytes(text("\nendstream endobj\ntrailer<</Root 2 0 R>>\n%%EOF\n"));
        return bytes.toByteArray();
    }
}
