package io.redress.casefile.attachment;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of file that a case may hold; there are no others. */
public enum FileType {
    JPEG("image/jpeg", true, "jpg", "jpeg", "jpe", "jfif"),
    PNG("image/png", true, "png"),
    GIF("image/gif", true, "gif"),
    WEBP("image/webp", true, "webp"),
    /** From an iPhone; most browsers can't show it. */
    HEIC("image/heic", false, "heic", "heif"),
    PDF("application/pdf", true, "pdf"),
    TEXT("text/plain", false, "txt"),
    WORD("application/vnd.openxmlformats-officedocument.wordprocessingml.document", false, "docx"),
    EXCEL("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", false, "xlsx");

    private final String mediaType;
    private final boolean inline;
    private final List<String> endings;

    FileType(String mediaType, boolean inline, String... endings) {
        this.mediaType = mediaType;
        this.inline = inline;
        this.endings = List.of(endings);
    }

    static Optional<FileType> of(String mediaType) {
        return Stream.of(values())
                .filter(type -> type.mediaType.equals(mediaType))
                .findFirst();
    }

    public String mediaType() {
        return mediaType;
    }

    /** Whether a browser may show it; whatever else there is, is only kept. */
    public boolean inline() {
        return inline;
    }

    /** Whether a paper can be scanned or photographed to it. */
    public boolean scan() {
        return this == PDF || mediaType.startsWith("image/");
    }

    /** As it stands in the names of sentences. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    String named(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return endings.contains(ending) ? name : name + "." + endings.get(0);
    }
}
