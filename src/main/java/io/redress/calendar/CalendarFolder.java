package io.redress.calendar;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.redress.language.Sentences;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * The folder that a process owner keeps: {@code calendars.yaml} with all calendars and {@code holidays/<country>-<year>.yaml}
 * with what a notice says about one year. Whatever year lies there is loaded; nobody has to name it. A file that says of
 * itself that it is provisional is loaded only where that is wanted; otherwise its year is missing until the notice's dates
 * take its place.
 */
public final class CalendarFolder {

    private static final String CALENDARS = "calendars.yaml";
    private static final String DEFAULT_ZONE = "Asia/Shanghai";
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    private static final JsonMapper YAML = JsonMapper.builder(new YAMLFactory())
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static final Map<String, DayOfWeek> WEEKDAYS = Map.of(
            "Mon", DayOfWeek.MONDAY,
            "Tue", DayOfWeek.TUESDAY,
            "Wed", DayOfWeek.WEDNESDAY,
            "Thu", DayOfWeek.THURSDAY,
            "Fri", DayOfWeek.FRIDAY,
            "Sat", DayOfWeek.SATURDAY,
            "Sun", DayOfWeek.SUNDAY);

    private final Source source;
    private final Sentences sentences;
    private final boolean provisionalYears;

    /** Where the files come from. */
    @FunctionalInterface
    public interface Source {

        /** The file of that name relative to the folder, with {@code /} between folders; null when there is none. */
        InputStream open(String name) throws IOException;
    }

    /** @param sentences the language in which mistakes in the files are told */
    public CalendarFolder(Source source, Sentences sentences) {
        this(source, sentences, false);
    }

    /** @param provisionalYears whether provisional years are loaded too (rule 8) */
    public CalendarFolder(Source source, Sentences sentences, boolean provisionalYears) {
        this.source = source;
        this.sentences = sentences;
        this.provisionalYears = provisionalYears;
    }

    /** A folder on disk. */
    public static CalendarFolder at(Path folder, Sentences sentences) {
        return new CalendarFolder(
                name -> Files.exists(folder.resolve(name)) ? Files.newInputStream(folder.resolve(name)) : null,
                sentences);
    }

    /** The folder that comes with Redress, as notices have it. */
    public static CalendarFolder packaged(Sentences sentences) {
        return packaged(sentences, false);
    }

    /** The same, with the provisional years or without. */
    public static CalendarFolder packaged(Sentences sentences, boolean provisionalYears) {
        return new CalendarFolder(
                name -> CalendarFolder.class.getResourceAsStream("/calendar/" + name), sentences, provisionalYears);
    }

    /**
     * Reads everything anew. Who reloads keeps the calendars of before when this throws.
     *
     * @throws InvalidCalendar at the first mistake in a file
     */
    public Calendars load() {
        Map<String, CalendarEntry> entries = read(CALENDARS, new TypeReference<>() {});
        if (entries == null) {
            throw new InvalidCalendar("calendar.file-missing").at(CALENDARS, sentences);
        }
        Map<String, List<HolidayYear>> countries = new HashMap<>();
        List<WorkingCalendar> calendars = new ArrayList<>();
        entries.forEach((id, entry) -> calendars.add(at(CALENDARS + ", " + id, () -> {
            String country = required("calendar", entry).closedOnHolidaysOf();
            return calendar(id, entry, country == null ? null : countries.computeIfAbsent(country, this::holidays));
        })));
        return new Calendars(calendars);
    }

