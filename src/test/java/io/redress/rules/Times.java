package io.redress.rules;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import javax.xml.datatype.DatatypeConfigurationException;
import javax.xml.datatype.DatatypeFactory;

/** How due dates and timers say when: they ask the deadlines, or say it in ISO 8601. */
final class Times {

    static final String EXPECTED = "asks the deadlines (${deadlines.…(execution, 'DEADLINE')}) or is ISO 8601";

    private static final String ASKS_THE_DEADLINES = "\\$\\{deadlines\\.\\w+\\((execution|task)(, '[A-Z0-9_]+')?\\)}";
    private static final String REPETITION = "R\\d*/";

    private Times() {}

    static boolean understood(String time) {
        return time.matches(ASKS_THE_DEADLINES) || duration(time.replaceFirst(REPETITION, "")) || instant(time);
    }

    private static boolean duration(String text) {
        try {
            return DatatypeFactory.newInstance().newDuration(text).getSign() > 0;
        } catch (IllegalArgumentException e) {
            return false;
        } catch (DatatypeConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean instant(String text) {
        try {
            OffsetDateTime.parse(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
