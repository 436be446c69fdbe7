package io.redress.testing;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.historyService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.managementService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskService;

import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.camunda.bpm.engine.test.assertions.bpmn.TaskAssert;

/** A case in whatever processes it stands: those that were called are looked into as the one that calls them is. */
public final class WholeCase {

    private WholeCase() {}

    public static CaseAssert assertThat(ProcessInstance instance) {
        return new CaseAssert(instance);
    }

    public static TaskAssert assertThat(Task task) {
        return BpmnAwareTests.assertThat(task);
    }

    /** The only task with that key; null where there is none. */
    public static Task task(String key, ProcessInstance of) {
        return taskService()
                .createTaskQuery()
                .processInstanceBusinessKey(of.getBusinessKey())
                .taskDefinitionKey(key)
                .singleResult();
    }

    /** The only task of the case; null where there is none. */
    public static Task task(ProcessInstance of) {
        return taskService()
                .createTaskQuery()
                .processInstanceBusinessKey(of.getBusinessKey())
                .singleResult();
    }

    /** The only job at that step or event; null where there is none. */
    public static Job job(String activity, ProcessInstance of) {
        List<Job> jobs = jobs(activity, of);
        Assertions.assertThat(jobs).as("jobs at " + activity).hasSizeLessThan(2);
        return jobs.isEmpty() ? null : jobs.get(0);
    }

    public static List<Job> jobs(String activity, ProcessInstance of) {
        return instances(of)
                .flatMap(instance ->
                        managementService()
                                .createJobQuery()
                                .processInstanceId(instance)
                                .activityId(activity)
                                .list()
                                .stream())
                .toList();
    }

    private static Stream<String> instances(ProcessInstance of) {
        return runtimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(of.getBusinessKey())
                .list()
                .stream()
                .map(ProcessInstance::getId);
    }

    /** What is true of the case; ended is the instance itself. */
    public static final class CaseAssert extends AbstractAssert<CaseAssert, ProcessInstance> {

        private CaseAssert(ProcessInstance instance) {
            super(instance, CaseAssert.class);
        }

        public CaseAssert isWaitingAt(String... steps) {
            Assertions.assertThat(waiting()).as(actual.getBusinessKey()).contains(steps);
            return this;
        }

        public CaseAssert isNotWaitingAt(String... steps) {
            Assertions.assertThat(waiting()).as(actual.getBusinessKey()).doesNotContain(steps);
            return this;
        }

        public CaseAssert hasPassed(String... steps) {
            Assertions.assertThat(passed()).as(actual.getBusinessKey()).contains(steps);
            return this;
        }

        public CaseAssert hasNotPassed(String... steps) {
            Assertions.assertThat(passed()).as(actual.getBusinessKey()).doesNotContain(steps);
            return this;
        }

        public CaseAssert isEnded() {
            BpmnAwareTests.assertThat(actual).isEnded();
            return this;
        }

        private List<String> waiting() {
            return instances(actual)
                    .map(instance -> runtimeService().getActivityInstance(instance))
                    .flatMap(CaseAssert::steps)
                    .toList();
        }

        private static Stream<String> steps(ActivityInstance activity) {
            return Stream.concat(
                    Stream.concat(
                            Stream.of(activity.getActivityId()),
                            Stream.of(activity.getChildTransitionInstances())
                                    .map(transition -> transition.getActivityId())),
                    Stream.of(activity.getChildActivityInstances()).flatMap(CaseAssert::steps));
        }

        private List<String> passed() {
            return historyService()
                    .createHistoricProcessInstanceQuery()
                    .processInstanceBusinessKey(actual.getBusinessKey())
                    .list()
                    .stream()
                    .flatMap(instance -> historyService()
                            .createHistoricActivityInstanceQuery()
                            .processInstanceId(instance.getId())
                            .finished()
                            .list()
                            .stream())
                    .map(HistoricActivityInstance::getActivityId)
                    .toList();
        }
    }
}
