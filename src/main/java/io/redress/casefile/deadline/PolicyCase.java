package io.redress.casefile.deadline;

/**
 * A case as its deadlines need it.
 *
 * @param calendar the id of the calendar of its site (rule 7)
 */
record PolicyCase(CaseFacts facts, String calendar) {}
