package io.redress.engine.deadline;

import io.redress.casefile.complaint.Complaint;
import io.redress.casefile.complaint.Complaints;
import java.util.function.Consumer;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Sees to what was overlooked, in a transaction of its own: a case that can't be seen to holds up no other. */
@Component
class CaseByCase {

    private static final Logger LOG = LoggerFactory.getLogger(CaseByCase.class);

    private final ObjectProvider<ProcessEngineConfigurationImpl> engine;
    private final Complaints complaints;

    CaseByCase(ObjectProvider<ProcessEngineConfigurationImpl> engine, Complaints complaints) {
        this.engine = engine;
        this.complaints = complaints;
    }

    /** @return whether it could be seen to; nothing of it is kept if not */
    boolean see(long complaintId, Consumer<Complaint> see) {
        try {
            engine.getObject().getCommandExecutorTxRequiresNew().execute(context -> {
                see.accept(complaints.find(complaintId).orElseThrow());
                return null;
            });
            return true;
        } catch (RuntimeException e) {
            LOG.error(
                    "What is overlooked in the case with the id {} can't be seen to, and is still told to nobody",
                    complaintId,
                    e);
            return false;
        }
    }
}
