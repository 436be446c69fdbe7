package io.redress.engine.form;

import io.redress.casefile.CaseFile;
import io.redress.casefile.complaint.Complaint;
import io.redress.casefile.complaint.RefusedRegistration;
import io.redress.casefile.intake.Registrar;
import io.redress.casefile.intake.StartForm;
import io.redress.engine.people.ActingPerson;
import io.redress.form.Caller;
import io.redress.form.InvalidSubmission;
import io.redress.language.Sentences;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.springframework.stereotype.Component;

/** The start form of {@code complaint-handling}, for programs: newest diagram, newest form, one transaction. */
@Component
class IntakeDesk implements Registrar {

    private static final String PROCESS = "complaint-handling";

    private final ProcessEngineConfigurationImpl engine;
    private final AuthorizationService authorizations;
    private final StartForms starts;
    private final CaseFile caseFile;
    private final ActingPerson person;
    private final Sentences sentences;

    IntakeDesk(
            ProcessEngineConfigurationImpl engine,
            AuthorizationService authorizations,
            StartForms starts,
            CaseFile caseFile,
            ActingPerson person,
            Sentences sentences) {
        this.engine = engine;
        this.authorizations = authorizations;
        this.starts = starts;
        this.caseFile = caseFile;
        this.person = person;
        this.sentences = sentences;
    }

    /** Posting is all that the group {@code intake-api} may do; others may post what they may start. */
    @Override
    public boolean admits() {
        return person.in(ActingPerson.INTAKE_API)
                || !person.nobody()
                        && authorizations.isUserAuthorized(
                                person.login(),
                                person.groups(),
                                ProcessDefinitionPermissions.CREATE_INSTANCE,
                                Resources.PROCESS_DEFINITION,
                                PROCESS);
    }

    @Override
    public StartForm form() {
        return engine.getCommandExecutorTxRequired().execute(context -> {
            DeployedForm deployed = starts.of(context, definition(context));
            return new StartForm(deployed.form(), deployed.version(), caseFile.answers(deployed.keys()));
        });
    }

    @Override
    public Complaint register(Map<String, Object> fields) {
        try {
            return engine.getCommandExecutorTxRequired()
                    .execute(Submission.command((who, context) -> register(context, who, fields), sentences));
        } catch (BadUserRequestException e) {
            if (e.getCause() instanceof InvalidSubmission invalid) {
                throw invalid;
            }
            throw e.getCause() instanceof RefusedRegistration refused ? refused : e;
        }
    }

    @Override
    public Complaint registerFor(String who, Map<String, Object> fields) {
        return engine.getCommandExecutorTxRequired().execute(context -> register(context, who, fields));
    }

    private Complaint register(CommandContext context, String who, Map<String, Object> fields) {
        ProcessDefinitionEntity definition = definition(context);
        // The engine itself knows no right to start that ends at this desk.
        return context.runWithoutAuthorization(
                () -> starts.begin(context, definition, starts.of(context, definition), fields, Caller.API, who)
                        .complaint());
    }

    private static ProcessDefinitionEntity definition(CommandContext context) {
        return context.getProcessEngineConfiguration()
                .getDeploymentCache()
                .findDeployedLatestProcessDefinitionByKey(PROCESS);
    }
}
