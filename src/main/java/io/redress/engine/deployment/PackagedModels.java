package io.redress.engine.deployment;

import io.redress.language.Language;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.camunda.bpm.engine.RepositoryService;
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
 * The diagrams, decision tables and forms that come with the application. What changed since it was last deployed, be it
 * only the language, is deployed as one deployment, but never over a version that a process owner deployed: the owner's
 * stays in force.
 */
@Component
public class PackagedModels implements InfoContributor {

    /** Marks our deployments; Modeler's bear its own name. */
    static final String SOURCE = "redress";

    private static final Logger LOG = LoggerFactory.getLogger(PackagedModels.class);
    private static final List<String> PATTERNS =
            List.of("classpath*:processes/*.bpmn", "classpath*:processes/*.dmn", "classpath*:forms/*.form");

    private final RepositoryService repository;
    private final DeployedModels deployed;
    private final Language language;
    private final OlderModels older;
    private volatile List<String> ownersVersions = List.of();

    PackagedModels(RepositoryService repository, DeployedModels deployed, Language language, OlderModels older) {
        this.repository = repository;
        this.deployed = deployed;
        this.language = language;
        this.older = older;
    }

    /** Deploys what changed. */
    public void deploy() {
        deploy(packaged());
    }

    /** @param packaged the models by file name */
    void deploy(Map<String, byte[]> packaged) {
        Map<String, byte[]> changed = new TreeMap<>();
        List<String> held = new ArrayList<>();
        packaged.forEach((name, file) -> {
            byte[] content = ModelLanguage.in(language, name, file);
            Optional<ResourceDefinition> newest = deployed.newest(name);
            if (newest.isPresent() && !SOURCE.equals(deployed.source(newest.get()))) {
                held.add(name);
            } else if (newest.isEmpty() || !Arrays.equals(content, deployed.content(newest.get()))) {
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
        builder.withDetail(
                "models", Map.of("ownersVersionsInForce", ownersVersions, "refusedToday", older.refusedToday()));
    }

    /** By the names of their files. */
    static Map<String, byte[]> packaged() {
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
}
