package io.redress.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/** Brings a submitted value to the one form that its field has (see {@link Checked}); empty becomes null. */
final class ValueParser {

    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?");
    /** A double, which is what a browser computes with, carries 15 digits exactly. */
    private static final int MOST_DIGITS = 15;

    private static final int LONGEST_NUMBER = 60;
    /** The page's calendar begins there, too. */
    private static final LocalDate FIRST_DATE = LocalDate.of(1900, 1, 1);

    private static final LocalDate LAST_DATE = LocalDate.of(9999, 12, 31);
    private static final DateTimeFormatter TIME = withZone(DateTimeFormatter.ISO_LOCAL_TIME);
    private static final DateTimeFormatter DATE_TIME = withZone(DateTimeFormatter.ISO_LOCAL_DATE_TIME);

    private final ZoneId zone;

    ValueParser(ZoneId zone) {
        this.zone = zone;
    }

    Object read(Field field, Object raw) throws Refused {
        return switch (field.type()) {
            case TEXTFIELD, TEXTAREA -> text(raw);
            case NUMBER -> number(raw);
            case CHECKBOX -> yesOrNo(raw);
            case SELECT, RADIO -> choice(raw);
            case CHECKLIST, TAGLIST -> choices(raw);
            case DATETIME -> dateTime(field, raw);
            case EXPRESSION -> raw;
        };
    }

    private static String text(Object raw) throws Refused {
        if (raw == null) {
            return null;
        }
        if (!(raw instanceof String text)) {
            throw new Refused("form.wrongText");
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (c == 0 || Character.isSurrogate(c) && !pair) {
                throw new Refused("form.wrongCharacter");
            }
            i += pair ? 1 : 0;
        }
        return isBlank(text) ? null : text;
    }

    static BigDecimal number(Object raw) throws Refused {
        if (raw == null || raw instanceof String blank && isBlank(blank)) {
            return null;
        }
        BigDecimal number = null;
        if (raw instanceof Number given) {
            number = Scalar.number(given);
        } else if (raw instanceof String text && text.length() <= LONGEST_NUMBER) {
            String digits = trim(text);
            number = NUMBER.matcher(digits).matches() ? Scalar.tidy(new BigDecimal(digits)) : null;
        }
        if (number == null) {
            throw new Refused("form.wrongNumber");
        }
        if (number.precision() - (long) number.scale() > MOST_DIGITS || number.scale() > MOST_DIGITS) {
            throw new Refused("form.numberOutOfRange", MOST_DIGITS);
        }
        return number.scale() < 0 ? number.setScale(0) : number;
    }

    private static Boolean yesOrNo(Object raw) throws Refused {
        if (raw == null) {
            return false;
        }
        if (!(raw instanceof Boolean answer)) {
            throw new Refused("form.wrongYesOrNo");
        }
        return answer;
    }

    private static Object choice(Object raw) throws Refused {
        Object answer = Scalar.of(raw);
        if (answer == null && raw != null) {
            throw new Refused("form.wrongChoice");
        }
        return answer instanceof String text && isBlank(text) ? null : answer;
    }

    private static List<Object> choices(Object raw) throws Refused {
        if (raw == null || raw instanceof String blank && isBlank(blank)) {
            return List.of();
        }
        Object list = raw instanceof String json ? parse(json) : raw;
        if (list == null) {
            return List.of();
        }
        if (!(list instanceof Collection<?> items)) {
            throw new Refused("form.wrongChoices");
        }
        List<Object> answers = new ArrayList<>();
        for (Object item : items) {
            Object answer = Scalar.of(item);
            if (answer == null) {
                throw new Refused("form.wrongChoices");
            }
            answers.add(answer);
        }
        return List.copyOf(answers);
    }

    private static Object parse(String json) throws Refused {
        try {
            return Json.read(json);
        } catch (JsonProcessingException e) {
            throw new Refused("form.wrongChoices");
        }
    }

    private String dateTime(Field field, Object raw) throws Refused {
        if (raw == null || raw instanceof String blank && isBlank(blank)) {
            return null;
        }
        String wrong = switch (field.part()) {
            case DATE -> "form.wrongDate";
            case TIME -> "form.wrongTime";
            case DATETIME -> "form.wrongDateTime";
        };
        if (!(raw instanceof String text)) {
            throw new Refused(wrong);
        }
        try {
            return switch (field.part()) {
                case DATE -> inRange(LocalDate.parse(text)).toString();
                case TIME ->
                    zoned(field, TIME.parseBest(text, OffsetTime::from, LocalTime::from))
                            .toString();
                case DATETIME -> {
                    TemporalAccessor time =
                            zoned(field, DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from));
                    OffsetDateTime moment = time instanceof OffsetDateTime exact
                            ? exact.atZoneSameInstant(zone).toOffsetDateTime()
                            : LocalDateTime.from(time).atZone(zone).toOffsetDateTime();
                    inRange(moment.toLocalDate());
                    yield moment.toString();
                }
            };
        } catch (DateTimeException e) {
            throw new Refused(wrong);
        }
    }

    private static TemporalAccessor zoned(Field field, TemporalAccessor time) throws Refused {
        if (field.timeHasZone() && (time instanceof LocalTime || time instanceof LocalDateTime)) {
            throw new Refused("form.zoneMissing");
        }
        return time;
    }

    private static LocalDate inRange(LocalDate date) {
        if (date.isBefore(FIRST_DATE) || date.isAfter(LAST_DATE)) {
            throw new DateTimeException("out of range");
        }
        return date;
    }

    /** Only what JavaScript takes for white space. */
    static boolean isBlank(String text) {
        return trim(text).isEmpty();
    }

    static String trim(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isSpace(char c) {
        return c >= '\t' && c <= '\r'
                || c == '\u2028'
                || c == '\u2029'
                || c == '\uFEFF'
                || Character.getType(c) == Character.SPACE_SEPARATOR;
    }

    private static DateTimeFormatter withZone(DateTimeFormatter local) {
        return new DateTimeFormatterBuilder()
                .append(local)
                .optionalStart()
                .appendOffsetId()
                .toFormatter()
                .withResolverStyle(ResolverStyle.STRICT)
                .withChronology(IsoChronology.INSTANCE);
    }
}
