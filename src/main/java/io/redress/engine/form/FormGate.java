package io.redress.engine.form;

import io.redress.casefile.CaseFile;
import io.redress.casefile.RefusedCase;
import io.redress.casefile.attachment.Attachments;
import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.entry.Entry;
import io.redress.casefile.health.Door;
import io.redress.casefile.health.HealthRecords;
import io.redress.engine.refusal.Refusal;
import io.redress.engine.variable.CaseVariables;
import io.redress.engine.variable.OwnCase;
import io.redress.engine.variable.StepEvidence;
import io.redress.form.Caller;
import io.redress.form.FormCheck;
import io.redress.language.Sentences;
import java.io.InputStream;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEnginePersistenceException;
import org.camunda.bpm.engine.form.FormData;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.impl.cfg.CommandChecker;
import org.camunda.bpm.engine.impl.cmd.GetStartFormVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The one gate through which people's work enters: forms are filled from the case file when opened; when submitted they
 * are checked on the server, written into the case file, and only the variables that the process declares reach the
 * engine, all in one transaction. engine-rest and Tasklist both come through here.
 */
public final class FormGate extends FormServiceImpl {

    /** More than two steps of one case seldom meet. */
    private static final int ATTEMPTS = 5;

    private final DeployedForms forms;
    private final StartForms starts;
    private final DeclaredVariables declared;
    private final FormCheck check;
    private final CaseFile caseFile;
    private final HealthRecords health;
    private final SubmitHandlers handlers;
    private final Attachments attachments;
    private final OwnCase ownCase;
    private final Complaints complaints;
    private final JdbcClient jdbc;
    private final Sentences sentences;
    private final Clock clock;

    public FormGate(
            DeployedForms forms,
            StartForms starts,
            DeclaredVariables declared,
            FormCheck check,
            CaseFile caseFile,
            HealthRecords health,
            SubmitHandlers handlers,
            Attachments attachments,
            OwnCase ownCase,
            Complaints complaints,
            JdbcClient jdbc,
            Sentences sentences,
            Clock clock) {
        this.forms = forms;
        this.starts = starts;
        this.declared = declared;
        this.check = check;
        this.caseFile = caseFile;
        this.health = health;
        this.handlers = handlers;
        this.attachments = attachments;
        this.ownCase = ownCase;
        this.complaints = complaints;
        this.jdbc = jdbc;
        this.sentences = sentences;
        this.clock = clock;
    }

    @Override
    public InputStream getDeployedStartForm(String processDefinitionId) {
        InputStream deployed = super.getDeployedStartForm(processDefinitionId);
        return commandExecutor.execute(context -> {
            DeployedForm form = starts.of(context, definition(context, processDefinitionId));
            return StartFormLists.fill(deployed, caseFile.answers(form.keys()));
        });
    }

    @Override
    public VariableMap getStartFormVariables(String processDefinitionId) {
        return getStartFormVariables(processDefinitionId, null, true);
    }

    @Override
    public VariableMap getStartFormVariables(
            String processDefinitionId, Collection<String> names, boolean deserialize) {
        return commandExecutor.execute(context -> {
            // Keeps the engine's own check that the definition may be read.
            new GetStartFormVariablesCmd(processDefinitionId, List.of(), false).execute(context);
            DeployedForm form = starts.of(context, definition(context, processDefinitionId));
            return FormValues.toEngine(form.form(), only(names, caseFile.answers(form.keys())));
        });
    }

    @Override
    public VariableMap getTaskFormVariables(String taskId) {
        return getTaskFormVariables(taskId, null, true);
    }

    @Override
    public VariableMap getTaskFormVariables(String taskId, Collection<String> names, boolean deserialize) {
        return commandExecutor.execute(context -> {
            TaskEntity task = context.getTaskManager().findTaskById(taskId);
            if (task == null) {
                throw refused("gate.task-gone");
            }
            for (CommandChecker checker :
                    context.getProcessEngineConfiguration().getCommandCheckers()) {
                checker.checkReadTaskVariable(task);
            }
            DeployedForm form = forms.of(context, taskForm(task));
            Map<String, Object> answers = only(names, answers(task, form));
            if (form.healthKeys().stream().anyMatch(answers::containsKey)) {
                health.read(caseOf(task), Door.FORM);
            }
            return FormValues.toEngine(form.form(), answers);
        });
    }

    @Override
    public ProcessInstance submitStartForm(String processDefinitionId, Map<String, Object> properties) {
        return submitting((who, context) -> start(context, processDefinitionId, properties, who));
    }

    /** The business key is the complaint's number; one that a client sends is ignored. */
    @Override
    public ProcessInstance submitStartForm(
            String processDefinitionId, String businessKey, Map<String, Object> properties) {
        return submitStartForm(processDefinitionId, properties);
    }

    @Override
    public ProcessInstance submitStartFormData(String processDefinitionId, Map<String, String> properties) {
        return submitStartForm(processDefinitionId, Map.copyOf(properties));
    }

    @Override
    public ProcessInstance submitStartFormData(
            String processDefinitionId, String businessKey, Map<String, String> properties) {
        return submitStartForm(processDefinitionId, Map.copyOf(properties));
    }

    @Override
    public void submitTaskForm(String taskId, Map<String, Object> properties) {
        submitTaskFormWithVariablesInReturn(taskId, properties, false);
    }

    @Override
    public void submitTaskFormData(String taskId, Map<String, String> properties) {
        submitTaskForm(taskId, Map.copyOf(properties));
    }

    /** Returns no variables: what a person may see of a case is shown by its forms. */
    @Override
    public VariableMap submitTaskFormWithVariablesInReturn(
            String taskId, Map<String, Object> properties, boolean deserialize) {
        return submitting((who, context) -> complete(context, taskId, properties, who));
    }

