package io.redress.engine.people;

import java.util.List;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.identity.db.DbGroupQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;

/**
 * What the groups are called, readable by whoever may use Tasklist: a task that several groups may do names them all. Who is in a
 * group stays with those who may read it; the engine knows one right for both.
 */
class GroupNames extends DbGroupQueryImpl {

    private static final long serialVersionUID = 1L;

    GroupNames(CommandExecutor executor) {
        super(executor);
    }

    @Override
    public List<Group> executeList(CommandContext context, Page page) {
        return asksForNames(context)
                ? context.runWithoutAuthorization(unchecked -> super.executeList(unchecked, page))
                : super.executeList(context, page);
    }

    @Override
    public long executeCount(CommandContext context) {
        return asksForNames(context)
                ? context.runWithoutAuthorization(super::executeCount)
                : super.executeCount(context);
    }

    private boolean asksForNames(CommandContext context) {
        return userId == null
                && tenantId == null
                && procDefId == null
                && context.getAuthentication() != null
                && context.getAuthorizationManager()
                        .isAuthorized(Permissions.ACCESS, Resources.APPLICATION, "tasklist");
    }
}
