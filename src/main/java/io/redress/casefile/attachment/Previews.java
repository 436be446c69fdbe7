package io.redress.casefile.attachment;

import java.awt.image.BufferedImage;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import net.coobird.thumbnailator.Thumbnails;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the small pictures of attached ones, as they are meant to be held. */
final class Previews {

    private static final Logger LOG = LoggerFactory.getLogger(Previews.class);

    /** Pixels; the size that a list shows, on a screen of twice the density. */
    private static final int EDGE = 240;

    /** Pixels; about a hundred megabytes when it is unpacked, of two bytes a colour, too. */
    private static final long LARGEST = 16_000_000;

    /** Nobody waits longer for a small picture. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final int START_OF_SCAN = 0xDA;
    private static final int MOST_SCANS = 64;

    /** Unpacked, each takes its megabytes: one after another. */
    private final Semaphore turn = new Semaphore(1);

    /** @return whether there is one now; there is none of what is no picture, too large, or broken */
    boolean make(Path picture, FileType type, Path preview) {
        String format = switch (type) {
            case JPEG -> "jpg";
            // They may be transparent.
            case PNG, GIF -> "png";
            default -> null;
        };
        if (format == null || !small(picture)) {
            return false;
        }
        if (!myTurn()) {
            return false;
        }
        try {
            if (type == FileType.JPEG && scans(picture) > MOST_SCANS) {
                return false;
            }
            BufferedImage made =
                    Thumbnails.of(picture.toFile()).size(EDGE, EDGE).asBufferedImage();
            ImageIO.write(made, format, preview.toFile());
            return true;
        } catch (IOException | RuntimeException e) {
            // Broken pictures throw whatever the reader stumbles over; the file is kept all the same.
            LOG.info("no preview of a {}: {}", type, e.toString());
            forget(preview);
            return false;
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

    /**
     * How often the picture is drawn over itself: a progressive one about ten times. One that says so twenty thousand times would
     * be drawn for hours, and its reader can't be stopped.
     */
    private static int scans(Path picture) throws IOException {
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(picture), 64 * 1024)) {
            int scans = 0;
            int before = 0;
            for (int now = bytes.read(); now >= 0 && scans <= MOST_SCANS; now = bytes.read()) {
                // Within what is drawn, FF is never followed by that.
                if (before == 0xFF && now == START_OF_SCAN) {
                    scans++;
                }
                before = now;
            }
            return scans;
        }
    }

    private static void forget(Path preview) {
        try {
            Files.deleteIfExists(preview);
        } catch (IOException e) {
            LOG.warn("half a preview stays behind: {}", e.toString());
        }
    }

    /** By what its head says, before anything is unpacked. */
    private static boolean small(Path picture) {
        try (ImageInputStream head = ImageIO.createImageInputStream(picture.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(head);
            if (!readers.hasNext()) {
                return false;
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(head, true, true);
                return (long) reader.getWidth(0) * reader.getHeight(0) <= LARGEST;
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }
}
