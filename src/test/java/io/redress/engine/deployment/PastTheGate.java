package io.redress.engine.deployment;

import java.io.ByteArrayInputStream;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.RepositoryServiceImpl;
import org.camunda.bpm.engine.impl.cmd.DeployCmd;
import org.camunda.bpm.engine.impl.repository.DeploymentBuilderImpl;
import org.camunda.bpm.engine.repository.DeploymentBuilder;

/** What an owner deployed before an upgrade, when less was refused. */
public final class PastTheGate {

    private PastTheGate() {}

    /** @return the id of the deployment */
    public static String deploy(RepositoryService repository, Map<String, byte[]> files) {
        DeploymentBuilder builder = repository.createDeployment().source("Camunda Modeler");
        files.forEach((name, content) -> builder.addInputStream(name, new ByteArrayInputStream(content)));
        return deploy(repository, builder);
    }

    /** @return the id of the deployment */
    public static String deploy(RepositoryService repository, DeploymentBuilder builder) {
        return ((RepositoryServiceImpl) repository)
                .getCommandExecutor()
                .execute(new DeployCmd((DeploymentBuilderImpl) builder))
                .getId();
    }
}
