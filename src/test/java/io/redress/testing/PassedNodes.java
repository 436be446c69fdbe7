package io.redress.testing;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Gives process tests their engine and their hour, and remembers which flow nodes their instances passed. */
public final class PassedNodes implements BeforeEachCallback, AfterEachCallback, AfterAllCallback {

    private static final Map<String, Set<String>> PASSED = new ConcurrentHashMap<>();

    /** The ids of the nodes of a process that the process tests passed so far. */
    public static Set<String> of(String process) {
        return PASSED.getOrDefault(process, Set.of());
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
    public void afterAll(ExtensionContext context) {
        HistoryService history = bean(context, ProcessEngine.class).getHistoryService();
        history.createHistoricActivityInstanceQuery()
                .list()
                .forEach(passed -> PASSED.computeIfAbsent(passed.getProcessDefinitionKey(), key -> new TreeSet<>())
                        .add(passed.getActivityId()));
        BpmnAwareTests.reset();
    }

    private static <T> T bean(ExtensionContext context, Class<T> type) {
        return SpringExtension.getApplicationContext(context).getBean(type);
    }
}
