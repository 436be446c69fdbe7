package io.redress.casefile.money;

import java.util.List;
import java.util.Optional;

/**
 * Who is to approve.
 *
 * @param group the group; empty when nobody is left, which is an incident
 * @param passedOver the levels below it that have nobody in them but who asked for the money
 */
public record Approver(Optional<String> group, List<String> passedOver) {}
