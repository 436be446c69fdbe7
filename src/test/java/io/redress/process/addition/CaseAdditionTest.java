package io.redress.process.addition;

import static io.redress.process.addition.AdditionNavigator.CHOICES;
import static io.redress.process.addition.AdditionNavigator.CLERK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.calledProcessInstance;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.historyService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.managementService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.processInstanceQuery;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;

import io.redress.casefile.complaint.Complaint;
import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.complaint.Link;
import io.redress.casefile.complaint.Links;
import io.redress.casefile.complaint.State;
import io.redress.casefile.deadline.Deadlines;
import io.redress.casefile.deadline.DueDeadlines;
import io.redress.casefile.entry.Entries;
import io.redress.casefile.entry.Entry;
import io.redress.casefile.message.Message;
import io.redress.casefile.message.Messages;
import io.redress.language.Sentences;
import io.redress.testing.Desk;
import io.redress.testing.ProcessTest;
import io.redress.testing.TestClock;
import io.redress.testing.WholeCase;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@ProcessTest
class CaseAdditionTest {

    private static final Duration TARGET = Duration.ofHours(4);

    private final AdditionNavigator navigator;
    private final Complaints complaints;
    private final Links links;
    private final Entries entries;
    private final Messages messages;
    private final Sentences sentences;
    private final TransactionTemplate transaction;
    private final Deadlines deadlines;
    private final DueDeadlines dueDeadlines;
    private final TestClock clock;

    private ProcessInstance running;

    CaseAdditionTest(
            @Autowired Desk desk,
            @Autowired Complaints complaints,
            @Autowired Links links,
            @Autowired Entries entries,
            @Autowired Messages messages,
            @Autowired Sentences sentences,
            @Autowired TransactionTemplate transaction,
            @Autowired Deadlines deadlines,
            @Autowired DueDeadlines dueDeadlines,
            @Autowired TestClock clock) {
        this.navigator = new AdditionNavigator(desk);
        this.complaints = complaints;
        this.links = links;
        this.entries = entries;
        this.messages = messages;
        this.sentences = sentences;
        this.transaction = transaction;
        this.deadlines = deadlines;
        this.dueDeadlines = dueDeadlines;
        this.clock = clock;
    }

    static Stream<String> choices() {
        return CHOICES.keySet().stream();
    }

    @BeforeEach
    void aCaseIsRunning() {
        running = navigator.runningCase();
    }

    @Test
    void givesARunningCaseTheDeadlineOfAnAuthority() {
        navigator.added("outside-deadline", running);
        assertThat(overdue().getDuedate().toInstant()).isEqualTo(clock.instant().plus(TARGET));
    }

    @Test
    void tellsTheManagerWhenTheAuthoritysDeadlineIsOver() {
        navigator.added("outside-deadline", running);
        clock.pass(TARGET);
        // What is due first is passed up first.
        dueDeadlines.breach(complaint().id(), "ACKNOWLEDGE", clock.instant());
        execute(overdue());
        ProcessInstance told = calledProcessInstance("escalation", running);
        assertThat(BpmnAwareTests.task(told)).hasCandidateGroup("customer-service-manager");
    }

    @Test
    void endsTheCaseThatTheCustomerWithdraws() {
        ProcessInstance addition = navigator.added("withdrawn", running);
        assertThat(addition).hasPassed("endEvent_additionPassedOn").isEnded();
        execute(job("serviceTask_withdrawComplaint", running));
        execute(WholeCase.job("serviceTask_checkParts", running));
        execute(WholeCase.job("serviceTask_archiveComplaint", running));
        assertThat(complaint().closed()).isTrue();
    }

    @Test
    void givesNewEvidenceToWhoeverHasTheCase() {
        navigator.inHand(running);
        assertThat(WholeCase.task("userTask_lookAtTheEvidence", running))
                .hasCandidateGroup(CLERK)
                .isNotAssigned();
    }

    @Test
    void tellsThoseWhoMustKnowOfALegalOrMediaCase() {
        navigator.added("legal-or-media", running);
        execute(job("serviceTask_notifyLegalAndMedia", running));
        assertThat(messages.of(complaint().id()))
                .extracting(Message::group)
                .contains("legal", "public-relations", "senior-management");
    }

