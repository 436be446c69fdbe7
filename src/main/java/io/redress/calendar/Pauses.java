package io.redress.calendar;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The pauses of one deadline in order, in epoch seconds, overlapping and touching ones made one, so that none counts twice (rule 5). */
final class Pauses {

    private static final long OPEN = Long.MAX_VALUE;
    private static final Pauses NONE = new Pauses(new long[0], new long[0]);

    private final long[] from;
    private final long[] to;

    private Pauses(long[] from, long[] to) {
        this.from = from;
        this.to = to;
    }

    static Pauses of(List<Pause> pauses) {
        if (pauses.isEmpty()) {
            return NONE;
        }
        long[] from = new long[pauses.size()];
        long[] to = new long[pauses.size()];
        int size = 0;
        for (Pause pause :
                pauses.stream().sorted(Comparator.comparing(Pause::from)).toList()) {
            long begin = pause.from().getEpochSecond();
            long end = pause.to() == null ? OPEN : pause.to().getEpochSecond();
            if (begin == end) {
                continue;
            }
            if (size > 0 && begin <= to[size - 1]) {
                to[size - 1] = Math.max(to[size - 1], end);
            } else {
                from[size] = begin;
                to[size++] = end;
            }
        }
        return new Pauses(Arrays.copyOf(from, size), Arrays.copyOf(to, size));
    }

    int size() {
        return from.length;
    }

    long from(int index) {
        return from[index];
    }

    long to(int index) {
        return to[index];
    }

    boolean open(int index) {
        return to[index] == OPEN;
    }

    /** When the deadline stops for good, as far as is known; {@link Long#MAX_VALUE} when every pause has an end. */
    long openFrom() {
        int last = from.length - 1;
        return last >= 0 && open(last) ? from[last] : Long.MAX_VALUE;
    }

    /** Whether a day that closes then is left out (rule 5): the close is after the beginning of a pause and not after its end. */
    boolean leaveOut(long close) {
        for (int index = 0; index < from.length && from[index] < close; index++) {
            if (close <= to[index]) {
                return true;
            }
        }
        return false;
    }
}