    private WorkingCalendar calendar(String id, CalendarEntry entry, List<HolidayYear> years) {
        ZoneId zone = zone(entry.zone() == null ? DEFAULT_ZONE : entry.zone());
        Map<DayOfWeek, List<Opening>> hours = new EnumMap<>(DayOfWeek.class);
        required("hours", entry.hours()).forEach((days, text) -> {
            List<Opening> openings = Opening.day(required(days, text));
            for (DayOfWeek weekday : weekdays(days)) {
                if (hours.put(weekday, openings) != null) {
                    throw new InvalidCalendar("calendar.weekday-twice", days);
                }
            }
        });
        MakeUpDays makeUpDays = makeUpDays(entry.makeUpDays());
        List<Opening> makeUpHours = entry.makeUpHours() == null ? List.of() : Opening.day(entry.makeUpHours());
        if (years == null) {
            if (makeUpDays != MakeUpDays.NONE || !makeUpHours.isEmpty()) {
                throw new InvalidCalendar("calendar.make-up-without-holidays");
            }
            return WorkingCalendar.openOnHolidays(id, zone, hours);
        }
        return WorkingCalendar.closedOnHolidays(id, zone, hours, makeUpDays, makeUpHours, years);
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new InvalidCalendar("calendar.zone-unknown", text);
        }
    }

    private static MakeUpDays makeUpDays(String text) {
        return switch (text == null ? "none" : text) {
            case "none" -> MakeUpDays.NONE;
            case "all" -> MakeUpDays.ALL;
            case "saturdays" -> MakeUpDays.SATURDAYS;
            default -> throw new InvalidCalendar("calendar.make-up-days-unknown", text);
        };
    }

    private static List<DayOfWeek> weekdays(String text) {
        if (text.equals("daily")) {
            return List.of(DayOfWeek.values());
        }
        String[] ends = text.split("-", -1);
        DayOfWeek first = WEEKDAYS.get(ends[0].strip());
        DayOfWeek last = WEEKDAYS.get(ends[ends.length - 1].strip());
        if (ends.length > 2 || first == null || last == null || first.compareTo(last) > 0) {
            throw new InvalidCalendar("calendar.weekdays-unreadable", text);
        }
        return List.of(DayOfWeek.values()).subList(first.ordinal(), last.ordinal() + 1);
    }

    private List<HolidayYear> holidays(String country) {
        if (!country.matches("[a-z]{2}")) {
            throw new InvalidCalendar("calendar.country-unreadable", country);
        }
        List<HolidayYear> years = new ArrayList<>();
        for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
            String name = "holidays/" + country + "-" + year + ".yaml";
            HolidayFile file = read(name, new TypeReference<>() {});
            if (file != null) {
                int expected = year;
                HolidayYear read = at(name, () -> holidayYear(file, country, expected));
                if (provisionalYears || !read.provisional()) {
                    years.add(read);
                }
            }
        }
        if (years.isEmpty()) {
            throw new InvalidCalendar("calendar.no-holidays", country);
        }
        return years;
    }

    private static HolidayYear holidayYear(HolidayFile file, String country, int year) {
        if (!required("country", file.country()).equals(country) || required("year", file.year()) != year) {
            throw new InvalidCalendar("calendar.file-name", country, Integer.toString(year));
        }
        Notice notice = required("source", file.source());
        required("source.title", notice.title());
        required("source.number", notice.number());
        date(required("source.date", notice.date()));

        Map<LocalDate, Holiday> closed = new HashMap<>();
        for (Closed entry : required("closed", file.closed())) {
            Name name = required("closed.name", required("closed", entry).name());
            Holiday holiday = new Holiday(required("closed.name.en", name.en()), required("closed.name.zh", name.zh()));
            LocalDate from = date(required("closed.from", entry.from()));
            LocalDate to = entry.to() == null ? from : date(entry.to());
            if (to.isBefore(from)) {
                throw new InvalidCalendar("calendar.ends-before-it-begins", from.toString(), to.toString());
            }
            from.datesUntil(to.plusDays(1)).forEach(date -> {
                if (closed.put(date, holiday) != null) {
                    throw new InvalidCalendar("calendar.date-twice", date.toString());
                }
            });
        }
        Set<LocalDate> makeUpDays = new HashSet<>();
        for (String text : required("make-up-days", file.makeUpDays())) {
            LocalDate date = date(required("make-up-days", text));
            if (!makeUpDays.add(date)) {
                throw new InvalidCalendar("calendar.date-twice", date.toString());
            }
        }
        return new HolidayYear(year, Boolean.TRUE.equals(file.provisional()), closed, makeUpDays);
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new InvalidCalendar("calendar.date-unreadable", text);
        }
    }

    private static <T> T required(String key, T value) {
        if (value == null) {
            throw new InvalidCalendar("calendar.key-missing", key);
        }
        return value;
    }

    private <T> T at(String place, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (InvalidCalendar e) {
            // What was found in a file of holidays already says so.
            throw e.getCause() == null ? e.at(place, sentences) : e;
        }
    }

    /** The content of a file, null when there is no such file. */
    private <T> T read(String name, TypeReference<T> type) {
        try (InputStream file = source.open(name)) {
            return file == null ? null : at(name, () -> parse(file, type));
        } catch (IOException | UncheckedIOException e) {
            throw new InvalidCalendar("calendar.file-unreadable").at(name, sentences);
        }
    }

    private static <T> T parse(InputStream file, TypeReference<T> type) {
        try {
            T content = YAML.readValue(file, type);
            if (content == null) {
                throw new InvalidCalendar("calendar.file-empty");
            }
            return content;
        } catch (UnrecognizedPropertyException e) {
            String known = e.getKnownPropertyIds().stream()
                    .map(Object::toString)
                    .sorted()
                    .collect(Collectors.joining(", "));
            throw new InvalidCalendar("calendar.key-unknown", path(e), known);
        } catch (JsonProcessingException e) {
            throw mistake(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InvalidCalendar mistake(JsonProcessingException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof MarkedYAMLException syntax && syntax.getProblemMark() != null) {
                return new InvalidCalendar(
                        "calendar.syntax",
                        Integer.toString(syntax.getProblemMark().getLine() + 1));
            }
            if (cause instanceof StreamReadException && cause.getMessage().startsWith("Duplicate field")) {
                return new InvalidCalendar("calendar.key-twice", line((StreamReadException) cause));
            }
        }
        if (e instanceof MismatchedInputException mismatch) {
            if (mismatch.getPath().isEmpty()) {
                return new InvalidCalendar("calendar.file-empty");
            }
            return new InvalidCalendar("calendar.value-wrong", line(e), path(mismatch));
        }
        return new InvalidCalendar("calendar.syntax", line(e));
    }

    private static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(JsonMappingException.Reference::getFieldName)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("."));
    }

    private static String line(JsonProcessingException e) {
        return e.getLocation() == null ? "?" : Integer.toString(e.getLocation().getLineNr());
    }

    // The files as they are written.

    record CalendarEntry(
            String zone, Map<String, String> hours, String closedOnHolidaysOf, String makeUpDays, String makeUpHours) {}

    record HolidayFile(
            String country,
            Integer year,
            Boolean provisional,
            Notice source,
            List<Closed> closed,
            List<String> makeUpDays) {}

    record Notice(String title, String number, String date) {}

    record Closed(Name name, String from, String to) {}

    record Name(String en, String zh) {}
}
