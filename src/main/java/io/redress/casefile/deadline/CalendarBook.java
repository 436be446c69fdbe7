package io.redress.casefile.deadline;

import io.redress.calendar.CalendarFolder;
import io.redress.calendar.Calendars;
import io.redress.calendar.WorkingCalendar;
import java.util.Optional;

/** The calendars in force. Reloading replaces them all or, when a file is wrong, none. */
public class CalendarBook {

    private final CalendarFolder folder;
    private volatile Calendars calendars;

    /** @throws io.redress.calendar.InvalidCalendar when a file is wrong: there is no old calendar to stay in force yet */
    public CalendarBook(CalendarFolder folder) {
        this.folder = folder;
        this.calendars = folder.load();
    }

    /** @throws io.redress.calendar.InvalidCalendar when a file is wrong; the old calendars stay in force */
    public void reload() {
        calendars = folder.load();
    }

    public Optional<WorkingCalendar> find(String id) {
        return calendars.find(id);
    }

    public Calendars inForce() {
        return calendars;
    }

    /** The calendars as the files say now, without putting them in force. */
    Calendars read() {
        return folder.load();
    }
}