    @Test
    void makesAnotherMatterACaseOfItsOwn() {
        ProcessInstance addition = navigator.added("another-matter", running);
        assertThat(addition).hasPassed("endEvent_otherMatterRegistered").isEnded();
        Complaint other = otherMatter();
        assertThat(other.state()).isEqualTo(State.OPEN);
        assertThat(other.site()).isEqualTo(complaint().site());
        assertThat(other.category()).isEqualTo("service-attitude");
        assertThat(other.registeredBy()).isEqualTo(CLERK);
        assertThat(other.receivedAt()).isEqualTo(clock.instant());
        Map<String, Object> core = complaints.core(complaint().id());
        assertThat(complaints.core(other.id()))
                .contains(
                        entry("customerName", core.get("customerName")),
                        entry("phone", core.get("phone")),
                        entry("description", "收银员态度恶劣。"),
                        entry("product", "牛奶"),
                        entry("orderNumber", "S-" + running.getBusinessKey()))
                .doesNotContainKeys("amountClaimed", "expectation", "boughtOn");
    }

    @Test
    void theOtherMatterTakesItsOwnCourse() {
        navigator.added("another-matter", running);
        assertThat(processInstanceQuery()
                        .processDefinitionKey("complaint-handling")
                        .processInstanceBusinessKey(otherMatter().number())
                        .singleResult())
                .isWaitingAt("serviceTask_registerComplaint");
    }

    @Test
    void anotherMatterIsNoDuplicateOfTheFirst() {
        navigator.added("another-matter", running);
        assertThat(complaints.earlier(otherMatter().id(), clock.instant().minus(Duration.ofDays(30))))
                .isEmpty();
    }

    @Test
    void eitherCaseSaysWhichTheOtherIs() {
        navigator.added("another-matter", running);
        Complaint other = otherMatter();
        assertThat(newest(complaint()).fields()).containsExactly(entry("linkedNumber", other.number()));
        assertThat(newest(other).fields())
                .containsExactly(entry("linkedNumber", complaint().number()));
    }

    @Test
    void whoseRegistrationFailsOnTheWayIsRegisteredOnceAllTheSame() {
        ProcessInstance addition = navigator.add("another-matter", running);
        String job = job("serviceTask_registerAnotherMatter", addition).getId();
        transaction.executeWithoutResult(crash -> {
            managementService().executeJob(job);
            crash.setRollbackOnly();
        });
        assertThat(links.of(complaint().id())).isEmpty();
        managementService().executeJob(job);
        assertThat(links.of(complaint().id())).hasSize(1);
        assertThat(entries.of(complaint().id())).hasSize(3);
        assertThat(entries.of(otherMatter().id())).hasSize(2);
    }

    @Test
    void tellsWhoeverHasTheCaseThatTheCustomerCallsAgain() {
        navigator.inHand(running);
        navigator.added("customer-calls-again", running);
        ProcessInstance addition = navigator.added("customer-calls-again", running);
        assertThat(addition).hasPassed("endEvent_callPassedOn").isEnded();
        assertThat(messages.of(complaint().id()))
                .filteredOn(message -> message.template().equals("customer-calls-again"))
                .hasSize(2)
                .allMatch(message -> message.group().equals(CLERK))
                .last()
                .satisfies(message -> assertThat(message.text()).contains("怎么还没有消息？", "2"));
    }

    @Test
    void aCallThatNobodysTaskIsOpenForGoesToCustomerService() {
        navigator.added("customer-calls-again", running);
        assertThat(messages.of(complaint().id())).extracting(Message::group).containsExactly("customer-service");
    }

    @Test
    void putsRightOnlyWhatIsGiven() {
        Map<String, Object> right = new HashMap<>(complaints.core(complaint().id()));
        right.put("phone", "13911112222");
        ProcessInstance addition = navigator.added("correct-the-registration", running);
        assertThat(addition).hasPassed("endEvent_registrationCorrected").isEnded();
        assertThat(complaints.core(complaint().id())).isEqualTo(right);
        assertThat(complaints.search("139 1111 2222", 10))
                .extracting(found -> found.complaint().number())
                .contains(running.getBusinessKey());
    }

    @Test
    void keepsWhatWasWrittenFirstInItsEntry() {
        Entry registration = entries.of(complaint().id()).get(0);
        navigator.added("correct-the-registration", running);
        assertThat(entries.of(complaint().id())).startsWith(registration).hasSize(2);
    }

    @Test
    void theNewerCorrectionHoldsInWhicheverOrderTheyAreCarriedOut() {
        ProcessInstance older = navigator.add("correct-the-registration", running);
        ProcessInstance newer =
                navigator.add(running, navigator.fields("correct-the-registration", running, "phone", "13933334444"));
        execute(job(newer));
        execute(job(older));
        assertThat(complaints.core(complaint().id())).containsEntry("phone", "13933334444");
    }

