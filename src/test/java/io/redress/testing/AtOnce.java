package io.redress.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** Lets several people do something at the same moment. */
public final class AtOnce {

    private AtOnce() {}

    /** What that many gave who all do the same; none of them may fail. */
    public static <T> List<T> all(int people, IntFunction<T> act) {
        try {
            List<Callable<?>> acts = new ArrayList<>();
            for (int person = 0; person < people; person++) {
                int one = person;
                acts.add(() -> List.of(act.apply(one)));
            }
            List<T> given = new ArrayList<>();
            for (Object outcome : outcomes(acts)) {
                if (!(outcome instanceof List<?> whole)) {
                    throw new AssertionError((Throwable) outcome);
                }
                @SuppressWarnings("unchecked")
                T value = (T) whole.get(0);
                given.add(value);
            }
            return given;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What each act gave: its value, or the exception that it ended with. */
    public static List<Object> outcomes(List<Callable<?>> acts) throws InterruptedException {
        CyclicBarrier together = new CyclicBarrier(acts.size());
        ExecutorService people = Executors.newFixedThreadPool(acts.size());
        try {
            List<Future<Object>> running = new ArrayList<>();
            for (Callable<?> act : acts) {
                running.add(people.submit(() -> {
                    together.await(10, TimeUnit.SECONDS);
                    return act.call();
                }));
            }
            List<Object> outcomes = new ArrayList<>();
            for (Future<Object> one : running) {
                try {
                    outcomes.add(one.get());
                } catch (ExecutionException e) {
                    outcomes.add(e.getCause());
                }
            }
            return outcomes;
        } finally {
            people.shutdownNow();
        }
    }
}
