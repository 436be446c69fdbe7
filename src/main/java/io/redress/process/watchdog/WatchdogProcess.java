package io.redress.process.watchdog;

/** The contract of {@code clock-watchdog}: every ten minutes, whatever became of a timer, no deadline is forgotten. */
final class WatchdogProcess {

    static final String KEY = "clock-watchdog";

    private WatchdogProcess() {}
}
