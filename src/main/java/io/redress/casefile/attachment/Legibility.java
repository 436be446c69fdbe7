package io.redress.casefile.attachment;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.io.RandomAccessReadView;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says whether there is a picture or a page in a file: its first bytes alone prove nothing. */
final class Legibility {

    private static final Logger LOG = LoggerFactory.getLogger(Legibility.class);

    /**
     * Bytes read of a PDF to find its first page; packed, they can stand for a thousand times as many, which are held in memory.
     * What needs more is believed.
     */
    private static final int MOST_READ = 128 * 1024;

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Bytes; the first part of a WEBP picture says its size. */
    private static final int WEBP_HEAD = 30;

    private static final int BOX_HEAD = 8;

    /** One after another: what is unpacked takes its megabytes. */
    private final Semaphore turn = new Semaphore(1);

    boolean of(Path file, FileType type) throws IOException {
        return switch (type) {
            case JPEG, PNG, GIF -> picture(file);
            case WEBP -> webp(file);
            case HEIC -> heic(file);
            case PDF -> pdf(file);
            case TEXT, WORD, EXCEL -> true;
        };
    }

    /** By its head, before anything is unpacked. */
    private static boolean picture(Path file) {
        try (ImageInputStream head = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(head);
            if (!readers.hasNext()) {
                return false;
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(head, true, true);
                return reader.getWidth(0) > 0 && reader.getHeight(0) > 0;
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    private static boolean webp(Path file) throws IOException {
        try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "r")) {
            byte[] head = new byte[WEBP_HEAD];
            return content.read(head) == WEBP_HEAD
                    && Set.of("VP8 ", "VP8L", "VP8X").contains(new String(head, 12, 4, StandardCharsets.ISO_8859_1));
        }
    }

    /** It consists of boxes, each with its length; one says what the picture is. */
    private static boolean heic(Path file) throws IOException {
        try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "r")) {
            Set<String> boxes = new HashSet<>();
            long at = 0;
            while (at + BOX_HEAD <= content.length() && boxes.size() < BOX_HEAD) {
                content.seek(at);
                long length = content.readInt() & 0xFFFFFFFFL;
                byte[] name = new byte[4];
                content.readFully(name);
                boxes.add(new String(name, StandardCharsets.ISO_8859_1));
                // 1: the length stands behind the name, 0: it ends with the file.
                length = length == 1 && at + 2 * BOX_HEAD <= content.length() ? content.readLong() : length;
                at = length < BOX_HEAD ? content.length() : at + length;
            }
            return boxes.contains("ftyp") && (boxes.contains("meta") || boxes.contains("moov"));
        }
    }

    private boolean pdf(Path file) throws IOException {
        if (!myTurn()) {
            return true;
        }
        try (Bounded content = new Bounded(file.toFile())) {
            try (PDDocument document =
                    Loader.loadPDF(content, "", null, null, IOUtils.createTempFileOnlyStreamCache())) {
                return document.getNumberOfPages() > 0 && document.getPage(0) != null || content.over;
            } catch (InvalidPasswordException e) {
                // Whoever knows it can read it.
                return true;
            } catch (IOException | RuntimeException e) {
                LOG.info("no page in a PDF: {}", e.toString());
                return content.over;
            } catch (StackOverflowError | OutOfMemoryError e) {
                LOG.warn("a PDF is built to exhaust its reader: {}", e.toString());
                return false;
            }
        } finally {
            turn.release();
        }
    }

    private boolean myTurn() {
        try {
            return turn.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** A file of which no more is read than that. */
    private static final class Bounded implements RandomAccessRead {

        private final RandomAccessRead file;
        private final long until = System.nanoTime() + PATIENCE.toNanos();
        private long read;
        private boolean over;

        Bounded(File file) throws IOException {
            this.file = new RandomAccessReadBufferedFile(file);
        }

        private void count(int bytes) throws IOException {
            read += bytes;
            if (read > MOST_READ || System.nanoTime() > until) {
                over = true;
                throw new IOException("more is to be read than is looked at");
            }
        }

        @Override
        public int read() throws IOException {
            count(1);
            return file.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            count(length);
            return file.read(into, offset, length);
        }

        @Override
        public long getPosition() throws IOException {
            return file.getPosition();
        }

        @Override
        public void seek(long position) throws IOException {
            file.seek(position);
        }

        @Override
        public long length() throws IOException {
            return file.length();
        }

        @Override
        public boolean isClosed() {
            return file.isClosed();
        }

        @Override
        public boolean isEOF() throws IOException {
            return file.isEOF();
        }

        @Override
        public RandomAccessReadView createView(long start, long length) throws IOException {
            return new RandomAccessReadView(this, start, length);
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
