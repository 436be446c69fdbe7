package io.redress.engine.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CallCyclesTest {

    private static final Map<String, Set<String>> CALLS =
            Map.of("a", Set.of("b", "c"), "b", Set.of("d"), "c", Set.of("d"), "d", Set.of("b"), "self", Set.of("self"));

    @Test
    void aProcessThatCallsItself() {
        assertThat(CallCycles.of("self", CallCyclesTest::calls)).containsExactly("self", "self");
    }

    @Test
    void aProcessThatOthersLeadBackTo() {
        assertThat(CallCycles.of("b", CallCyclesTest::calls)).containsExactly("b", "d", "b");
    }

    @Test
    void aProcessThatOnlyLeadsIntoACircleIsNotInIt() {
        assertThat(CallCycles.of("a", CallCyclesTest::calls)).isEmpty();
        assertThat(CallCycles.of("nothing", CallCyclesTest::calls)).isEmpty();
    }

    private static Set<String> calls(String process) {
        return CALLS.getOrDefault(process, Set.of());
    }
}
