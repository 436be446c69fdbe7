package io.redress.engine.part;

import io.redress.casefile.complaint.Complaint;
import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.part.Part;
import io.redress.casefile.part.PartProcesses;
import io.redress.engine.variable.CaseVariables;
import java.util.Map;
import java.util.function.Consumer;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Parts of a case begin and end by messages, so that diagrams show where. */
@Component
class EnginePartProcesses implements PartProcesses {

    /** After the key of its process: the message that starts it. */
    private static final String BEGUN = ".begun";

    private static final String FINISHED = "part.finished";

    private final ObjectProvider<ProcessEngineConfigurationImpl> engine;
    private final Complaints complaints;

    EnginePartProcesses(ObjectProvider<ProcessEngineConfigurationImpl> engine, Complaints complaints) {
        this.engine = engine;
        this.complaints = complaints;
    }

    @Override
    public void start(Part part, Map<String, Object> variables) {
        Complaint complaint = complaint(part.complaintId());
        VariableMap begun = Variables.fromMap(variables)
                .putValue(CaseVariables.CASE_ID.name(), complaint.id())
                .putValue(CaseVariables.NUMBER.name(), complaint.number())
                .putValue(CaseVariables.SITE.name(), complaint.site())
                .putValue(CaseVariables.SEVERITY.name(), complaint.severity())
                .putValue(CaseVariables.OWNER_GROUP.name(), complaints.ownerGroup(complaint.id()));
        done(runtime -> runtime.createMessageCorrelation(part.process() + BEGUN)
                .processInstanceBusinessKey(complaint.number())
                .setVariables(begun)
                .correlateStartMessage());
    }

    @Override
    public void lookAgain(long complaintId) {
        tell(complaintId, FINISHED);
    }

    @Override
    public void tell(long complaintId, String message) {
        done(runtime -> runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(complaint(complaintId).number())
                .correlateAll());
    }

    private Complaint complaint(long id) {
        return complaints.find(id).orElseThrow();
    }

    /** Whoever did the step that begins or ends a part need not be allowed to start processes, nor to move others. */
    private void done(Consumer<RuntimeService> act) {
        engine.getObject()
                .getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() -> {
                    act.accept(engine.getObject().getRuntimeService());
                    return null;
                }));
    }
}
