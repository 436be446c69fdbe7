package io.redress.process.followup;

import io.redress.calendar.Target;

/**
 * The days of a follow-up call, counted from the settlement.
 *
 * @param earliest the first day
 * @param latest the last, in the same unit and not before the first
 * @param attempts how often the customer is tried, 1 to 9
 */
public record Window(Target earliest, Target latest, int attempts) {}
