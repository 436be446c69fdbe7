package io.redress.calendar;

import java.time.Instant;

/**
 * When a follow-up may be made (rule 9). On a calendar that is closed on all the days named, {@code earliest} comes after
 * {@code latest}: the call is then overdue before it may be made, and the next opening is the moment to make it.
 *
 * @param earliest the first opening on or after the first day named
 * @param latest the end of the last day named
 */
public record FollowUpWindow(Instant earliest, Instant latest) {}
