package io.redress.engine.deployment;

import io.redress.engine.deployment.ModelCheck.Kind;
import io.redress.engine.people.StartGrants;
import io.redress.engine.refusal.Refusal;
import io.redress.form.Form;
import io.redress.language.Sentences;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.ProcessEnginePersistenceException;
import org.camunda.bpm.engine.impl.RepositoryServiceImpl;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.impl.repository.DeploymentBuilderImpl;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.w3c.dom.Element;

/**
 * Sees every deployment, the packaged models' and Modeler's alike, before the engine compares it with what it has: what
 * would break at a clerk's desk is refused here, to the owner's face and in words, and the rest is put into the language
 * of the installation.
 */
public final class DeploymentGate extends RepositoryServiceImpl {

    /** Findings in one answer: it is read in a small window of Modeler. */
    private static final int MOST = 5;

    private final Supplier<StartGrants> startGrants;
    private final ModelCheck models;
    private final Supplier<PackagedContract> contract;
    private final Sentences sentences;

    public DeploymentGate(
            Supplier<StartGrants> startGrants,
            ModelCheck models,
            Supplier<PackagedContract> contract,
            Sentences sentences) {
        this.startGrants = startGrants;
        this.models = models;
        this.contract = contract;
        this.sentences = sentences;
    }

    @Override
    public DeploymentWithDefinitions deployWithResult(DeploymentBuilderImpl builder) {
        refuseCopies(builder);
        refuseConditions(builder);
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

    /** A model for later or for some would be the newest one all the same, and nobody could start or find what it replaces. */
    private void refuseConditions(DeploymentBuilderImpl builder) {
        if (builder.getProcessDefinitionsActivationDate() != null
                || builder.getDeployment().getTenantId() != null) {
            throw Refusal.inWords(new BadUserRequestException(sentences.say("gate.deploy-for-all")));
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
        List<ResourceEntity> resources = deployment.getResources().values().stream()
                // What a diagram asks for may lie beside it.
                .sorted(Comparator.comparing(resource -> Kind.of(resource.getName())))
                .toList();
        Set<String> forms = new HashSet<>();
        Set<String> routes = new HashSet<>();
        Set<String> named = resources.stream()
                .filter(resource -> resource.getName().endsWith(RouteCheck.TABLE + ".dmn"))
                .findFirst()
                .filter(table -> models.findings(table.getName(), table.getBytes(), form -> true, process -> true)
                        .isEmpty())
                .map(table -> RouteCheck.named(Vocabulary.read(table.getBytes())))
                .orElseGet(contract.get()::routesInForce);
        Map<String, Set<String>> called = new HashMap<>();
        for (ResourceEntity resource : resources) {
            String name = resource.getName();
            byte[] content = resource.getBytes();
            refuse(
                    name,
                    models.findings(
                            name,
                            content,
                            form -> forms.contains(form) || deployed(form),
                            process ->
                                    routes.contains(process) || contract.get().isRoute(process)));
            refuse(name, contract.get().newlyBroken(name, content));
            if (Kind.of(name) == Kind.FORM) {
                forms.add(Form.parse(content, sentences).id());
            } else if (Kind.of(name) == Kind.DIAGRAM) {
                Element diagram = Vocabulary.read(content);
                routes.addAll(RouteCheck.routes(diagram));
                String process = PackagedContract.all(diagram, "process").get(0).getAttribute("id");
                called.put(process, PackagedContract.called(diagram, named));
                if (named.contains(process) && !routes.contains(process)) {
                    refuse(name, List.of(sentences.say("gate.deploy-route-lost", process)));
                }
            }
        }
        called.keySet().forEach(process -> refuseCircle(process, called, named));
    }

    private void refuseCircle(String process, Map<String, Set<String>> called, Set<String> named) {
        List<String> circle = CallCycles.of(
                process,
                key -> called.containsKey(key)
                        ? called.get(key)
                        : contract.get().calledBy(key, named));
        if (!circle.isEmpty()) {
            refuse(process + ".bpmn", List.of(sentences.say("gate.deploy-circle", String.join(" → ", circle))));
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

    private String sentence(Problem problem) {
        return problem.getMainElementId() == null
                ? sentences.say("gate.deploy-unreadable-line", problem.getLine(), problem.getMessage())
                : sentences.say("gate.deploy-element", problem.getMainElementId(), problem.getMessage());
    }

    private boolean deployed(String form) {
        return commandExecutor.execute(
                context -> context.getCamundaFormDefinitionManager().findLatestDefinitionByKey(form) != null);
    }

    private void refuse(String resource, List<String> findings) {
        if (!findings.isEmpty()) {
            String sentence = switch (Kind.of(resource)) {
                case FORM -> "gate.deploy-form";
                case DIAGRAM -> "gate.deploy-process";
                case TABLE, NONE -> "gate.deploy-file";
            };
            throw refusal(sentence, resource, findings.subList(0, Math.min(MOST, findings.size())));
        }
    }

    private BadUserRequestException refusal(String sentence, String resource, List<String> findings) {
        return Refusal.inWords(
                new BadUserRequestException(sentences.say(sentence, resource, String.join(" ", findings))));
    }
}
