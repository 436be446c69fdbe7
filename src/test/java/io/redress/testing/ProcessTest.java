package io.redress.testing;

import io.redress.RedressApplication;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test of a process over the real services and a database in memory. Nothing happens by itself: a test submits forms at
 * the {@link Desk}, moves the {@link TestClock} and executes each job by hand.
 */
@Tag("process")
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = RedressApplication.class, properties = "camunda.bpm.job-execution.enabled=false")
@ContextConfiguration(initializers = TestDatabase.class)
@Import({Desk.class, Clerk.class, TestClock.class})
@ExtendWith({OwnEngine.class, PassedNodes.class})
public @interface ProcessTest {}
