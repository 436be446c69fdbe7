package io.redress.calendar;

import io.redress.language.Language;
import io.redress.language.Sentences;

/** A calendar or a year of holidays that cannot be right; the message says where, what is wrong and what to do. */
public final class InvalidCalendar extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String problem;
    private final transient Object[] arguments;

    InvalidCalendar(String problem, Object... arguments) {
        super(new Sentences(Language.EN).say(problem, arguments));
        this.problem = problem;
        this.arguments = arguments;
    }

    private InvalidCalendar(String message, InvalidCalendar cause) {
        super(message, cause);
        this.problem = cause.problem;
        this.arguments = cause.arguments;
    }

    /** The same, said in that language and with the place where it was found. */
    InvalidCalendar at(String place, Sentences sentences) {
        return new InvalidCalendar(sentences.say("calendar.at", place, sentences.say(problem, arguments)), this);
    }
}
