package io.redress.engine.deployment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.CamundaFormDefinitionEntity;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.springframework.stereotype.Component;

/** The models that the engine has, whoever deployed them. */
@Component
class DeployedModels {

    private final RepositoryService repository;
    private final ProcessEngineConfigurationImpl engine;

    DeployedModels(RepositoryService repository, ProcessEngineConfigurationImpl engine) {
        this.repository = repository;
        this.engine = engine;
    }

    /** The newest version of a model; its key is the name of its file. */
    Optional<ResourceDefinition> newest(String file) {
        String key = file.substring(0, file.lastIndexOf('.'));
        return switch (file.substring(file.lastIndexOf('.') + 1)) {
            case "bpmn" -> newestProcess(key);
            case "dmn" -> newestDecision(key);
            default -> newestForm(key);
        };
    }

    /** The files of a deployment that nobody has deployed a newer version of, by their names. */
    Map<String, byte[]> newestOf(String deployment) {
        Map<String, byte[]> files = new TreeMap<>();
        Stream.of(
                        repository.createProcessDefinitionQuery().deploymentId(deployment).list().stream()
                                .filter(definition -> is(definition, newestProcess(definition.getKey()))),
                        repository.createDecisionDefinitionQuery().deploymentId(deployment).list().stream()
                                .filter(definition -> is(definition, newestDecision(definition.getKey()))),
                        forms(deployment).stream()
                                .filter(definition -> is(definition, newestForm(definition.getKey()))))
                .flatMap(definitions -> definitions)
                .forEach(definition -> files.put(definition.getResourceName(), content(definition)));
        return files;
    }

    /** Who deployed it: the name that the tool gave itself. */
    String source(ResourceDefinition definition) {
        return repository
                .createDeploymentQuery()
                .deploymentId(definition.getDeploymentId())
                .singleResult()
                .getSource();
    }

    byte[] content(ResourceDefinition definition) {
        try (InputStream content =
                repository.getResourceAsStream(definition.getDeploymentId(), definition.getResourceName())) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<ResourceDefinition> newestProcess(String key) {
        return last(
                repository.createProcessDefinitionQuery().processDefinitionKey(key).latestVersion().list().stream());
    }

    private Optional<ResourceDefinition> newestDecision(String key) {
        return last(
                repository.createDecisionDefinitionQuery().decisionDefinitionKey(key).latestVersion().list().stream());
    }

    private Optional<ResourceDefinition> newestForm(String key) {
        return Optional.ofNullable(engine.getCommandExecutorTxRequired()
                .execute(context -> context.getCamundaFormDefinitionManager().findLatestDefinitionByKey(key)));
    }

    private List<CamundaFormDefinitionEntity> forms(String deployment) {
        return engine.getCommandExecutorTxRequired()
                .execute(
                        context -> context.getCamundaFormDefinitionManager().findDefinitionsByDeploymentId(deployment));
    }

    private static Optional<ResourceDefinition> last(Stream<? extends ResourceDefinition> versions) {
        return versions.map(ResourceDefinition.class::cast)
                .max(Comparator.comparingInt(ResourceDefinition::getVersion));
    }

    private static boolean is(ResourceDefinition definition, Optional<ResourceDefinition> newest) {
        return newest.map(ResourceDefinition::getId)
                .filter(definition.getId()::equals)
                .isPresent();
    }
}
