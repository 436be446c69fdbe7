package io.redress.engine.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The keys that a query to the engine may have, by its path: the engine's own but for those that end with Expression. Values are
 * plain, and what may lie in them is named, too.
 */
final class QueryKeys {

    private static final String LARGER_QUERY = "orQueries";

    private static final Set<String> SORTING = words("sortBy sortOrder parameters");
    private static final Set<String> SORTED_VARIABLE = words("variable type");
    private static final Set<String> VARIABLE = words("name operator value");
    private static final Set<String> VARIABLES =
            words("processVariables taskVariables caseInstanceVariables variables variableValues");

    /** Tasklist says the page in the body, too, where the engine passes over it. */
    private static final Set<String> TASK = words("""
            active activityInstanceIdIn assigned assignee assigneeIn assigneeLike assigneeNotIn candidateGroup
            candidateGroupLike candidateGroups candidateUser caseDefinitionId caseDefinitionKey caseDefinitionName
            caseDefinitionNameLike caseExecutionId caseInstanceBusinessKey caseInstanceBusinessKeyLike caseInstanceId
            caseInstanceVariables created createdAfter createdBefore createdOn delegationState description
            descriptionLike due dueAfter dueBefore dueDate executionId followUp followUpAfter followUpBefore
            followUpBeforeOrNotExistent followUpDate includeAssignedTasks involvedUser maxPriority minPriority name
            nameLike nameNotEqual nameNotLike orQueries owner parentTaskId priority processDefinitionId
            processDefinitionKey processDefinitionKeyIn processDefinitionName processDefinitionNameLike
            processInstanceBusinessKey processInstanceBusinessKeyIn processInstanceBusinessKeyLike processInstanceId
            processInstanceIdIn processVariables sortBy sortOrder sorting suspended taskDefinitionKey
            taskDefinitionKeyIn taskDefinitionKeyLike taskDefinitionKeyNotIn taskId taskIdIn taskVariables tenantIdIn
            unassigned updatedAfter variableNamesIgnoreCase variableValuesIgnoreCase withCandidateGroups
            withCandidateUsers withCommentAttachmentInfo withTaskLocalVariablesInReturn withTaskVariablesInReturn
            withoutCandidateGroups withoutCandidateUsers withoutDueDate withoutTenantId firstResult maxResults""");

    /** What a stored list may ask by an expression. */
    private static final Set<String> TASK_EXPRESSIONS = words("""
            assigneeExpression assigneeLikeExpression candidateGroupExpression candidateGroupsExpression
            candidateUserExpression createdAfterExpression createdBeforeExpression createdOnExpression
            dueAfterExpression dueBeforeExpression dueDateExpression followUpAfterExpression followUpBeforeExpression
            followUpBeforeOrNotExistentExpression followUpDateExpression involvedUserExpression ownerExpression
            processInstanceBusinessKeyExpression processInstanceBusinessKeyLikeExpression updatedAfterExpression""");

