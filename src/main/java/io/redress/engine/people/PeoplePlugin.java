package io.redress.engine.people;

import org.camunda.bpm.engine.impl.RuntimeServiceImpl;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.runtime.VariableInstanceQuery;
import org.springframework.stereotype.Component;

/** Puts what Redress lets people do with their own accounts, and read on cards, in place of the engine's defaults. */
@Component
public class PeoplePlugin extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setResourceAuthorizationProvider(new PersonalGrants());
        configuration.setRuntimeService(new RuntimeServiceImpl() {
            @Override
            public VariableInstanceQuery createVariableInstanceQuery() {
                return new CardFacts(commandExecutor);
            }
        });
    }
}
