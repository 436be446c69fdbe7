package io.redress.engine.people;

import io.redress.language.Sentences;
import org.camunda.bpm.engine.impl.RuntimeServiceImpl;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.runtime.VariableInstanceQuery;
import org.springframework.stereotype.Component;

/** Puts what Redress lets people do with their own accounts, and read on cards, in place of the engine's defaults. */
@Component
public class PeoplePlugin extends AbstractProcessEnginePlugin {

    private final Sentences sentences;
    private final Superiors superiors;
    private final CardFormatter words;

    PeoplePlugin(Sentences sentences, Superiors superiors, CardFormatter words) {
        this.sentences = sentences;
        this.superiors = superiors;
        this.words = words;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setResourceAuthorizationProvider(new PersonalGrants(superiors));
        configuration.setIdentityService(new Accounts(sentences));
        configuration.setRuntimeService(new RuntimeServiceImpl() {
            @Override
            public VariableInstanceQuery createVariableInstanceQuery() {
                return new CardFacts(commandExecutor, words);
            }
        });
    }
}
