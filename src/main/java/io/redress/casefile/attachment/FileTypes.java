package io.redress.casefile.attachment;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.tika.Tika;

/** Says what a file is by its bytes; what it is called says nothing. */
final class FileTypes {

    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";

    /** Bytes; the list of what is in an archive is read whole, and is never longer than the archive. */
    private static final long LARGEST_DOCUMENT = 50L * 1024 * 1024;

    /** Bytes; packed, a few can stand for any number. */
    private static final int LONGEST_LIST = 1024 * 1024;

    private final Tika tika = new Tika();

    /**
     * What a file is.
     *
     * @param type empty where a case may not hold it
     * @param found the media type that its bytes look like
     */
    record Found(Optional<FileType> type, String found) {}

    Found of(Path file) throws IOException {
        String found;
        try (InputStream content = new BufferedInputStream(Files.newInputStream(file))) {
            found = tika.detect(content);
        }
        return new Found(
                switch (found) {
                    case "image/heif", "image/heic-sequence", "image/heif-sequence" -> Optional.of(FileType.HEIC);
                    case "application/zip", "application/x-tika-ooxml" -> document(file);
                    // What stands before a document may be read as something else.
                    case "application/pdf" -> begins(file, "%PDF-") ? Optional.of(FileType.PDF) : Optional.empty();
                    default -> FileType.of(found);
                },
                found);
    }

    /** A document of an office program is an archive that says so itself; one with macros says that. */
    private static Optional<FileType> document(Path file) throws IOException {
        if (Files.size(file) > LARGEST_DOCUMENT) {
            return Optional.empty();
        }
        try (ZipFile archive = new ZipFile(file.toFile())) {
            ZipEntry list = archive.getEntry("[Content_Types].xml");
            if (list == null) {
                return Optional.empty();
            }
            try (InputStream content = archive.getInputStream(list)) {
                String types = new String(content.readNBytes(LONGEST_LIST), StandardCharsets.UTF_8);
                if (types.contains("macroEnabled") || types.contains("vbaProject")) {
                    return Optional.empty();
                }
                return types.contains(OFFICE + "wordprocessingml.document.main+xml")
                        ? Optional.of(FileType.WORD)
                        : Optional.of(FileType.EXCEL)
                                .filter(excel -> types.contains(OFFICE + "spreadsheetml.sheet.main+xml"));
            }
        } catch (java.util.zip.ZipException e) {
            return Optional.empty();
        }
    }

    private static boolean begins(Path file, String with) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            return new String(content.readNBytes(with.length()), StandardCharsets.ISO_8859_1).equals(with);
        }
    }
}
