package io.redress.engine.deployment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.info.Info;
import org.springframework.boot.actuate.info.InfoContributor;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The diagrams, decision tables and forms that come with the application. What changed since it was last deployed is
 * deployed as one deployment, but never over a version that a process owner deployed: the owner's stays in force.
 */
@Component
public class PackagedModels implements InfoContributor {

    /** Marks our deployments; Modeler's bear its own name. */
    static final String SOURCE = "redress";

    private static final Logger LOG = LoggerFactory.getLogger(PackagedModels.class);
    private static final List<String> PATTERNS =
            List.of("classpath*:processes/*.bpmn", "classpath*:processes/*.dmn", "classpath*:forms/*.form");

    private final RepositoryService repository;
    private final ProcessEngineConfigurationImpl engine;
    private volatile List<String> ownersVersions = List.of();

    PackagedModels(RepositoryService repository, ProcessEngineConfigurationImpl engine) {
        this.repository = repository;
        this.engine = engine;
    }

    /** Deploys what changed. */
    public void deploy() {
        deploy(packaged());
    }

    /** @param packaged the models by file name */
    void deploy(Map<String, byte[]> packaged) {
        Map<String, byte[]> changed = new TreeMap<>();
        List<String> held = new ArrayList<>();
        packaged.forEach((name, content) -> {
            Optional<ResourceDefinition> newest = newest(name);
            if (newest.isPresent() && !ours(newest.get())) {
                held.add(name);
            } else if (newest.isEmpty() || !Arrays.equals(content, content(newest.get()))) {
                changed.put(name, content);
            }
        });
        ownersVersions = List.copyOf(held);
        if (!held.isEmpty()) {
            LOG.warn("A process owner's version stays in force; the packaged one was not deployed: {}", held);
        }
        if (!changed.isEmpty()) {
            DeploymentBuilder builder =
                    repository.createDeployment().name("Redress").source(SOURCE);
            changed.forEach((name, content) -> builder.addInputStream(name, new ByteArrayInputStream(content)));
            builder.deploy();
            LOG.info("Deployed the packaged models {}", changed.keySet());
        }
    }

    @Override
    public void contribute(Info.Builder builder) {
        builder.withDetail("models", Map.of("ownersVersionsInForce", ownersVersions));
    }

    private static Map<String, byte[]> packaged() {
        Map<String, byte[]> models = new TreeMap<>();
        PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
        try {
            for (String pattern : PATTERNS) {
                for (Resource resource : resolver.getResources(pattern)) {
                    models.put(resource.getFilename(), resource.getContentAsByteArray());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return models;
    }

    /** The newest version of a model; its key is the name of its file. */
    private Optional<ResourceDefinition> newest(String name) {
        String key = name.substring(0, name.lastIndexOf('.'));
        Stream<? extends ResourceDefinition> versions = switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "bpmn" ->
                repository.createProcessDefinitionQuery().processDefinitionKey(key).latestVersion().list().stream();
            case "dmn" ->
                repository.createDecisionDefinitionQuery().decisionDefinitionKey(key).latestVersion().list().stream();
            default ->
                Stream.ofNullable(engine.getCommandExecutorTxRequired()
                        .execute(context ->
                                context.getCamundaFormDefinitionManager().findLatestDefinitionByKey(key)));
        };
        return versions.map(ResourceDefinition.class::cast)
                .max(Comparator.comparingInt(ResourceDefinition::getVersion));
    }

    private boolean ours(ResourceDefinition definition) {
        Deployment deployment = repository
                .createDeploymentQuery()
                .deploymentId(definition.getDeploymentId())
                .singleResult();
        return SOURCE.equals(deployment.getSource());
    }

    private byte[] content(ResourceDefinition definition) {
        try (InputStream content =
                repository.getResourceAsStream(definition.getDeploymentId(), definition.getResourceName())) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
