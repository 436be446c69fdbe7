package io.redress.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ActiveProfilesResolver;

/** Gives each application context an empty database of its own, of the kind that the build asks for. */
public final class TestDatabase
        implements ApplicationContextInitializer<ConfigurableApplicationContext>, ActiveProfilesResolver {

    /** One server for all contexts, with the durability of production: figures and crash tests are meant to count. */
    private static final class Server {
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("full_page_writes", "on")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
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
            TestPropertyValues.of("spring.datasource.url=jdbc:h2:mem:" + name
                            + ";LOCK_TIMEOUT=10000;OPTIMIZE_REUSE_RESULTS=FALSE;DB_CLOSE_DELAY=-1")
                    .applyTo(context);
        }
    }

    /** Makes an empty PostgreSQL database and gives its JDBC URL (user postgres, any password). */
    public static String create(String name) {
        try (Connection connection = Server.POSTGRES.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
            return url(name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The JDBC URL of a database of the same server. */
    public static String url(String name) {
        return Server.POSTGRES.getJdbcUrl("postgres", name);
    }
}
