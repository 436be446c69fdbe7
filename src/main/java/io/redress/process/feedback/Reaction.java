package io.redress.process.feedback;

/**
 * How a customer takes what was told.
 *
 * @param dissatisfied only this climbs; average does not
 * @param finalDecision what was told was senior management's last word
 * @param plan what was told has yet to be carried out
 */
public record Reaction(boolean dissatisfied, boolean finalDecision, boolean plan) {}
