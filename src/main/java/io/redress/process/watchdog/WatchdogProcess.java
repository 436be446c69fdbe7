package io.redress.process.watchdog;

/**
 * The contract of {@code deadline-watchdog}: every ten minutes, whatever became of a timer, no deadline is forgotten, no overdue
 * task, and no injury data whose time is over.
 */
final class WatchdogProcess {

    static final String KEY = "deadline-watchdog";

    private WatchdogProcess() {}
}
