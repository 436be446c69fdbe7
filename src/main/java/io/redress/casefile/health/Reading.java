package io.redress.casefile.health;

import java.time.Instant;

/**
 * That somebody has read the health data of a case.
 *
 * @param reader a login
 */
public record Reading(String reader, Instant at, Door door) {}
