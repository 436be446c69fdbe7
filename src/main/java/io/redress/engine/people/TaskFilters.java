package io.redress.engine.people;

import io.redress.language.Sentences;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.persistence.entity.FilterEntity;
import org.camunda.bpm.engine.task.TaskQuery;

/** The lists on the left of everybody's Tasklist: mine, my group's, what just arrived, due soon, overdue and my team's. */
class TaskFilters {

    /** Names the filter's id among the engine's properties: Tasklist drops foreign marks when it saves a filter. */
    private static final String MARK = "redress.filter.";

    private final FilterService filters;
    private final TaskService tasks;
    private final ManagementService management;
    private final Grants grants;
    private final Sentences sentences;

    TaskFilters(ProcessEngine engine, Grants grants, Sentences sentences) {
        this.filters = engine.getFilterService();
        this.tasks = engine.getTaskService();
        this.management = engine.getManagementService();
        this.grants = grants;
        this.sentences = sentences;
    }

    void apply() {
        // Below zero: Tasklist opens with the lowest, and a filter that an administrator adds begins at zero.
        keep("mine", -40, "#2b6cb0", query -> mostUrgentFirst(query.taskAssigneeExpression("${currentUser()}")));
        // What somebody has taken is in that person's own list: here is what waits for anybody.
        keep("group", -30, "#2f855a", query -> mostUrgentFirst(myGroups(query)));
        // By due date what has just been registered stands last, pages away on a busy day.
        keep(
                "arrived",
                -25,
                "#2c7a7b",
                query -> myGroups(query).orderByTaskCreateTime().desc());
        keep(
                "dueSoon",
                -20,
                "#b7791f",
                query -> mostUrgentFirst(mineOrMyGroups(query)
                        .dueAfterExpression("${now()}")
                        .dueBeforeExpression("${dateTime().plusHours(24).toDate()}")));
        keep(
                "overdue",
                -10,
                "#c53030",
                query -> mostUrgentFirst(mineOrMyGroups(query).dueBeforeExpression("${now()}")));
        // Whatever one may see: for superiors the tasks of those who work for them, too, to hand them over.
        keep("team", -5, "#6b46c1", TaskFilters::mostUrgentFirst);
    }

    private static TaskQuery myGroups(TaskQuery query) {
        return query.taskCandidateGroupInExpression("${currentUserGroups()}");
    }

    /** Also what a colleague has taken, so that nothing is late because one person is away. */
    private static TaskQuery mineOrMyGroups(TaskQuery query) {
        return query.or()
                .taskAssigneeExpression("${currentUser()}")
                .taskCandidateGroupInExpression("${currentUserGroups()}")
                .includeAssignedTasks()
                .endOr();
    }

    private static TaskQuery mostUrgentFirst(TaskQuery query) {
        return query.orderByDueDate().asc().orderByTaskPriority().desc();
    }

    private void keep(String name, int priority, String color, UnaryOperator<TaskQuery> list) {
        FilterEntity wanted = (FilterEntity) filters.newTaskFilter(sentences.say("people.filter." + name));
        wanted.setQuery(list.apply(tasks.createTaskQuery()));
        wanted.setProperties(Map.of(
                "description",
                sentences.say("people.filter.description"),
                "priority",
                priority,
                "color",
                color,
                "refresh",
                true,
                "showUndefinedVariable",
                false,
                "variables",
                variables()));
        String known = management.getProperties().get(MARK + name);
        FilterEntity present = known == null ? null : (FilterEntity) filters.getFilter(known);
        if (present == null) {
            present = (FilterEntity) filters.saveFilter(wanted);
            management.setProperty(MARK + name, present.getId());
        } else if (!contentOf(present).equals(contentOf(wanted))) {
            present.setName(wanted.getName());
            present.setQueryInternal(wanted.getQueryInternal());
            present.setProperties(wanted.getProperties());
            filters.saveFilter(present);
        }
        grants.toEverybody(Resources.FILTER, present.getId(), Permissions.READ);
    }

    private List<Map<String, String>> variables() {
        return CardFacts.NAMES.stream()
                .map(variable -> Map.of("name", variable, "label", sentences.say("people.filter." + variable)))
                .toList();
    }

    /** Name, query and properties as the engine would read them back, so that numbers and orders compare. */
    private static List<Object> contentOf(FilterEntity filter) {
        FilterEntity read = new FilterEntity(filter.getResourceType());
        read.setQueryInternal(filter.getQueryInternal());
        read.setPropertiesInternal(filter.getPropertiesInternal());
        return List.of(filter.getName(), read.getQueryInternal(), read.getProperties());
    }
}
