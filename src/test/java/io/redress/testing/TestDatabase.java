package io.redress.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ActiveProfilesResolver;

/** Gives each application context an empty database of its own, of the kind that the build asks for. */
public final class TestDatabase
        implements ApplicationContextInitializer<ConfigurableApplicationContext>, ActiveProfilesResolver {

    /** Databases have the same names in the next run, and their folders are not theirs. */
    private static final String RUN = UUID.randomUUID().toString();

    /** One server for all contexts, which need not outlive a power cut: it does not wait for the disk. */
    private static final class Hasty {
        static final EmbeddedPostgres POSTGRES = start("off");
    }

    /** One with the durability of production, where figures and crashes are meant to count. */
    private static final class Durable {
        static final EmbeddedPostgres POSTGRES = start("on");
    }

    private static EmbeddedPostgres start(String durable) {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setRegisterShutdownHook(false)
                    .setServerConfig("fsync", durable)
                    .setServerConfig("synchronous_commit", durable)
                    .setServerConfig("full_page_writes", durable)
                    .start();
            // When the last application has closed: one that closes would wait half a minute for a database that is
            // gone.
            SpringApplication.getShutdownHandlers().add(() -> stop(server));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void stop(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static boolean postgres() {
        return "postgres".equals(System.getProperty("redress.test.database"));
    }

    /** The profile of production, where the build asks for PostgreSQL. */
    @Override
    public String[] resolve(Class<?> testClass) {
        return postgres() ? new String[] {"postgres"} : new String[0];
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        // Tests count what they have made themselves.
        TestPropertyValues.of("redress.sample-life="
                        + context.getEnvironment().getProperty("redress.test.sample-life", "false"))
                .applyTo(context);
        String name = "redress_" + UUID.randomUUID().toString().replace("-", "");
        TestPropertyValues.of("redress.attachments.folder=" + folder(name)).applyTo(context);
        if (postgres()) {
            TestPropertyValues.of(
                            "REDRESS_DB_URL=" + create(name),
                            "REDRESS_DB_USER=postgres",
                            "REDRESS_DB_PASSWORD=postgres",
                            "REDRESS_DEMO=true",
                            "REDRESS_DEMO_CONFIRM=true",
                            "REDRESS_TLS=false")
                    .applyTo(context);
        } else {
            TestPropertyValues.of(
                            "spring.datasource.url=jdbc:h2:mem:" + name
                                    + ";LOCK_TIMEOUT=10000;OPTIMIZE_REUSE_RESULTS=FALSE;DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE")
                    .applyTo(context);
        }
    }

    /** A folder of attachments for a database that nobody else has. */
    public static String folder(String database) {
        return Path.of("target", "attachments", RUN, database).toString();
    }

    /** Makes an empty PostgreSQL database and gives its JDBC URL (user postgres, any password). */
    public static String create(String name) {
        return create(name, Hasty.POSTGRES);
    }

    /** The same on a server that loses nothing when it is killed, at the speed of one. */
    public static String createDurable(String name) {
        return create(name, Durable.POSTGRES);
    }

    /** The JDBC URL of a durable database that was made. */
    public static String durable(String name) {
        return Durable.POSTGRES.getJdbcUrl("postgres", name);
    }

    private static String create(String name, EmbeddedPostgres server) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
            return server.getJdbcUrl("postgres", name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
