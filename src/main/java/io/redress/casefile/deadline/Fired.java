package io.redress.casefile.deadline;

/** A stage that a deadline has just reached, to be told to somebody. */
public record Fired(Deadline deadline, Stage stage) {}
