package io.redress.engine.history;

import org.camunda.bpm.engine.impl.history.HistoryLevelActivity;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;

/**
 * What the engine remembers: activities, incidents and who did what as an operator. Variables are left out, because the
 * case file's entries are the audit trail and variable history is the largest cost of writing.
 */
public final class RedressHistoryLevel extends HistoryLevelActivity {

    public static final String NAME = "redress";

    /** Written into the database: an installation made at one level refuses to start at another. */
    private static final int ID = 20;

    @Override
    public int getId() {
        return ID;
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public boolean isHistoryEventProduced(HistoryEventType event, Object entity) {
        return super.isHistoryEventProduced(event, entity)
                || event == HistoryEventTypes.USER_OPERATION_LOG
                || event.getEntityType().equals("incident");
    }
}
