package io.redress.casefile.deadline;

/** A stage that a clock has just reached, to be told to somebody. */
public record Fired(CaseClock clock, Stage stage) {}
