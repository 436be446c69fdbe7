package io.redress.casefile.measure;

import java.time.LocalDate;

/**
 * A measure as it is drawn up.
 *
 * @param description what is to be done, at most 4 000 characters
 * @param department the group that carries it out
 * @param owner the login of whoever answers for it; null when the department chooses
 * @param startsOn null when it starts at once
 * @param dueOn the day by whose end it is done
 * @param compensation null when the customer is given nothing by it
 */
public record PlannedMeasure(
        String description,
        String department,
        String owner,
        LocalDate startsOn,
        LocalDate dueOn,
        Compensation compensation) {}
