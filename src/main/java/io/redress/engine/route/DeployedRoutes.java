package io.redress.engine.route;

import java.util.Optional;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The processes that triage can name, as they are deployed now. */
@Component
public class DeployedRoutes {

    private final ObjectProvider<ProcessEngineConfigurationImpl> engine;

    DeployedRoutes(ObjectProvider<ProcessEngineConfigurationImpl> engine) {
        this.engine = engine;
    }

    /** Its newest version; empty where there is none, or it is no such process. */
    public Optional<Route> find(String key) {
        ProcessEngineConfigurationImpl configuration = engine.getObject();
        return configuration
                .getCommandExecutorTxRequired()
                .execute(context -> Optional.ofNullable(
                                context.getProcessDefinitionManager().findLatestProcessDefinitionByKey(key))
                        .map(ProcessDefinitionEntity.class::cast)
                        .map(configuration.getDeploymentCache()::resolveProcessDefinition)
                        .flatMap(RouteEnds::of));
    }
}
