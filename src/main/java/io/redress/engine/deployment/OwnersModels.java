package io.redress.engine.deployment;

import io.redress.language.Language;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.Map;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The models that process owners deployed. When the installation changes its language, the newest version of each is
 * deployed anew in it, under the owner's name for it, so that it stays the owner's; open cases keep what they have.
 */
@Component
public class OwnersModels {

    /** Names, among the engine's properties, the language that the models were last put into. */
    private static final String SPOKEN = "redress.language";

    private static final Logger LOG = LoggerFactory.getLogger(OwnersModels.class);

    private final RepositoryService repository;
    private final ManagementService management;
    private final DeployedModels deployed;
    private final Language language;

    OwnersModels(
            RepositoryService repository, ManagementService management, DeployedModels deployed, Language language) {
        this.repository = repository;
        this.management = management;
        this.deployed = deployed;
        this.language = language;
    }

    /** Deploys what stands in another language. */
    public void followLanguage() {
        if (language.code().equals(management.getProperties().get(SPOKEN))) {
            return;
        }
        repository.createDeploymentQuery().orderByDeploymentTime().asc().list().stream()
                .filter(deployment -> !PackagedModels.SOURCE.equals(deployment.getSource()))
                .forEach(this::follow);
        management.setProperty(SPOKEN, language.code());
    }

    /** What was deployed together stays together: a diagram may ask for the form beside it. */
    private void follow(Deployment deployment) {
        Map<String, byte[]> files = deployed.newestOf(deployment.getId());
        if (files.entrySet().stream().allMatch(file -> speaks(file.getKey(), file.getValue()))) {
            return;
        }
        DeploymentBuilder builder =
                repository.createDeployment().name(deployment.getName()).source(deployment.getSource());
        files.forEach((name, content) -> builder.addInputStream(name, new ByteArrayInputStream(content)));
        try {
            builder.deploy();
            LOG.info("Deployed a process owner's {} in {}", files.keySet(), language);
        } catch (BadUserRequestException e) {
            LOG.warn("A process owner's {} stays in its language: {}", files.keySet(), e.getMessage());
        }
    }

    private boolean speaks(String name, byte[] content) {
        return Arrays.equals(content, ModelLanguage.in(language, name, content));
    }
}
