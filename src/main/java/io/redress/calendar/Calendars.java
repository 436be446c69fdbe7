package io.redress.calendar;

import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** All calendars of an installation as they were loaded together, by id; never changed, only replaced by the next load. */
public final class Calendars {

    private final SortedMap<String, WorkingCalendar> calendars = new TreeMap<>();

    public Calendars(Collection<WorkingCalendar> calendars) {
        calendars.forEach(calendar -> this.calendars.put(calendar.id(), calendar));
    }

    public Optional<WorkingCalendar> find(String id) {
        return Optional.ofNullable(calendars.get(id));
    }

    /** In the order of their ids. */
    public Collection<WorkingCalendar> all() {
        return Collections.unmodifiableCollection(calendars.values());
    }
}
