package io.redress.engine.deployment;

import io.redress.language.Sentences;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.stereotype.Component;

/**
 * Models that process owners deployed before what is in them was refused: said at each start, before anything happens to a
 * case. Those in force, and older versions that cases still run on.
 */
@Component
public class OlderModels {

    private static final Logger LOG = LoggerFactory.getLogger(OlderModels.class);

    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final DeployedModels deployed;
    private final BeanFactory beans;
    private final Sentences sentences;
    private volatile List<String> refusedToday = List.of();

    OlderModels(
            RepositoryService repository,
            RuntimeService runtime,
            DeployedModels deployed,
            BeanFactory beans,
            Sentences sentences) {
        this.repository = repository;
        this.runtime = runtime;
        this.deployed = deployed;
        this.beans = beans;
        this.sentences = sentences;
    }

    /** Looks through them and says what it finds. */
    public void look() {
        List<String> found = new ArrayList<>();
        Set<String> newest = new HashSet<>();
        repository.createProcessDefinitionQuery().latestVersion().list().forEach(model -> newest.add(model.getId()));
        for (ProcessDefinition model : repository.createProcessDefinitionQuery().list()) {
            if (!PackagedModels.SOURCE.equals(deployed.source(model))) {
                long running = runtime.createProcessInstanceQuery()
                        .processDefinitionId(model.getId())
                        .count();
                if (running > 0 || newest.contains(model.getId())) {
                    say(found, model.getResourceName(), model.getVersion(), running, diagram(deployed.content(model)));
                }
            }
        }
        for (DecisionDefinition model :
                repository.createDecisionDefinitionQuery().latestVersion().list()) {
            if (!PackagedModels.SOURCE.equals(deployed.source(model))) {
                say(
                        found,
                        model.getResourceName(),
                        model.getVersion(),
                        0,
                        TableWords.findings(deployed.content(model), sentences));
            }
        }
        refusedToday = List.copyOf(found);
    }

    /** As it was at the last start. */
    List<String> refusedToday() {
        return refusedToday;
    }

    private List<String> diagram(byte[] diagram) {
        return DiagramWords.findings(diagram, step -> step.endsWith("Delegate") && beans.containsBean(step), sentences);
    }

    private void say(List<String> found, String file, int version, long running, List<String> findings) {
        if (!findings.isEmpty()) {
            String sentence = sentences.say("gate.older-model", file, version, running, String.join(" ", findings));
            LOG.warn(sentence);
            found.add(sentence);
        }
    }
}
