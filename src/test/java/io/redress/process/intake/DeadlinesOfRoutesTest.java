package io.redress.process.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.clock.CaseClock;
import io.redress.clock.ClockState;
import io.redress.clock.Clocks;
import io.redress.complaint.Complaints;
import io.redress.testing.Clerk;
import io.redress.testing.Desk;
import io.redress.testing.ProcessTest;
import io.redress.testing.TestClock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Whoever does each step at once is late with nothing: on each route that there is, every deadline of the case is met by the step
 * that is named here, and none that no step meets is begun. A route that is added adds its rows.
 */
@ProcessTest
class DeadlinesOfRoutesTest {

    private static final String EVERYWHERE =
            "ACKNOWLEDGE=register RESOLUTION=recordReaction FOLLOW_UP=recordCall NEXT_TRY=callTheCustomer"
                    + " CONFIRMATION=confirmTheRecord";
    private static final String GENERAL =
            " START_INVESTIGATION=startTheInvestigation FIRST_RESPONSE=giveTheFirstAnswer";

    private final IntakeNavigator intake;
    private final Complaints complaints;
    private final Clocks clocks;

    DeadlinesOfRoutesTest(
            @Autowired Desk desk,
            @Autowired Clerk clerk,
            @Autowired Complaints complaints,
            @Autowired Clocks clocks,
            @Autowired TestClock clock) {
        this.intake = new IntakeNavigator(desk, clerk, clock);
        this.complaints = complaints;
        this.clocks = clocks;
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
        assertThat(met(site, category, office, general())).isEqualTo(steps(EVERYWHERE + GENERAL, more));
    }

    @ParameterizedTest
    @CsvSource({
        "property-office, service-attitude, property-office, LOCAL_OFFICE=checkWhatTheOfficeHasDone",
        "property-office, environment-accident, property-office, "
                + "LOCAL_OFFICE=checkWhatTheOfficeHasDone SCENE_VISIT=visitTheSceneWithTheCustomer",
    })
    void whenALocalOfficeIsConcerned(String site, String category, String office, String more) {
        assertThat(met(site, category, office, Map.of("failedBefore", "no", "officeSettled", "yes")))
                .isEqualTo(steps(EVERYWHERE + " FIRST_RESPONSE=contactTheCustomer", more));
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
        intake.handle(
                complaint,
                "userTask_writeDownTheLesson",
                answers,
                step -> note(id, step.substring(step.indexOf('_') + 1), met));
        clocks.of(id)
                .forEach(clock -> met.putIfAbsent(clock.kind(), clock.state().name()));
        met.remove("MEASURE");
        return met;
    }

    private void note(long id, String step, Map<String, String> met) {
        clocks.of(id).stream()
                .filter(clock -> clock.state() == ClockState.MET)
                .map(CaseClock::kind)
                .forEach(kind -> met.putIfAbsent(kind, step));
    }
}
