package io.redress.casefile.part;

import java.time.Instant;

/**
 * What stands on its own beside a case: its process is an instance of its own with the case's number, which a
 * withdrawal leaves alone, and for which the archive waits.
 *
 * @param process the key of its process
 * @param reference what it is about, of which the case has one: a measure's id, for example
 * @param finishedAt null while it goes on
 */
public record Part(long id, long complaintId, String process, String reference, Instant begunAt, Instant finishedAt) {}
