package io.redress.process.watchdog;

/** The contract of {@code deadline-watchdog}: every ten minutes, whatever became of a timer, no deadline is forgotten, and no overdue task. */
final class WatchdogProcess {

    static final String KEY = "deadline-watchdog";

    private WatchdogProcess() {}
}
