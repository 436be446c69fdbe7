package io.redress.casefile.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The folder that holds the bytes of attachments, the same for all nodes: {@code mark} says whose it is, {@code incoming}
 * holds what is not all there yet, and each file stands under its id, a picture's preview beside it.
 */
final class AttachmentFolder {

    private static final int CHUNK = 64 * 1024;
    private static final int ASKED_AT_ONCE = 500;
    private static final String MARK = "mark";
    private static final String INCOMING = "incoming";
    private static final String PREVIEW = ".preview";
    private static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private final Path root;

    AttachmentFolder(Path root) {
        this.root = root;
    }

    /** What has come in whole, and stands apart until it is kept. */
    record Received(Path file, long bytes, String sha256) implements AutoCloseable {

        /** Forgets it, unless it was kept. */
        @Override
        public void close() throws IOException {
            Files.deleteIfExists(file);
        }
    }

    /** The sender broke off; what there was is forgotten. */
    static final class CutShort extends IOException {

        private static final long serialVersionUID = 1L;

        CutShort(IOException cause) {
            super(cause);
        }
    }

    /** It is longer than it may be; what there was is forgotten. */
    static final class TooLong extends IOException {

        private static final long serialVersionUID = 1L;
    }

    Path root() {
        return root;
    }

    /** Empty while the folder belongs to nobody, or is not there. */
    Optional<String> mark() throws IOException {
        try {
            return Optional.of(Files.readString(root.resolve(MARK)).strip());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    void putMark(String mark) throws IOException {
        Files.createDirectories(root);
        Files.writeString(root.resolve(MARK), mark, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
    }

    /** Writes a byte and takes it away again. */
    void tryToWrite() throws IOException {
        Path file = incoming();
        Files.write(file, new byte[1], StandardOpenOption.CREATE_NEW);
        Files.delete(file);
    }

    /**
     * Takes in what is sent, in one pass.
     *
     * @throws CutShort when the sender broke off
     * @throws TooLong when it is longer than that many bytes
     * @throws IOException when it can't be written
     */
    Received receive(InputStream sent, long longest) throws IOException {
        Path file = incoming();
        try {
            MessageDigest digest = sha256();
            long bytes = 0;
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                    OutputStream out = new DigestOutputStream(Channels.newOutputStream(channel), digest)) {
                byte[] chunk = new byte[CHUNK];
                for (int read = read(sent, chunk); read >= 0; read = read(sent, chunk)) {
                    bytes += read;
                    if (bytes > longest) {
                        throw new TooLong();
                    }
                    out.write(chunk, 0, read);
                }
                // Who is told that it is kept can rely on it.
                channel.force(true);
            }
            return new Received(file, bytes, HexFormat.of().formatHex(digest.digest()));
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private static int read(InputStream sent, byte[] chunk) throws IOException {
        try {
            return sent.read(chunk);
        } catch (IOException e) {
            throw new CutShort(e);
        }
    }

    void keep(Received received, String id) throws IOException {
        Path place = file(id);
        Files.createDirectories(place.getParent());
        Files.move(received.file(), place, StandardCopyOption.ATOMIC_MOVE);
    }

    Path file(String id) {
        return root.resolve(id.substring(0, 2)).resolve(UUID.fromString(id).toString());
    }

    Path preview(String id) {
        return file(id).resolveSibling(id + PREVIEW);
    }

    void forget(String id) throws IOException {
        Files.deleteIfExists(preview(id));
        Files.deleteIfExists(file(id));
    }

    /**
     * Forgets what somebody left behind who was stopped half-way: what is older than that and known to nobody.
     *
     * @param known gives those of some ids that are
     * @return how many files it were
     */
    int sweep(Instant before, Function<Collection<String>, Set<String>> known) throws IOException {
        int swept = 0;
        for (Path folder : entries(root)) {
            // Only what is named as Redress names it: a disk may hold other things besides.
            if (folder.getFileName().toString().matches(INCOMING + "|[0-9a-f]{2}") && Files.isDirectory(folder)) {
                List<Path> old = new ArrayList<>();
                for (Path file : entries(folder)) {
                    if (id(file).matches(ID) && changed(file).isBefore(before)) {
                        old.add(file);
                    }
                }
                for (int from = 0; from < old.size(); from += ASKED_AT_ONCE) {
                    swept += forget(old.subList(from, Math.min(old.size(), from + ASKED_AT_ONCE)), known);
                }
            }
        }
        return swept;
    }

    private static int forget(List<Path> old, Function<Collection<String>, Set<String>> known) throws IOException {
        Set<String> kept = known.apply(old.stream().map(AttachmentFolder::id).collect(Collectors.toSet()));
        int forgotten = 0;
        for (Path file : old) {
            if (!kept.contains(id(file)) && Files.deleteIfExists(file)) {
                forgotten++;
            }
        }
        return forgotten;
    }

    private static String id(Path file) {
        return file.getFileName().toString().replace(PREVIEW, "");
    }

    private static List<Path> entries(Path folder) throws IOException {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> content = Files.newDirectoryStream(folder)) {
            content.forEach(entries::add);
        }
        return entries;
    }

    /** Never, where another node has taken it away meanwhile. */
    private static Instant changed(Path file) throws IOException {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (FileSystemException e) {
            return Instant.MAX;
        }
    }

    private Path incoming() throws IOException {
        return Files.createDirectories(root.resolve(INCOMING))
                .resolve(UUID.randomUUID().toString());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
