package io.redress.clock;

import java.time.Instant;

/** A clock whose due instant a change of target or calendar moves; null where there is none. */
public record Move(long complaintId, String kind, String name, Instant from, Instant to) {}
