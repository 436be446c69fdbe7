package io.redress.engine.task;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.TaskQueryImpl;

/**
 * The expressions that a stored list of tasks may hold: who is asking, of which groups, and a time counted from now. A query that is
 * sent holds none at all.
 */
public final class ListExpressions {

    public static final Set<String> FUNCTIONS = Set.of("currentUser", "currentUserGroups", "now", "dateTime");

    /** What may be asked of {@code dateTime()}. */
    public static final Set<String> TIME_METHODS = Stream.concat(
                    Stream.of("plus", "minus")
                            .flatMap(way -> Stream.of("Years", "Months", "Weeks", "Days", "Hours", "Minutes", "Seconds")
                                    .map(way::concat)),
                    Stream.of(
                            "toDate",
                            "withTimeAtStartOfDay",
                            "withMonthOfYear",
                            "withDayOfMonth",
                            "withDayOfWeek",
                            "withHourOfDay",
                            "withMinuteOfHour",
                            "withSecondOfMinute",
                            "withMillisOfSecond"))
            .collect(Collectors.toUnmodifiableSet());

    private static final Pattern ALLOWED = Pattern.compile(
            "[$#]\\{\\s*+(?:currentUser\\(\\)|currentUserGroups\\(\\)|now\\(\\)|dateTime\\(\\)(?:\\.(?:%s)\\(\\d{0,5}\\)){0,20})\\s*+}"
                    .formatted(String.join("|", TIME_METHODS)));

    private ListExpressions() {}

    /** Also a text without any expression in it. */
    public static boolean allows(String expression) {
        String text = expression.strip();
        return ALLOWED.matcher(text).matches() || !text.contains("${") && !text.contains("#{");
    }

    /** Of the query and of whatever it is put together from, at any depth. */
    static Stream<String> in(TaskQueryImpl query) {
        Set<TaskQueryImpl> parts = Collections.newSetFromMap(new IdentityHashMap<>());
        gather(query, parts);
        return parts.stream().flatMap(part -> part.getExpressions().values().stream());
    }

    /** A query is among its own parts, and they may know the whole. */
    private static void gather(TaskQueryImpl query, Set<TaskQueryImpl> parts) {
        if (parts.add(query)) {
            query.getQueries().forEach(part -> gather(part, parts));
        }
    }
}
