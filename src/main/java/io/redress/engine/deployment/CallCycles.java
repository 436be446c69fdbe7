package io.redress.engine.deployment;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Processes that call one another in a circle: a case in one begins ever new ones in the same step, until the server has no memory left. */
final class CallCycles {

    private CallCycles() {}

    /**
     * The way from a process back to itself.
     *
     * @param calls the keys of the processes that the process of a key calls
     * @return the keys on the way, the process itself at both ends; empty when there is no such way
     */
    static List<String> of(String process, Function<String, Set<String>> calls) {
        Map<String, String> cameFrom = new HashMap<>();
        Deque<String> next = new ArrayDeque<>(List.of(process));
        while (!next.isEmpty()) {
            String caller = next.remove();
            for (String called : calls.apply(caller)) {
                if (called.equals(process)) {
                    return way(process, caller, cameFrom);
                }
                if (cameFrom.putIfAbsent(called, caller) == null) {
                    next.add(called);
                }
            }
        }
        return List.of();
    }

    private static List<String> way(String process, String last, Map<String, String> cameFrom) {
        List<String> way = new ArrayList<>(List.of(process));
        for (String key = last; !key.equals(process); key = cameFrom.get(key)) {
            way.add(key);
        }
        way.add(process);
        Collections.reverse(way);
        return way;
    }
}