    private ProcessInstance start(
            CommandContext context, String processDefinitionId, Map<String, Object> properties, String who) {
        ProcessDefinitionEntity definition = definition(context, processDefinitionId);
        for (CommandChecker checker : context.getProcessEngineConfiguration().getCommandCheckers()) {
            checker.checkCreateProcessInstance(definition);
        }
        DeployedForm form = starts.of(context, definition);
        Map<String, Object> submitted = FormValues.fromEngine(form.form(), properties);
        return starts.begin(context, definition, form, submitted, Caller.PAGE, who)
                .instance();
    }

    private VariableMap complete(CommandContext context, String taskId, Map<String, Object> properties, String who) {
        TaskEntity task = taskForOneself(context, taskId);
        for (CommandChecker checker : context.getProcessEngineConfiguration().getCommandCheckers()) {
            checker.checkTaskWork(task);
        }
        if (task.getAssignee() != null && !task.getAssignee().equals(who)) {
            throw refused("gate.task-claimed", task.getAssignee());
        }
        DeployedForm form = forms.of(context, taskForm(task));
        long caseId = caseOf(task);
        Map<String, Object> fields = check.check(
                        form.form(), answers(task, form), FormValues.fromEngine(form.form(), properties), Caller.PAGE)
                .values();
        Entry entry = new Entry(
                caseId,
                definition(context, task.getProcessDefinitionId()).getKey(),
                task.getProcessInstanceId(),
                task.getTaskDefinitionKey(),
                taskId,
                form.id(),
                form.version(),
                who,
                clock.instant(),
                fields);
        if (StepEvidence.asked(task.getExecution().getActivity()) && !attachments.anyMadeAt(taskId)) {
            throw new RefusedCase(sentences.say("attachment.evidence"));
        }
        caseFile.take(entry, form.form(), handlers.of(task.getExecution().getActivity(), form));
        Map<String, Object> variables = declared.of(context, task.getProcessDefinitionId(), form.form(), fields);
        return new SubmitTaskFormCmd(taskId, variables, false, false).execute(context);
    }

    private Map<String, Object> answers(TaskEntity task, DeployedForm form) {
        return caseFile.answers(
                caseOf(task),
                FormValues.fromStep(task.getExecution().getVariablesTyped(false)),
                form.keys(),
                form.healthKeys());
    }

    /**
     * Runs a submission; whatever a person can mend comes out as a sentence that REST answers with 400. Where another step
     * of the same case was written at the same moment, nothing of this one is stored, and it is taken once more: a task that
     * is gone by then says so itself.
     */
    private <T> T submitting(Submission<T> submission) {
        for (int attempt = 1; ; attempt++) {
            try {
                return commandExecutor.execute(Submission.command(submission, sentences));
            } catch (BadUserRequestException e) {
                throw answered(e, e.getMessage(), e.getCode());
            } catch (OptimisticLockingException | ProcessEnginePersistenceException | ConcurrencyFailureException e) {
                if (attempt == ATTEMPTS) {
                    throw answered(e, sentences.say("gate.case-busy"), Refusal.CODE);
                }
            }
        }
    }

    /** Of all exceptions, REST answers a submission with 400 for this kind only. */
    private static FormFieldValidationException answered(Exception cause, String sentence, int code) {
        FormFieldValidationException answer = new FormFieldValidationException(null, sentence, cause);
        answer.setCode(code);
        return answer;
    }

    private long caseOf(TaskEntity task) {
        if (task.getExecution() == null) {
            // Finished since it was read.
            throw refused("gate.task-gone");
        }
        if (CaseVariables.CASE_ID.find(task.getExecution()).isEmpty()) {
            throw refused("gate.no-case");
        }
        return ownCase.find(task.getExecution()).orElseThrow(() -> refused("gate.other-case"));
    }

    /**
     * Loads the task for this submission alone: of two at once the second waits here, and finds it gone. Otherwise it
     * would read a case that vanishes under it. The case comes first: a job that ends the task has locked the case by then.
     */
    private TaskEntity taskForOneself(CommandContext context, String taskId) {
        complaints.lock(caseOfTask(taskId));
        return jdbc.sql("select id_ from act_ru_task where id_ = :id for update")
                .param("id", taskId)
                .query(String.class)
                .optional()
                .map(context.getTaskManager()::findTaskById)
                .orElseThrow(() -> refused("gate.task-gone"));
    }

    /** None, where the task is gone or its course has no case. */
    private List<Long> caseOfTask(String taskId) {
        return jdbc.sql("""
                        select variable.long_ from act_ru_task task
                        join act_ru_variable variable on variable.execution_id_ = task.proc_inst_id_
                        where task.id_ = :id and variable.name_ = :name and variable.long_ is not null
                        """)
                .param("id", taskId)
                .param("name", CaseVariables.CASE_ID.name())
                .query(Long.class)
                .list();
    }

    private static FormData taskForm(TaskEntity task) {
        return task.getTaskDefinition().getTaskFormHandler().createTaskForm(task);
    }

    private static ProcessDefinitionEntity definition(CommandContext context, String id) {
        return context.getProcessEngineConfiguration().getDeploymentCache().findDeployedProcessDefinitionById(id);
    }

    private BadUserRequestException refused(String sentence, Object... arguments) {
        return Refusal.inWords(new BadUserRequestException(sentences.say(sentence, arguments)));
    }

    private static Map<String, Object> only(Collection<String> names, Map<String, Object> answers) {
        if (names != null) {
            answers.keySet().retainAll(names);
        }
        return answers;
    }
}
