package io.redress.casefile.paper;

import io.redress.language.Language;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Papers per minute, two at a time, each for two holders:
 * {@code mvn -Pbench test-compile exec:exec -Dbench.class=io.redress.casefile.paper.PaperBenchmark}.
 */
public final class PaperBenchmark {

    private static final int AT_ONCE = 2;
    private static final int WARM_UP = 50;
    private static final int PAPERS = 300;

    private PaperBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        Prints prints = Prints.packaged(Language.ZH);
        for (String kind : Prints.KINDS) {
            time(prints, kind, WARM_UP);
            Duration busy = busy();
            Duration time = time(prints, kind, PAPERS);
            System.out.printf(
                    "%s: %d pages, %,d papers a minute; %d ms of one processor each%n",
                    kind,
                    prints.example(kind, 2).pages(),
                    PAPERS * 60_000L / time.toMillis(),
                    busy().minus(busy).toMillis() / PAPERS);
        }
        System.exit(0);
    }

    /** What the process has had of all processors, which a machine that does other things leaves as it is. */
    private static Duration busy() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static Duration time(Prints prints, String kind, int papers) throws Exception {
        ExecutorService clerks = Executors.newFixedThreadPool(AT_ONCE);
        Instant begin = Instant.now();
        List<Callable<Object>> work = new ArrayList<>();
        for (int paper = 0; paper < papers; paper++) {
            work.add(() -> prints.example(kind, 2));
        }
        for (Future<Object> done : clerks.invokeAll(work)) {
            done.get();
        }
        clerks.shutdown();
        return Duration.between(begin, Instant.now());
    }
}
