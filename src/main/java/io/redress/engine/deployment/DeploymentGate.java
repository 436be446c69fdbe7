package io.redress.engine.deployment;

import io.redress.engine.decision.TableCheck;
import io.redress.engine.people.StartGrants;
import io.redress.engine.refusal.Refusal;
import io.redress.form.Finding;
import io.redress.form.Form;
import io.redress.form.InvalidForm;
import io.redress.language.Sentences;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.ProcessEnginePersistenceException;
import org.camunda.bpm.engine.impl.RepositoryServiceImpl;
import org.camunda.bpm.engine.impl.bpmn.deployer.BpmnDeployer;
import org.camunda.bpm.engine.impl.dmn.deployer.DecisionDefinitionDeployer;
import org.camunda.bpm.engine.impl.form.deployer.CamundaFormDefinitionDeployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.impl.repository.DeploymentBuilderImpl;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.xml.ModelException;

/**
 * Sees every deployment, the packaged models' and Modeler's alike, before the engine compares it with what it has: what
 * would break at a clerk's desk is refused here, to the owner's face and in words, and the rest is put into the language
 * of the installation.
 */
public final class DeploymentGate extends RepositoryServiceImpl {

    /** How the model's reader says where it stopped. */
    private static final Pattern PLACE = Pattern.compile("Line=(?<line>\\d+): (?<what>.*)");

    /** Findings in one answer: it is read in a small window of Modeler. */
    private static final int MOST = 5;

    private final Supplier<StartGrants> startGrants;
    private final Supplier<TableCheck> tables;
    private final Supplier<PackagedContract> contract;
    private final Predicate<String> steps;
    private final Sentences sentences;

    /** @param steps the names of the beans that diagrams may call as steps */
    public DeploymentGate(
            Supplier<StartGrants> startGrants,
            Supplier<TableCheck> tables,
            Supplier<PackagedContract> contract,
            Predicate<String> steps,
            Sentences sentences) {
        this.startGrants = startGrants;
        this.tables = tables;
        this.contract = contract;
        this.steps = steps;
        this.sentences = sentences;
    }

    @Override
    public DeploymentWithDefinitions deployWithResult(DeploymentBuilderImpl builder) {
        refuseCopies(builder);
        nameOwner(builder.getDeployment());
        check(builder.getDeployment());
        speak(builder.getDeployment());
        try {
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
        } catch (ParseException e) {
            throw refusal(
                    "gate.deploy-process",
                    e.getResorceReports().get(0).getResourceName(),
                    e.getResorceReports().stream()
                            .flatMap(report -> report.getErrors().stream())
                            .map(this::sentence)
                            .toList());
        } catch (AuthorizationException | BadUserRequestException | ProcessEnginePersistenceException e) {
            throw e;
        } catch (ProcessEngineException e) {
            // The same id twice, a decision table that says what it means in two ways: the owner's to mend.
            throw refusal(
                    "gate.deploy-file",
                    String.join(", ", builder.getDeployment().getResources().keySet()),
                    List.of(e.getMessage()));
        }
    }

    /** Who may start a process stands in its diagram: candidate starter groups. */
    private void grantStart(ProcessDefinition definition) {
        Set<String> groups = new HashSet<>();
        ((ProcessDefinitionEntity) definition)
                .getCandidateStarterGroupIdExpressions()
                .forEach(expression -> groups.add(expression.getExpressionText()));
        startGrants.get().allow(definition.getKey(), groups);
    }

    /** The engine would take over files of earlier deployments that the gate never sees. */
    private void refuseCopies(DeploymentBuilderImpl builder) {
        if (!builder.getDeployments().isEmpty()
                || !builder.getDeploymentResourcesById().isEmpty()
                || !builder.getDeploymentResourcesByName().isEmpty()) {
            throw Refusal.inWords(new BadUserRequestException(sentences.say("gate.deploy-copy")));
        }
    }

    /** Whoever is logged in is an owner, whatever the tool calls itself: the next start would replace what counts as packaged. */
    private void nameOwner(DeploymentEntity deployment) {
        if (PackagedModels.SOURCE.equals(deployment.getSource())
                && commandExecutor.execute(context -> context.getAuthenticatedUserId() != null)) {
            deployment.setSource(null);
        }
    }

