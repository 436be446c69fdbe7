package io.redress.casefile.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.redress.casefile.attachment.AttachmentFolder.Received;
import io.redress.testing.SampleFiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AttachmentFolderTest {

    private static final int DISK = 1024 * 1024;

    private final Path root = Jimfs.newFileSystem(
                    Configuration.unix().toBuilder().setMaxSize(DISK).build())
            .getPath("/attachments");
    private final AttachmentFolder folder = new AttachmentFolder(root);

    private static InputStream stream(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    private long files() throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile).count();
        }
    }

    private String kept(byte[] bytes) throws IOException {
        String id = UUID.randomUUID().toString();
        try (Received received = folder.receive(stream(bytes), DISK)) {
            folder.keep(received, id);
        }
        return id;
    }

    @Test
    void whatComesInIsKeptUnderItsId() throws IOException {
        String id = kept(SampleFiles.text("证据"));
        assertThat(Files.readAllBytes(folder.file(id))).isEqualTo(SampleFiles.text("证据"));
        assertThat(files()).isEqualTo(1);
        folder.forget(id);
        assertThat(files()).isZero();
    }

    @Test
    void itsDigestIsThatOfItsBytes() throws IOException {
        try (Received received = folder.receive(stream(SampleFiles.text("abc")), DISK)) {
            assertThat(received.bytes()).isEqualTo(3);
            assertThat(received.sha256()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        }
        assertThat(files()).as("what is not kept").isZero();
    }

    @Test
    void aFullDiskLeavesNothingBehind() throws IOException {
        kept(new byte[DISK / 2]);
        assertThatThrownBy(() -> folder.receive(stream(new byte[DISK]), 2 * DISK))
                .isInstanceOf(IOException.class)
                .isNotInstanceOfAny(AttachmentFolder.CutShort.class, AttachmentFolder.TooLong.class);
        assertThat(files()).isEqualTo(1);
        kept(new byte[DISK / 4]);
    }

    @Test
    void whatIsTooLongOrBrokenOffLeavesNothingBehind() throws IOException {
        Files.createDirectories(root);
        assertThatThrownBy(() -> folder.receive(stream(new byte[101]), 100))
                .isInstanceOf(AttachmentFolder.TooLong.class);
        InputStream broken = new SequenceInputStream(stream(new byte[1000]), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("reset");
            }
        });
        assertThatThrownBy(() -> folder.receive(broken, DISK)).isInstanceOf(AttachmentFolder.CutShort.class);
        assertThat(files()).isZero();
    }

    @Test
    void whatNobodyKnowsIsSweptAwayOnceItIsOld() throws IOException {
        String known = kept(new byte[1]);
        String lost = kept(new byte[2]);
        String young = kept(new byte[3]);
        Files.write(folder.preview(lost), new byte[1]);
        Path half = Files.createDirectories(root.resolve("incoming"))
                .resolve(UUID.randomUUID().toString());
        Files.write(half, new byte[4]);
        Path anothers = Files.createDirectories(root.resolve("lost+found")).resolve(lost);
        Files.write(anothers, new byte[5]);
        folder.putMark("mark");
        Instant yesterday = Instant.now().minus(Duration.ofDays(2));
        for (Path old : new Path[] {
            folder.file(known), folder.file(lost), folder.preview(lost), half, anothers, root.resolve("mark")
        }) {
            Files.setLastModifiedTime(old, FileTime.from(yesterday));
        }
        assertThat(folder.sweep(Instant.now().minus(Duration.ofDays(1)), ids -> Set.of(known)))
                .isEqualTo(3);
        assertThat(folder.file(known)).exists();
        assertThat(folder.file(young)).exists();
        assertThat(folder.file(lost)).doesNotExist();
        assertThat(folder.preview(lost)).doesNotExist();
        assertThat(half).doesNotExist();
        assertThat(anothers).as("not ours").exists();
        assertThat(folder.mark()).hasValue("mark");
    }
}
