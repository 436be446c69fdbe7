package io.redress.engine.deployment;

import io.redress.engine.people.StartGrants;
import io.redress.form.Finding;
import io.redress.form.Form;
import io.redress.form.InvalidForm;
import io.redress.language.Sentences;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.RepositoryServiceImpl;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.impl.repository.DeploymentBuilderImpl;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.camunda.bpm.engine.repository.ProcessDefinition;

/**
 * Sees every deployment, the packaged models' and Modeler's alike, before the engine compares it with what it has: what
 * would break at a clerk's desk is refused here, to the owner's face and in words.
 */
public final class DeploymentGate extends RepositoryServiceImpl {

    private final Supplier<StartGrants> startGrants;
    private final Sentences sentences;

    public DeploymentGate(Supplier<StartGrants> startGrants, Sentences sentences) {
        this.startGrants = startGrants;
        this.sentences = sentences;
    }

    @Override
    public DeploymentWithDefinitions deployWithResult(DeploymentBuilderImpl builder) {
        check(builder.getDeployment());
        return commandExecutor.execute(context -> {
            DeploymentWithDefinitions deployed = super.deployWithResult(builder);
            if (deployed.getDeployedProcessDefinitions() != null) {
                // The owner who deploys need not have the right to grant.
                context.runWithoutAuthorization(() -> {
                    deployed.getDeployedProcessDefinitions().forEach(this::grantStart);
                    return null;
                });
            }
            return deployed;
        });
    }

    /** Who may start a process stands in its diagram: candidate starter groups. */
    private void grantStart(ProcessDefinition definition) {
        Set<String> groups = new HashSet<>();
        ((ProcessDefinitionEntity) definition)
                .getCandidateStarterGroupIdExpressions()
                .forEach(expression -> groups.add(expression.getExpressionText()));
        startGrants.get().allow(definition.getKey(), groups);
    }

    private void check(DeploymentEntity deployment) {
        if (deployment.getResources() == null) {
            return;
        }
        List<ResourceEntity> resources = List.copyOf(deployment.getResources().values());
        Set<String> forms = new HashSet<>();
        for (ResourceEntity resource : resources) {
            if (resource.getName().endsWith(".form")) {
                forms.add(checkForm(resource));
            }
        }
        for (ResourceEntity resource : resources) {
            if (resource.getName().endsWith(".bpmn") || resource.getName().endsWith(".bpmn20.xml")) {
                checkProcess(resource, forms);
            }
        }
    }

    private String checkForm(ResourceEntity resource) {
        try {
            Form form = Form.parse(resource.getBytes(), sentences);
            refuse(
                    "gate.deploy-form",
                    resource.getName(),
                    form.findings(sentences).stream()
                            .filter(finding -> finding.severity() == Finding.Severity.REFUSED)
                            .map(Finding::sentence)
                            .toList());
            return form.id();
        } catch (InvalidForm e) {
            throw refusal("gate.deploy-form", resource.getName(), e.sentences());
        }
    }

    private void checkProcess(ResourceEntity resource, Set<String> formsOfThisDeployment) {
        List<String> findings = new ArrayList<>();
        DiagramCheck.of(resource.getBytes())
                .ifPresent(diagram -> diagram.findings(
                                sentences, form -> formsOfThisDeployment.contains(form) || deployed(form))
                        .forEach(findings::add));
        refuse("gate.deploy-process", resource.getName(), findings);
    }

    private boolean deployed(String form) {
        return commandExecutor.execute(
                context -> context.getCamundaFormDefinitionManager().findLatestDefinitionByKey(form) != null);
    }

    private void refuse(String sentence, String resource, List<String> findings) {
        if (!findings.isEmpty()) {
            throw refusal(sentence, resource, findings);
        }
    }

    private BadUserRequestException refusal(String sentence, String resource, List<String> findings) {
        return new BadUserRequestException(sentences.say(sentence, resource, String.join(" ", findings)));
    }
}
