package io.redress.engine.form;

import io.redress.casefile.CaseFile;
import io.redress.casefile.complaint.Complaint;
import io.redress.casefile.complaint.Registration;
import io.redress.casefile.entry.Entry;
import io.redress.engine.variable.CaseVariables;
import io.redress.form.Caller;
import io.redress.form.FormCheck;
import java.time.Clock;
import java.util.Map;
import org.camunda.bpm.engine.form.FormData;
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.runtime.ProcessInstance;

/** What a start form begins, whether a person fills it in or a program: a complaint, or an addition to a case. */
public final class StartForms {

    private static final String NUMBER = "number";

    private final DeployedForms forms;
    private final DeclaredVariables declared;
    private final FormCheck check;
    private final CaseFile caseFile;
    private final SubmitHandlers handlers;
    private final Registration registration;
    private final Clock clock;

    public StartForms(
            DeployedForms forms,
            DeclaredVariables declared,
            FormCheck check,
            CaseFile caseFile,
            SubmitHandlers handlers,
            Registration registration,
            Clock clock) {
        this.forms = forms;
        this.declared = declared;
        this.check = check;
        this.caseFile = caseFile;
        this.handlers = handlers;
        this.registration = registration;
        this.clock = clock;
    }

    /** The process that began, and the case it works on. */
    record Begun(Complaint complaint, ProcessInstance instance) {}

    DeployedForm of(CommandContext context, ProcessDefinitionEntity definition) {
        FormData data = definition.getStartFormHandler() == null
                ? null
                : definition.getStartFormHandler().createStartFormData(definition);
        return forms.of(context, data);
    }

    /** Checks what was submitted, writes it into the case file and starts the process, in the transaction of the command. */
    Begun begin(
            CommandContext context,
            ProcessDefinitionEntity definition,
            DeployedForm form,
            Map<String, Object> submitted,
            Caller caller,
            String who) {
        Map<String, Object> fields = check.check(form.form(), caseFile.answers(form.keys()), submitted, caller)
                .values();
        // A start form that asks for a number adds to that case; any other registers a complaint.
        Complaint complaint = form.form().field(NUMBER).isPresent()
                ? caseFile.open((String) fields.get(NUMBER))
                : registration.register(form.form().withoutHealth(fields), who);
        Map<String, Object> variables = declared.of(context, definition.getId(), form.form(), fields);
        variables.put(CaseVariables.CASE_ID.name(), complaint.id());
        ProcessInstance instance =
                new SubmitStartFormCmd(definition.getId(), complaint.number(), variables).execute(context);
        Entry entry = new Entry(
                complaint.id(),
                definition.getKey(),
                instance.getId(),
                definition.getInitial().getId(),
                null,
                form.id(),
                form.version(),
                who,
                clock.instant(),
                fields);
        caseFile.begin(entry, form.form(), handlers.of(definition.getInitial(), form));
        return new Begun(complaint, instance);
    }
}
