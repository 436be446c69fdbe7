package io.redress.engine.decision;

import io.redress.casefile.deadline.CaseFacts;
import io.redress.casefile.deadline.EscalationLadder.Level;
import io.redress.casefile.deadline.Policy;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * How long one evaluation takes, its query for the newest version included, with FEEL parsed once and as the engine does it:
 * {@code mvn -Pbench test-compile exec:exec -Dbench.class=io.redress.engine.decision.DecisionTableBenchmark}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
public class DecisionTableBenchmark {

    private final CaseFacts facts =
            new CaseFacts("supermarket", "simple", "price", "normal", "complaint-resolution", false, false);

    @Param({"false", "true"})
    private boolean parsedOnce;

    private TableEngine tables;

    public static void main(String[] arguments) throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(DecisionTableBenchmark.class.getSimpleName())
                        .build())
                .run();
    }

    @Setup
    public void start() {
        tables = new TableEngine(parsedOnce);
    }

    @TearDown
    public void stop() {
        tables.close();
    }

    @Benchmark
    public List<Policy> deadlinePolicy() {
        return tables.policy.of("receipt", facts);
    }

    @Benchmark
    public Level escalationLadder() {
        return tables.ladder.next("mall", "business", "overdue");
    }
}
