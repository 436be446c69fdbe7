package io.redress.testing;

import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * The REST interface and the web applications look their engine up by name in a registry of the whole JVM. While several
 * applications live side by side there, each test must find its own.
 */
public final class OwnEngine implements BeforeAllCallback {

    @Override
    public void beforeAll(ExtensionContext context) {
        ProcessEngine own = SpringExtension.getApplicationContext(context).getBean(ProcessEngine.class);
        // Where there are several, Tasklist shows which one it speaks to.
        List.copyOf(ProcessEngines.getProcessEngines().values()).stream()
                .filter(other -> !other.getName().equals(own.getName()))
                .forEach(ProcessEngines::unregister);
        ProcessEngines.registerProcessEngine(own);
    }
}
