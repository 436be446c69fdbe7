package io.redress.casefile.attachment;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.tika.Tika;

/** Says what a file is by its bytes; what it is called says nothing. */
final class FileTypes {

    private final Tika tika = new Tika();

    /**
     * What a file is.
     *
     * @param type empty where a case may not hold it
     * @param found the media type that its bytes look like; what a document has that it may not, where it has such
     * @param more whether it would be a document that a case may hold, had it not more in it
     */
    record Found(Optional<FileType> type, String found, boolean more) {}

    Found of(Path file) throws IOException {
        String found;
        try (InputStream content = new BufferedInputStream(Files.newInputStream(file))) {
            found = tika.detect(content);
        }
        return switch (found) {
            case "image/heif", "image/heic-sequence", "image/heif-sequence" ->
                new Found(Optional.of(FileType.HEIC), found, false);
            case "application/zip", "application/x-tika-ooxml" -> {
                OfficeDocument.Seen seen = OfficeDocument.look(file);
                yield new Found(
                        seen.type(), seen.more().orElse(found), seen.more().isPresent());
            }
            // What stands before a document may be read as something else.
            case "application/pdf" ->
                new Found(begins(file, "%PDF-") ? Optional.of(FileType.PDF) : Optional.empty(), found, false);
            default -> new Found(FileType.of(found), found, false);
        };
    }

    private static boolean begins(Path file, String with) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            return new String(content.readNBytes(with.length()), StandardCharsets.ISO_8859_1).equals(with);
        }
    }
}