    private static final Map<String, Set<String>> OTHERS = Map.of(
            "process-instance", words("""
                    active activityIdIn businessKey businessKeyLike caseInstanceId deploymentId incidentId
                    incidentMessage incidentMessageLike incidentType leafProcessInstances orQueries processDefinitionId
                    processDefinitionKey processDefinitionKeyIn processDefinitionKeyNotIn
                    processDefinitionWithoutTenantId processInstanceIds rootProcessInstanceId rootProcessInstances
                    sortBy sortOrder sorting subCaseInstance subProcessInstance superCaseInstance superProcessInstance
                    suspended tenantIdIn variableNamesIgnoreCase variableValuesIgnoreCase variables withIncident
                    withoutTenantId"""),
            "execution", words("""
                    active activityId businessKey incidentId incidentMessage incidentMessageLike incidentType
                    messageEventSubscriptionName processDefinitionId processDefinitionKey processInstanceId
                    processVariables signalEventSubscriptionName sortBy sortOrder sorting suspended tenantIdIn
                    variableNamesIgnoreCase variableValuesIgnoreCase variables"""),
            "variable-instance", words("""
                    activityInstanceIdIn batchIdIn caseExecutionIdIn caseInstanceIdIn executionIdIn processInstanceIdIn
                    sortBy sortOrder sorting taskIdIn tenantIdIn variableName variableNameLike variableNamesIgnoreCase
                    variableScopeIdIn variableValues variableValuesIgnoreCase"""),
            "user", words("""
                    email emailLike firstName firstNameLike id idIn lastName lastNameLike memberOfGroup memberOfTenant
                    potentialStarter sortBy sortOrder sorting"""),
            "group", words("""
                    id idIn member memberOfTenant name nameLike sortBy sortOrder sorting type"""),
            "history/process-instance", words("""
                    active activeActivityIdIn activityIdIn caseInstanceId completed executedActivityAfter
                    executedActivityBefore executedActivityIdIn executedJobAfter executedJobBefore externallyTerminated
                    finished finishedAfter finishedBefore incidentIdIn incidentMessage incidentMessageLike
                    incidentStatus incidentType internallyTerminated orQueries processDefinitionId processDefinitionKey
                    processDefinitionKeyIn processDefinitionKeyNotIn processDefinitionName processDefinitionNameLike
                    processInstanceBusinessKey processInstanceBusinessKeyIn processInstanceBusinessKeyLike
                    processInstanceId processInstanceIdNotIn processInstanceIds rootProcessInstanceId
                    rootProcessInstances sortBy sortOrder sorting startedAfter startedBefore startedBy
                    subCaseInstanceId subProcessInstanceId superCaseInstanceId
                    superProcessInstanceId suspended tenantIdIn unfinished variableNamesIgnoreCase
                    variableValuesIgnoreCase variables withIncidents withJobsRetrying withRootIncidents
                    withoutTenantId"""),
            "history/activity-instance", words("""
                    activityId activityInstanceId activityName activityNameLike activityType canceled completeScope
                    executionId finished finishedAfter finishedBefore processDefinitionId processInstanceId sortBy
                    sortOrder sorting startedAfter startedBefore taskAssignee tenantIdIn unfinished withoutTenantId"""),
            "history/task", words("""
                    activityInstanceIdIn assigned caseDefinitionId caseDefinitionKey caseDefinitionName caseExecutionId
                    caseInstanceId executionId finished finishedAfter finishedBefore orQueries processDefinitionId
                    processDefinitionKey processDefinitionName processFinished processInstanceBusinessKey
                    processInstanceBusinessKeyIn processInstanceBusinessKeyLike processInstanceId processUnfinished
                    processVariables rootProcessInstanceId sortBy sortOrder sorting startedAfter startedBefore
                    taskAssignee taskAssigneeLike taskDefinitionKey taskDefinitionKeyIn taskDeleteReason
                    taskDeleteReasonLike taskDescription taskDescriptionLike taskDueDate taskDueDateAfter
                    taskDueDateBefore taskFollowUpDate taskFollowUpDateAfter taskFollowUpDateBefore
                    taskHadCandidateGroup taskHadCandidateUser taskId taskInvolvedGroup taskInvolvedUser taskName
                    taskNameLike taskOwner taskOwnerLike taskParentTaskId taskPriority taskVariables tenantIdIn
                    unassigned unfinished variableNamesIgnoreCase variableValuesIgnoreCase withCandidateGroups
                    withoutCandidateGroups withoutTaskDueDate withoutTenantId"""),
            "history/variable-instance", words("""
                    activityInstanceIdIn caseActivityIdIn caseExecutionIdIn caseInstanceId executionIdIn includeDeleted
                    processDefinitionId processDefinitionKey processInstanceId processInstanceIdIn sortBy sortOrder
                    sorting taskIdIn tenantIdIn variableName variableNameIn variableNameLike variableNamesIgnoreCase
                    variableTypeIn variableValue variableValuesIgnoreCase withoutTenantId"""));

