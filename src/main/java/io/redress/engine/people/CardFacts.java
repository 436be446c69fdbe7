package io.redress.engine.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.VariableInstanceQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;

/**
 * Number, severity, site and deadline mark of a complaint, readable by whoever may read one of its tasks: they stand on the task's card,
 * in words. The engine itself asks for the right to read the whole case, which clerks don't have.
 */
class CardFacts extends VariableInstanceQueryImpl {

    static final List<String> NAMES = List.of("number", "severity", "site", "deadline");

    private static final long serialVersionUID = 1L;

    private final transient CardFormatter words;

    CardFacts(CommandExecutor executor, CardFormatter words) {
        super(executor);
        this.words = words;
    }

    @Override
    public List<VariableInstance> executeList(CommandContext context, Page page) {
        List<VariableInstance> readable = super.executeList(context, page);
        if (context.getAuthentication() == null || !asksForCards()) {
            return readable;
        }
        List<VariableInstance> facts = context.runWithoutAuthorization(unchecked -> super.executeList(unchecked, page));
        Set<String> cases = casesWithReadableTask(context, facts);
        Set<String> known = readable.stream().map(VariableInstance::getId).collect(Collectors.toSet());
        List<VariableInstance> all = new ArrayList<>(readable);
        facts.stream()
                .filter(fact -> !known.contains(fact.getId()) && cases.contains(fact.getProcessInstanceId()))
                .forEach(all::add);
        // Where nothing is due, a card says nothing.
        return all.stream()
                .filter(fact -> !"".equals(fact.getValue()))
                .map(this::inWords)
                .toList();
    }

    private VariableInstance inWords(VariableInstance fact) {
        return words.of(fact.getName(), fact.getValue())
                .map(said -> said(fact, said))
                .orElse(fact);
    }

    /** The fact with words in place of its value; the engine's REST reads the scope, which only its own class tells. */
    private static VariableInstance said(VariableInstance fact, String words) {
        VariableInstanceEntity said = new VariableInstanceEntity(fact.getName(), Variables.stringValue(words), false);
        said.setId(fact.getId());
        said.setProcessDefinitionId(fact.getProcessDefinitionId());
        said.setProcessInstanceId(fact.getProcessInstanceId());
        said.setExecutionId(fact.getExecutionId());
        said.setTaskId(fact.getTaskId());
        said.setActivityInstanceId(fact.getActivityInstanceId());
        return said;
    }

    /** As Tasklist asks: these names and no others, of given cases. */
    private boolean asksForCards() {
        return getVariableNames() != null
                && NAMES.containsAll(List.of(getVariableNames()))
                && getVariableScopeIds() != null;
    }

    private static Set<String> casesWithReadableTask(CommandContext context, List<VariableInstance> facts) {
        String[] cases = facts.stream()
                .map(VariableInstance::getProcessInstanceId)
                .distinct()
                .toArray(String[]::new);
        if (cases.length == 0) {
            return Set.of();
        }
        return context
                .getProcessEngineConfiguration()
                .getTaskService()
                .createTaskQuery()
                .processInstanceIdIn(cases)
                .list()
                .stream()
                .map(Task::getProcessInstanceId)
                .collect(Collectors.toSet());
    }
}
