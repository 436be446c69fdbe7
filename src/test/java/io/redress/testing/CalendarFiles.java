package io.redress.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder of sites and calendars as an owner keeps it: at first the packaged files that a test asks for, then its own. */
public final class CalendarFiles {

    private final Path folder;

    public CalendarFiles(String... packaged) {
        try {
            folder = Files.createTempDirectory("calendars");
            Files.createDirectory(folder.resolve("holidays"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (String file : packaged) {
            restore(file);
        }
    }

    /** For the setting {@code redress.calendar.location}. */
    public String location() {
        return folder.toUri().toString();
    }

    public void write(String file, String text) {
        try {
            Files.writeString(folder.resolve(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void replace(String file, String from, String to) {
        write(file, packaged("calendar/" + file).replace(from, to));
    }

    /** The file as it is packaged. */
    public void restore(String file) {
        write(file, packaged("calendar/" + file));
    }

    public void delete(String file) {
        try {
            Files.delete(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A packaged file: a calendar, a diagram or a table. */
    public static String packaged(String resource) {
        try (InputStream stream = CalendarFiles.class.getResourceAsStream("/" + resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