    @Test
    void whatWasClosedMeanwhileStaysAsItIs() {
        ProcessInstance addition = navigator.add("correct-the-registration", running);
        Map<String, Object> before = complaints.core(complaint().id());
        complaints.close(complaint().id(), clock.instant());
        execute(job(addition));
        assertThat(complaints.core(complaint().id())).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"withdrawn", "more-evidence", "legal-or-media"})
    void whatIsSaidOfACaseThatWasClosedMeanwhileStandsInItsFileOnly(String choice) {
        ProcessInstance addition = navigator.add(choice, running);
        complaints.close(complaint().id(), clock.instant());
        execute(job(addition));
        assertThat(addition).isEnded();
    }

    @Test
    void refusesAWithdrawalWhereOthersWaitForTheirAnswerInTheCase() {
        Complaint another =
                complaints.find(navigator.registered().getBusinessKey()).orElseThrow();
        links.link(new Link(another.id(), complaint().id(), Link.Kind.JOINED), "test", clock.instant());
        refuses(navigator.fields("withdrawn", running), sentences.say("addition.joined-by-others", another.number()));
    }

    @Test
    void refusesACorrectionOfNothing() {
        refuses(
                navigator.fields("correct-the-registration", running, "phone", null),
                sentences.say("addition.nothing-corrected"));
    }

    @Test
    void givesTheCaseToSomebodyElse() {
        navigator.inHand(running);
        ProcessInstance addition = navigator.added("hand-over-to", running);
        assertThat(addition).hasPassed("endEvent_complaintHandedOver").isEnded();
        assertThat(WholeCase.task("userTask_lookAtTheEvidence", running)).isAssignedTo("demo");
        assertThat(newest(complaint()).fields()).containsEntry("to", "demo").containsEntry("by", CLERK);
    }

    @Test
    void refusesToHandOverToSomebodyWhoMayDoNothingOfIt() {
        navigator.inHand(running);
        refuses(
                navigator.fields("hand-over-to", running, "handOverTo", "finance"),
                sentences.say("addition.no-task-for", "finance", "Customer service"));
    }

    @Test
    void refusesToHandOverWhatWaitsForNobody() {
        refuses(navigator.fields("hand-over-to", running), sentences.say("addition.no-task"));
    }

    @Test
    void refusesSomebodyWhoIsNotKnown() {
        navigator.inHand(running);
        assertThatThrownBy(() -> navigator.add(
                        running, navigator.fields("hand-over-to", running, "handOverTo", "somebody-else")))
                .isInstanceOf(FormFieldValidationException.class);
        assertThat(WholeCase.task("userTask_lookAtTheEvidence", running)).isNotAssigned();
    }

    @ParameterizedTest
    @MethodSource("choices")
    void refusesANumberThatNoCaseHas(String choice) {
        refuses(
                navigator.fields(choice, running, "number", "C-20010101-9999"),
                sentences.say("complaint.unknown", "C-20010101-9999"));
    }

    @ParameterizedTest
    @MethodSource("choices")
    void refusesToAddToAClosedCase(String choice) {
        complaints.close(complaint().id(), clock.instant());
        refuses(
                navigator.fields(choice, running),
                sentences.say("complaint.closed", complaint().number()));
    }

    @ParameterizedTest
    @MethodSource("choices")
    void keepsWhatPeopleWroteOutOfTheEngine(String choice) {
        navigator.inHand(running);
        ProcessInstance addition = navigator.add(choice, running);
        assertThat(runtimeService().getVariables(addition.getId()).keySet())
                .containsAll(List.of("caseId", "addition"))
                .isSubsetOf("caseId", "addition", "deadlineName", "deadlineStartsAt", "deadlineAmount", "deadlineUnit");
    }

    private void refuses(Map<String, Object> fields, String words) {
        List<Entry> before = entries.of(complaint().id());
        long begun = additions();
        assertThatThrownBy(() -> navigator.add(running, fields))
                .isInstanceOf(FormFieldValidationException.class)
                .hasMessage(words);
        assertThat(entries.of(complaint().id())).isEqualTo(before);
        assertThat(additions()).isEqualTo(begun);
    }

    private static long additions() {
        return historyService()
                .createHistoricProcessInstanceQuery()
                .processDefinitionKey(AdditionProcess.KEY)
                .count();
    }

    private Complaint otherMatter() {
        List<Link> linked = links.of(complaint().id());
        assertThat(linked).extracting(Link::kind).containsExactly(Link.Kind.OTHER_MATTER);
        return complaints.find(linked.get(0).complaintId()).orElseThrow();
    }

    private Entry newest(Complaint complaint) {
        List<Entry> all = entries.of(complaint.id());
        return all.get(all.size() - 1);
    }

    private Complaint complaint() {
        return complaints.find(running.getBusinessKey()).orElseThrow();
    }

    private Job overdue() {
        return job("event_outsideDeadlineOverdue", running);
    }
}
