package io.redress.calendar;

import java.time.LocalDate;

/** The days that can still change (rule 8), from the first to the last, until the notice of holidays for a year is loaded. */
public record ProvisionalDays(int year, LocalDate first, LocalDate last) {}
