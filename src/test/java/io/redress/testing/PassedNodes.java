package io.redress.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Gives process tests their engine and their hour, and writes down which flow nodes their instances passed: one file for each
 * class, so that classes may run in any order and beside one another.
 */
public final class PassedNodes implements BeforeEachCallback, AfterEachCallback, AfterAllCallback {

    /** Emptied by the build before its tests. */
    private static final Path WRITTEN = Path.of("target", "passed-nodes");

    /** The nodes that the process tests of this build passed, each as {@code process node}. */
    public static Set<String> written() throws IOException {
        Set<String> passed = new HashSet<>();
        try (Stream<Path> classes = Files.list(WRITTEN)) {
            for (Path one : classes.toList()) {
                passed.addAll(Files.readAllLines(one));
            }
        }
        return passed;
    }

    public static String node(String process, String id) {
        return process + " " + id;
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        BpmnAwareTests.init(bean(context, ProcessEngine.class));
        bean(context, TestClock.class).begin();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        bean(context, TestClock.class).end();
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        HistoryService history = bean(context, ProcessEngine.class).getHistoryService();
        Set<String> passed = history.createHistoricActivityInstanceQuery().list().stream()
                .map(activity -> node(activity.getProcessDefinitionKey(), activity.getActivityId()))
                .collect(Collectors.toCollection(TreeSet::new));
        Files.createDirectories(WRITTEN);
        Files.write(WRITTEN.resolve(context.getRequiredTestClass().getName()), passed);
        BpmnAwareTests.reset();
    }

    private static <T> T bean(ExtensionContext context, Class<T> type) {
        return SpringExtension.getApplicationContext(context).getBean(type);
    }
}
