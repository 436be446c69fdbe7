package io.redress.casefile.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.complaint.Link;
import io.redress.casefile.complaint.Links;
import io.redress.casefile.complaint.Registration;
import io.redress.casefile.entry.Entries;
import io.redress.casefile.entry.Entry;
import io.redress.testing.AtOnce;
import io.redress.testing.RedressServer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The plans of a case and what becomes of them, and which cases belong together, over the real tables. */
@Tag("database")
@RedressServer
class MeasuresIT {

    /** Still the first of March in Europe, and the second at the site. */
    private static final Instant NOW = Instant.parse("2026-03-01T17:00:00Z");

    private static final Instant LATER = Instant.parse("2026-03-02T03:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    private static final String CLERK = "customer-service";

    @Autowired
    private Measures measures;

    @Autowired
    private Links links;

    @Autowired
    private Complaints complaints;

    @Autowired
    private Registration registration;

    @Autowired
    private Entries entries;

    @Test
    void aPlanIsAgreedAndThenCarriedOut() {
        long complaint = complaint();
        List<Measure> planned = measures.plan(complaint, List.of(refund(), training()), CLERK, NOW);
        assertThat(planned)
                .extracting(Measure::revision, Measure::state)
                .allSatisfy(tuple -> assertThat(tuple.toList()).containsExactly(1, Measure.State.PLANNED));
        assertThat(planned.get(0).planned().startsOn()).isEqualTo(TODAY);
        assertThat(measures.open(complaint)).isEmpty();
        assertThat(measures.agree(complaint, NOW))
                .extracting(Measure::state)
                .containsExactly(Measure.State.OPEN, Measure.State.OPEN);
        assertThat(measures.open(complaint)).hasSize(2);
        Measure done = measures.done(planned.get(0).id(), "收据 R-1", "finance", LATER);
        assertThat(done.state()).isEqualTo(Measure.State.DONE);
        assertThat(done.doneBy()).isEqualTo("finance");
        assertThat(done.doneAt()).isEqualTo(LATER);
        assertThat(measures.open(complaint))
                .extracting(Measure::id)
                .containsExactly(planned.get(1).id());
        assertThat(entries.of(complaint))
                .extracting(Entry::step)
                .containsExactly("plan", "plan-agreed", "measure-done");
        assertThat(entries.of(complaint).get(0).fields().get("plannedMeasures"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .containsExactly("退款 128 元 (Finance, by 2 Mar 2026)", "培训收银员 (Store manager, by 9 Mar 2026)");
    }

    @Test
    void aPlanNotAgreedIsReplacedCountedAndKept() {
        long complaint = complaint();
        measures.plan(complaint, List.of(refund(), training()), CLERK, NOW);
        List<Measure> second = measures.plan(complaint, List.of(training()), CLERK, NOW);
        assertThat(second).singleElement().extracting(Measure::revision).isEqualTo(2);
        assertThat(measures.of(complaint))
                .extracting(Measure::state)
                .containsExactly(Measure.State.REPLACED, Measure.State.REPLACED, Measure.State.PLANNED);
        measures.agree(complaint, NOW);
        assertThat(measures.open(complaint)).hasSize(1);
        long replaced = measures.of(complaint).get(0).id();
        refuses("has not agreed to", () -> measures.done(replaced, null, CLERK, NOW));
    }

    @Test
    void anAgreedPlanStaysBesideTheNextOne() {
        long complaint = complaint();
        long first =
                measures.plan(complaint, List.of(refund()), CLERK, NOW).get(0).id();
        measures.agree(complaint, NOW);
        measures.plan(complaint, List.of(training()), CLERK, LATER);
        assertThat(measures.open(complaint)).extracting(Measure::id).containsExactly(first);
        assertThat(measures.newest(complaint))
                .singleElement()
                .extracting(Measure::revision)
                .isEqualTo(2);
        measures.agree(complaint, LATER);
        assertThat(measures.open(complaint)).hasSize(2);
    }

    @Test
    void whateverIsRetriedHappensOnce() {
        long complaint = complaint();
        List<Measure> planned = measures.plan(complaint, List.of(refund()), CLERK, NOW);
        assertThat(measures.plan(complaint, List.of(refund()), CLERK, LATER)).isEqualTo(planned);
        assertThat(measures.agree(complaint, NOW)).isEqualTo(measures.agree(complaint, LATER));
        Measure done = measures.done(planned.get(0).id(), "R-1", "finance", NOW);
        assertThat(measures.done(planned.get(0).id(), "R-2", CLERK, LATER)).isEqualTo(done);
        assertThat(measures.of(complaint)).containsExactly(done);
        assertThat(entries.of(complaint)).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            退款 | finance    | 2026-03-10 | 2026-03-09 | finished on 9 Mar 2026, before it starts on 10 Mar 2026
            退款 | finance    |            | 2026-03-01 | finished on 1 Mar 2026, before it starts on 2 Mar 2026
            退款 | finance    | 2026-02-01 | 2026-03-01 | finished on 1 Mar 2026, but today is 2 Mar 2026
            退款 | finance    | 2026-02-01 |            | has no finish date
            退款 | the-boss   |            | 2026-03-09 | there is no department “the-boss”
            退款 | intake-api |            | 2026-03-09 | there is no department “intake-api”
            退款 |            |            | 2026-03-09 | has no department
                 | finance    |            | 2026-03-09 | what each measure is to do
            """)
    void refusesAPlanThatCannotBeCarriedOut(
            String description, String department, LocalDate startsOn, LocalDate dueOn, String sentence) {
        long complaint = complaint();
        refuses(
                sentence,
                () -> measures.plan(
                        complaint,
                        List.of(refund(), new PlannedMeasure(description, department, null, startsOn, dueOn, null)),
                        CLERK,
                        NOW));
        assertThat(measures.of(complaint)).isEmpty();
        assertThat(entries.of(complaint)).isEmpty();
    }

    @Test
    void refusesAnEmptyPlanAndOneForAClosedCase() {
        long complaint = complaint();
        refuses("at least one measure", () -> measures.plan(complaint, List.of(), CLERK, NOW));
        refuses("has no plan to agree to", () -> measures.agree(complaint, NOW));
        refuses(
                "at most 4000 characters",
                () -> measures.plan(
                        complaint,
                        List.of(new PlannedMeasure("退".repeat(4_001), "finance", null, null, TODAY, null)),
                        CLERK,
                        NOW));
        complaints.close(complaint, NOW);
        refuses("is closed and locked", () -> measures.plan(complaint, List.of(refund()), CLERK, NOW));
    }

    @Test
    void countsHowOftenAMeasureWasToldToBeOverdueUntilItIsDone() {
        long complaint = complaint();
        long id = measures.plan(complaint, List.of(refund()), CLERK, NOW).get(0).id();
        assertThat(measures.overdueNotified(id, NOW).overdueNotified()).isZero();
        measures.agree(complaint, NOW);
        assertThat(measures.overdueNotified(id, NOW).overdueNotified()).isEqualTo(1);
        assertThat(measures.overdueNotified(id, LATER).overdueNotified()).isEqualTo(2);
        measures.done(id, null, CLERK, LATER);
        assertThat(measures.overdueNotified(id, LATER).overdueNotified()).isEqualTo(2);
    }

    @Test
    void theSamePlanSubmittedByManyAtOnceIsOne() throws InterruptedException {
        long complaint = complaint();
        List<Callable<?>> acts = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            acts.add(() -> measures.plan(complaint, List.of(refund(), training()), CLERK, NOW));
        }
        assertThat(AtOnce.outcomes(acts)).allMatch(measures.newest(complaint)::equals);
        assertThat(measures.of(complaint)).hasSize(2);
    }

    @Test
    void aPlanAgreedWhileAnotherReplacesItIsEitherOpenOrReplaced() throws InterruptedException {
        for (int i = 0; i < 10; i++) {
            long complaint = complaint();
            long first = measures.plan(complaint, List.of(refund()), CLERK, NOW)
                    .get(0)
                    .id();
            AtOnce.outcomes(List.of(
                    () -> measures.agree(complaint, NOW),
                    () -> measures.plan(complaint, List.of(training()), CLERK, NOW)));
            boolean replaced = measures.find(first).orElseThrow().state() == Measure.State.REPLACED;
            assertThat(measures.open(complaint)).hasSize(1);
            assertThat(measures.newest(complaint))
                    .extracting(Measure::state)
                    .containsExactly(replaced ? Measure.State.OPEN : Measure.State.PLANNED);
        }
    }

    @Test
    void casesThatBelongTogetherAreFoundFromEachOfThem() throws InterruptedException {
        long first = complaint();
        long second = complaint();
        long third = complaint();
        Link joined = new Link(second, first, Link.Kind.JOINED);
        assertThat(AtOnce.outcomes(List.of(
                        () -> {
                            links.link(joined, CLERK, NOW);
                            return "linked";
                        },
                        () -> {
                            links.link(joined, CLERK, NOW);
                            return "linked";
                        })))
                .containsExactly("linked", "linked");
        links.link(new Link(third, second, Link.Kind.OTHER_MATTER), CLERK, LATER);
        assertThat(links.of(second)).containsExactly(joined, new Link(third, second, Link.Kind.OTHER_MATTER));
        assertThat(links.of(first)).containsExactly(joined);
        for (long one : new long[] {first, second, third}) {
            assertThat(links.together(one)).containsExactly(first, second, third);
        }
        assertThat(links.together(complaint())).hasSize(1);
        assertThatThrownBy(() -> links.link(new Link(first, first, Link.Kind.JOINED), CLERK, NOW))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static PlannedMeasure refund() {
        return new PlannedMeasure("退款 128 元", "finance", null, null, TODAY, Compensation.REFUND);
    }

    private static PlannedMeasure training() {
        return new PlannedMeasure("培训收银员", "store-manager", "store-manager", TODAY, TODAY.plusDays(7), null);
    }

    private static void refuses(String sentence, Callable<?> act) {
        assertThatThrownBy(act::call).isInstanceOf(RefusedPlan.class).hasMessageContaining(sentence);
    }

    private long complaint() {
        return registration
                .register(
                        Map.of("channel", "desk", "site", "supermarket", "category", "price", "description", "标价不符"),
                        CLERK)
                .id();
    }
}
