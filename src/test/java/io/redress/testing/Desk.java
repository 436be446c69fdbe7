package io.redress.testing;

import io.redress.casefile.attachment.Attachments;
import io.redress.casefile.attachment.Attachments.Sent;
import io.redress.casefile.attachment.Origin;
import io.redress.casefile.handover.CaseTasks;
import io.redress.casefile.intake.Registrar;
import io.redress.people.Groups;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.boot.test.context.TestComponent;

/** Where people submit forms, through the same gate as in Tasklist. */
@TestComponent
public class Desk {

    private final FormService forms;
    private final IdentityService identities;
    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final Registrar registrar;
    private final CaseTasks caseTasks;
    private final Attachments attachments;
    private final Map<String, List<String>> groups = new ConcurrentHashMap<>();

    Desk(
            FormService forms,
            IdentityService identities,
            RepositoryService repository,
            RuntimeService runtime,
            Registrar registrar,
            CaseTasks caseTasks,
            Attachments attachments) {
        this.forms = forms;
        this.identities = identities;
        this.repository = repository;
        this.runtime = runtime;
        this.registrar = registrar;
        this.caseTasks = caseTasks;
        this.attachments = attachments;
    }

    public ProcessInstance start(String person, String process, Map<String, Object> fields) {
        String definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult()
                .getId();
        return as(person, () -> forms.submitStartForm(definition, fields));
    }

    /** A program posts a complaint. */
    public ProcessInstance post(String program, Map<String, Object> fields) {
        String number = as(program, () -> registrar.register(fields)).number();
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .singleResult();
    }

    public void submit(String person, Task task, Map<String, Object> fields) {
        as(person, () -> {
            forms.submitTaskForm(task.getId(), fields);
            return null;
        });
    }

    /** Where an answer asks for it, as when a copy has been found, or papers are signed. */
    private static final Set<String> MAY_ASK = Set.of(
            "userTask_lookUpTheLedgerCopy",
            "userTask_handOverAgainstSignatures",
            "userTask_confirmThePayment",
            "userTask_confirmTheAdvance");

    /** Where the step asks for evidence, or may ask, somebody has taken a photo. */
    public void giveEvidence(String person, Task task) {
        caseTasks
                .find(task.getId())
                .filter(found -> found.evidence() || MAY_ASK.contains(found.step()))
                .ifPresent(asked -> {
                    Origin origin = new Origin(asked.complaintId(), asked.process(), asked.step(), asked.id());
                    attach(person, origin, SampleFiles.photo());
                });
    }

    public void attach(String person, Origin origin, byte[] photo) {
        attachments.attach(
                () -> origin, new Sent("photo.jpg", null, photo.length, new ByteArrayInputStream(photo)), person);
    }

    /** What the form of a task shows when somebody opens it. */
    public Map<String, Object> open(String person, Task task) {
        return as(person, () -> forms.getTaskFormVariables(task.getId()));
    }

    /** What the form that starts a process shows. */
    public Map<String, Object> open(String person, ProcessDefinition process) {
        return as(person, () -> forms.getStartFormVariables(process.getId()));
    }

    private List<String> groups(String person) {
        return identities.createGroupQuery().groupMember(person).list().stream()
                .map(Group::getId)
                .toList();
    }

    /** But for those of a merchant, whose groups a test changes. */
    private List<String> remembered(String person) {
        List<String> found = groups(person);
        if (!found.contains(Groups.MERCHANTS) || found.size() > 2) {
            groups.put(person, found);
        }
        return found;
    }

    private <T> T as(String person, Supplier<T> act) {
        identities.setAuthentication(person, groups.containsKey(person) ? groups.get(person) : remembered(person));
        try {
            return act.get();
        } finally {
            identities.clearAuthentication();
        }
    }
}