    private void check(DeploymentEntity deployment) {
        if (deployment.getResources() == null) {
            return;
        }
        List<ResourceEntity> resources = List.copyOf(deployment.getResources().values());
        Set<String> forms = new HashSet<>();
        for (ResourceEntity resource : resources) {
            if (hasSuffix(resource, CamundaFormDefinitionDeployer.FORM_RESOURCE_SUFFIXES)) {
                forms.add(checkForm(resource));
            } else if (!hasSuffix(resource, BpmnDeployer.BPMN_RESOURCE_SUFFIXES)
                    && !hasSuffix(resource, DecisionDefinitionDeployer.DMN_RESOURCE_SUFFIXES)) {
                throw refusal(
                        "gate.deploy-file", resource.getName(), List.of(sentences.say("gate.deploy-kind-of-file")));
            }
        }
        for (ResourceEntity resource : resources) {
            if (hasSuffix(resource, BpmnDeployer.BPMN_RESOURCE_SUFFIXES)) {
                BpmnModelInstance diagram = read(resource, "gate.deploy-process", Bpmn::readModelFromStream);
                refuse(
                        "gate.deploy-process",
                        resource.getName(),
                        new DiagramCheck(resource.getBytes(), diagram, steps)
                                .findings(sentences, form -> forms.contains(form) || deployed(form)));
                refuse("gate.deploy-process", resource.getName(), contract.get().ofDiagram(resource.getBytes()));
            } else if (hasSuffix(resource, DecisionDefinitionDeployer.DMN_RESOURCE_SUFFIXES)) {
                DmnModelInstance table = read(resource, "gate.deploy-file", Dmn::readModelFromStream);
                refuse("gate.deploy-file", resource.getName(), TableWords.findings(resource.getBytes(), sentences));
                refuse("gate.deploy-file", resource.getName(), tables.get().findings(table));
                refuse("gate.deploy-file", resource.getName(), contract.get().ofTable(resource.getBytes()));
            }
        }
    }

    /** Before the engine compares it with what it has: what was deployed once already is then found the same. */
    private void speak(DeploymentEntity deployment) {
        if (deployment.getResources() != null) {
            deployment
                    .getResources()
                    .forEach((name, resource) ->
                            resource.setBytes(ModelLanguage.in(sentences.language(), name, resource.getBytes())));
        }
    }

    private static boolean hasSuffix(ResourceEntity resource, String... suffixes) {
        return Arrays.stream(suffixes).anyMatch(resource.getName()::endsWith);
    }

    /** What can't be read is refused here, not left to the engine: nothing that wasn't checked passes. */
    private <M> M read(ResourceEntity resource, String sentence, Function<InputStream, M> reader) {
        if (!XmlBounds.hold(resource.getBytes())) {
            throw refusal(sentence, resource.getName(), List.of(sentences.say("gate.deploy-too-large")));
        }
        try {
            return reader.apply(new ByteArrayInputStream(resource.getBytes()));
        } catch (ModelException e) {
            throw refusal(sentence, resource.getName(), List.of(unreadable(e)));
        }
    }

    private String unreadable(ModelException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            Matcher place = PLACE.matcher(String.valueOf(cause.getMessage()));
            if (place.find()) {
                return sentences.say("gate.deploy-unreadable-line", place.group("line"), place.group("what"));
            }
        }
        return sentences.say("gate.deploy-unreadable");
    }

    private String sentence(Problem problem) {
        return problem.getMainElementId() == null
                ? sentences.say("gate.deploy-unreadable-line", problem.getLine(), problem.getMessage())
                : sentences.say("gate.deploy-element", problem.getMainElementId(), problem.getMessage());
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
            refuse("gate.deploy-form", resource.getName(), contract.get().ofForm(form, resource.getBytes()));
            return form.id();
        } catch (InvalidForm e) {
            throw refusal("gate.deploy-form", resource.getName(), e.sentences());
        }
    }

    private boolean deployed(String form) {
        return commandExecutor.execute(
                context -> context.getCamundaFormDefinitionManager().findLatestDefinitionByKey(form) != null);
    }

    private void refuse(String sentence, String resource, List<String> findings) {
        if (!findings.isEmpty()) {
            throw refusal(sentence, resource, findings.subList(0, Math.min(MOST, findings.size())));
        }
    }

    private BadUserRequestException refusal(String sentence, String resource, List<String> findings) {
        return Refusal.inWords(
                new BadUserRequestException(sentences.say(sentence, resource, String.join(" ", findings))));
    }
}
