package io.redress.process.investigation;

import io.redress.calendar.Target;

/**
 * A department that is asked to investigate.
 *
 * @param department the id of its group
 * @param due how long it has, from when it is asked
 */
public record Asked(String department, Target due) {}
