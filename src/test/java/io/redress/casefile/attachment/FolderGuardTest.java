package io.redress.casefile.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.language.Language;
import io.redress.language.Sentences;
import io.redress.people.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** No node writes where the others do not read. */
class FolderGuardTest {

    @TempDir
    private Path disk;

    private DataSource database;

    @BeforeEach
    void anEmptyDatabase() {
        database = emptyDatabase();
    }

    private static DataSource emptyDatabase() {
        DataSource database = new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        JdbcClient jdbc = JdbcClient.create(database);
        jdbc.sql("create table attachment_folder (id integer primary key, mark varchar(36) not null)")
                .update();
        jdbc.sql("create table start_up (id integer primary key)").update();
        jdbc.sql("insert into start_up (id) values (1)").update();
        return database;
    }

    private static FolderGuard started(DataSource database, Path folder) {
        FolderGuard guard = new FolderGuard(
                new AttachmentFolder(folder),
                new AttachmentStore(JdbcClient.create(database)),
                new TransactionTemplate(new JdbcTransactionManager(database)),
                new Sentences(Language.EN),
                Clock.systemUTC());
        guard.afterSingletonsInstantiated();
        return guard;
    }

    @Test
    void theFirstNodeMarksTheFolderAndTheOthersSeeTheMark() {
        Path folder = disk.resolve("shared");
        assertThat(started(database, folder).sees()).isTrue();
        assertThat(started(database, folder).sees()).isTrue();
    }

    @Test
    void aDiskThatHoldsOtherThingsIsTaken() throws IOException {
        Files.createDirectory(disk.resolve("lost+found"));
        assertThat(started(database, disk).sees()).isTrue();
    }

    @Test
    void aNodeWithAnotherFolderDoesNotStart() {
        started(database, disk.resolve("shared"));
        assertThatThrownBy(() -> started(database, disk.resolve("local")))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("is not the one that belongs to this database")
                .extracting(refused -> ((StartRefused) refused).action())
                .asString()
                .contains("REDRESS_ATTACHMENTS_FOLDER");
        assertThat(disk.resolve("local")).doesNotExist();
    }

    @Test
    void aNodeWhoseShareIsNotMountedDoesNotStart() throws IOException {
        Path folder = disk.resolve("shared");
        FolderGuard guard = started(database, folder);
        Files.move(folder, disk.resolve("away"));
        Files.createDirectory(folder);
        assertThat(guard.sees()).as("while it runs").isFalse();
        assertThatThrownBy(() -> started(database, folder)).hasMessageContaining("not mounted");
        Files.delete(folder);
        Files.move(disk.resolve("away"), folder);
        assertThat(guard.sees()).as("back again").isTrue();
    }

    @Test
    void anotherDatabaseDoesNotTakeItsFolder() {
        started(database, disk);
        assertThatThrownBy(() -> started(emptyDatabase(), disk)).hasMessageContaining("belongs to another database");
    }

    @Test
    void aPlaceThatCanNotBeWrittenIsSaid() throws IOException {
        Path file = Files.createFile(disk.resolve("a-file"));
        assertThatThrownBy(() -> started(database, file.resolve("folder")))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("can’t be read and written");
        assertThat(JdbcClient.create(database)
                        .sql("select count(*) from attachment_folder")
                        .query(Integer.class)
                        .single())
                .as("nothing half done")
                .isZero();
    }
}
