package io.redress.testing;

import io.redress.RedressApplication;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test over the whole application, listening on a free port: on H2, or on a real PostgreSQL with
 * {@code -Dredress.test.database=postgres}. The demo people can log in; jobs run as they do in life.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = RedressApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
@ActiveProfiles(resolver = TestDatabase.class)
@Import({Rest.class, Stored.class, Cases.class, Statements.class, Desk.class, Clerk.class})
@ExtendWith(OwnEngine.class)
public @interface RedressServer {}
