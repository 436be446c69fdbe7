package io.redress.engine.deadline;

import io.redress.casefile.complaint.Complaint;
import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.escalation.CasePeople;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who there is to be told, as the engine's tasks and groups say; who only takes note of a breach or passes on a message does not have the case. */
@Component
class EngineCasePeople implements CasePeople {

    private final ObjectProvider<ProcessEngineConfigurationImpl> engine;
    private final Complaints complaints;
    private final JdbcClient jdbc;

    EngineCasePeople(ObjectProvider<ProcessEngineConfigurationImpl> engine, Complaints complaints, JdbcClient jdbc) {
        this.engine = engine;
        this.complaints = complaints;
        this.jdbc = jdbc;
    }

    @Override
    public List<String> owners(long complaintId) {
        return jdbc.sql("""
                        select distinct coalesce(task.assignee_, link.group_id_) as owner from act_ru_task task
                          join act_ru_execution process on process.id_ = task.proc_inst_id_
                          left join act_ru_identitylink link on link.task_id_ = task.id_ and link.type_ = 'candidate'
                          join act_re_procdef definition on definition.id_ = task.proc_def_id_
                        where process.business_key_ = :number and definition.key_ not in ('escalation', 'message-delivery')
                          and coalesce(task.assignee_, link.group_id_) is not null
                        order by owner
                        """)
                .param(
                        "number",
                        complaints.find(complaintId).map(Complaint::number).orElseThrow())
                .query(String.class)
                .list();
    }

    @Override
    public List<String> groups(long complaintId) {
        return jdbc.sql("""
                        select distinct link.group_id_ as owner from act_ru_task task
                          join act_ru_execution process on process.id_ = task.proc_inst_id_
                          join act_ru_identitylink link on link.task_id_ = task.id_ and link.type_ = 'candidate'
                          join act_re_procdef definition on definition.id_ = task.proc_def_id_
                        where process.business_key_ = :number and definition.key_ not in ('escalation', 'message-delivery')
                          and link.group_id_ is not null
                        order by owner
                        """)
                .param(
                        "number",
                        complaints.find(complaintId).map(Complaint::number).orElseThrow())
                .query(String.class)
                .list();
    }

    @Override
    public boolean peopled(String group) {
        return engine.getObject()
                .getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() -> engine.getObject()
                                .getIdentityService()
                                .createUserQuery()
                                .memberOfGroup(group)
                                .count()
                        > 0));
    }
}
