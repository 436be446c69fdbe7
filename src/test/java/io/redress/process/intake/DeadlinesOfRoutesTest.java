package io.redress.process.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.deadline.Deadline;
import io.redress.casefile.deadline.DeadlineState;
import io.redress.casefile.deadline.Deadlines;
import io.redress.testing.Clerk;
import io.redress.testing.Desk;
import io.redress.testing.ProcessTest;
import io.redress.testing.TestClock;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Whoever does each step at once is late with nothing: on each route that there is, every deadline of the case is met by the step
 * that is named here, {@code FIRST_RESPONSE} by the one that the route itself declares, and none that no step meets is begun. A
 * route that is added adds its rows.
 */
@ProcessTest
class DeadlinesOfRoutesTest {

    private static final String EVERYWHERE =
            "ACKNOWLEDGE=register RESOLUTION=recordReaction FOLLOW_UP=recordCall NEXT_TRY=callTheCustomer"
                    + " CONFIRMATION=confirmTheRecord";
    private static final String GENERAL = " START_INVESTIGATION=startTheInvestigation";

    private final IntakeNavigator intake;
    private final Complaints complaints;
    private final Deadlines deadlines;

    DeadlinesOfRoutesTest(
            @Autowired Desk desk,
            @Autowired Clerk clerk,
            @Autowired Complaints complaints,
            @Autowired Deadlines deadlines,
            @Autowired TestClock clock) {
        this.intake = new IntakeNavigator(desk, clerk, clock);
        this.complaints = complaints;
        this.deadlines = deadlines;
    }

    @ParameterizedTest
    @CsvSource({
        "supermarket, product-quality, , UNRESOLVED=customerFeedback",
        "mall-service-centre, product-quality, , UNRESOLVED=customerFeedback",
        "office, product-quality, , ",
        "bank, product-quality, , ",
        "factory, product-quality, , ",
        "property-office, product-quality, , ",
        "ecommerce-desk, product-quality, , ",
    })
    void onTheGeneralCourse(String site, String category, String office, String more) {
        assertThat(met(site, category, office, general()))
                .isEqualTo(steps(EVERYWHERE + GENERAL + firstResponse("complaint-resolution"), more));
    }

    @ParameterizedTest
    @CsvSource({
        "property-office, service-attitude, property-office, LOCAL_OFFICE=checkWhatTheOfficeHasDone",
        "property-office, environment-accident, property-office, "
                + "LOCAL_OFFICE=checkWhatTheOfficeHasDone SCENE_VISIT=visitTheSceneWithTheCustomer",
    })
    void whenALocalOfficeIsConcerned(String site, String category, String office, String more) {
        assertThat(met(site, category, office, Map.of("failedBefore", "no", "officeSettled", "yes")))
                .isEqualTo(steps(EVERYWHERE + firstResponse("local-office"), more));
    }

    /** The step that the diagram of the route names; where it names a call, the one in the process that is called. */
    private static String firstResponse(String route) {
        BpmnModelInstance diagram = diagram(route);
        String step = property(
                        diagram.getModelElementsByType(Process.class).iterator().next(), "firstResponse")
                .orElseThrow();
        if (diagram.getModelElementById(step) instanceof CallActivity call) {
            step = diagram(call.getCalledElement()).getModelElementsByType(UserTask.class).stream()
                    .filter(task -> property(task, "meets")
                            .filter("FIRST_RESPONSE"::equals)
                            .isPresent())
                    .map(UserTask::getId)
                    .findFirst()
                    .orElseThrow();
        }
        return " FIRST_RESPONSE=" + name(step);
    }

    private static BpmnModelInstance diagram(String process) {
        return Bpmn.readModelFromFile(Path.of("processes", process + ".bpmn").toFile());
    }

    private static Optional<String> property(BaseElement element, String name) {
        return element.getModelInstance().getModelElementsByType(CamundaProperty.class).stream()
                .filter(property -> element.equals(
                        property.getParentElement().getParentElement().getParentElement()))
                .filter(property -> name.equals(property.getCamundaName()))
                .map(CamundaProperty::getCamundaValue)
                .findFirst();
    }

    private static String name(String step) {
        return step.substring(step.indexOf('_') + 1);
    }

    private static Map<String, String> general() {
        return Map.of(
                "conclusion", "valid", "orderAnswer", "finding", "planDecision", "approved", "compensation", "none");
    }

    private static Map<String, String> steps(String all, String more) {
        return Arrays.stream((all + " " + (more == null ? "" : more)).strip().split(" +"))
                .map(step -> step.split("="))
                .collect(Collectors.toMap(step -> step[0], step -> step[1], (first, second) -> second, TreeMap::new));
    }

    /** By which step each deadline of the case was met; how it ended instead, where none did. */
    private Map<String, String> met(String site, String category, String office, Map<String, String> wanted) {
        Map<String, Object> registration = io.redress.testing.Complaints.registration("site", site);
        registration.put("category", category);
        registration.put("localOffice", office);
        Map<String, Object> answers = new HashMap<>(wanted);
        answers.putAll(Map.of(
                "customerAnswer", "accepted", "reached", "yes", "solved", "solved", "satisfaction", "satisfied"));
        ProcessInstance complaint = intake.begun(registration);
        long id = complaints.find(complaint.getBusinessKey()).orElseThrow().id();
        Map<String, String> met = new TreeMap<>();
        note(id, "register", met);
        intake.handle(complaint, "userTask_writeDownTheLesson", answers, step -> note(id, name(step), met));
        deadlines
                .of(id)
                .forEach(deadline ->
                        met.putIfAbsent(deadline.kind(), deadline.state().name()));
        met.remove("MEASURE");
        return met;
    }

    private void note(long id, String step, Map<String, String> met) {
        deadlines.of(id).stream()
                .filter(deadline -> deadline.state() == DeadlineState.MET)
                .map(Deadline::kind)
                .forEach(kind -> met.putIfAbsent(kind, step));
    }
}