    private static final Pattern TASK_QUERY = Pattern.compile("/task(/count)?|/filter/[^/]+/(list|count|singleResult)");

    private static final Pattern OTHER_QUERY =
            Pattern.compile("/(?<kind>%s)(/count)?".formatted(String.join("|", OTHERS.keySet())));

    private static final Pattern LIST = Pattern.compile("/filter/(?!count$)[^/]+");
    private static final Set<String> LIST_KEYS = words("id resourceType name owner query properties itemCount");

    private QueryKeys() {}

    /** @return what a body that is sent there must be; empty where no query is sent */
    static Optional<Predicate<JsonNode>> of(String path) {
        Matcher other = OTHER_QUERY.matcher(path);
        if (TASK_QUERY.matcher(path).matches()) {
            return Optional.of(body -> query(body, TASK, false));
        } else if (other.matches()) {
            return Optional.of(body -> query(body, OTHERS.get(other.group("kind")), false));
        } else if (LIST.matcher(path).matches()) {
            return Optional.of(QueryKeys::list);
        }
        return Optional.empty();
    }

    /** @return whether a query may be asked there by such a parameter of the address */
    static boolean inAddress(String path, String parameter) {
        return !parameter.toLowerCase(Locale.ROOT).endsWith("expression")
                && (!path.matches("/task(/count)?")
                        || TASK.contains(parameter)
                        || parameter.equals("firstResult")
                        || parameter.equals("maxResults"));
    }

    /** A list of Tasklist, which holds a query, and how it looks. */
    private static boolean list(JsonNode body) {
        return only(body, LIST_KEYS) && (!body.hasNonNull("query") || query(body.path("query"), TASK, true));
    }

    private static boolean query(JsonNode query, Set<String> keys, boolean stored) {
        return query.isObject()
                && query.properties().stream()
                        .allMatch(entry -> keys.contains(entry.getKey())
                                        && value(entry.getKey(), entry.getValue(), keys, stored)
                                || stored && TASK_EXPRESSIONS.contains(entry.getKey()) && expression(entry.getValue()));
    }

    /** Which one, the list's own door looks at. */
    private static boolean expression(JsonNode value) {
        return value.isNull() || value.isTextual();
    }

    private static boolean value(String key, JsonNode value, Set<String> keys, boolean stored) {
        if (value.isNull()) {
            return true;
        } else if (key.equals(LARGER_QUERY)) {
            return all(value, part -> query(part, keys, stored));
        } else if (VARIABLES.contains(key)) {
            return all(value, variable -> plain(variable, VARIABLE));
        } else if (key.equals("sorting")) {
            return all(
                    value,
                    order -> only(order, SORTING)
                            && order.properties().stream()
                                    .allMatch(entry -> plain(entry.getValue())
                                            || entry.getKey().equals("parameters")
                                                    && plain(entry.getValue(), SORTED_VARIABLE)));
        }
        return plain(value) || all(value, QueryKeys::plain);
    }

    private static boolean all(JsonNode list, Predicate<JsonNode> test) {
        return list.isArray() && stream(list).allMatch(test);
    }

    private static boolean plain(JsonNode object, Set<String> keys) {
        return only(object, keys) && stream(object).allMatch(QueryKeys::plain);
    }

    private static boolean plain(JsonNode value) {
        return value.isValueNode();
    }

    private static Stream<JsonNode> stream(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false);
    }

    static boolean only(JsonNode object, Set<String> keys) {
        return object.isObject()
                && object.properties().stream().map(Map.Entry::getKey).allMatch(keys::contains);
    }

    static Set<String> words(String words) {
        return Stream.of(words.split("\\s+")).collect(Collectors.toUnmodifiableSet());
    }
}
