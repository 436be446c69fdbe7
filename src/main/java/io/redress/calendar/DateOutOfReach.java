package io.redress.calendar;

import io.redress.language.Language;
import io.redress.language.Sentences;

/** A computation that leaves the years 1900 to 2999: a mistyped target or date. */
public final class DateOutOfReach extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final String SENTENCE = "calendar.date-out-of-reach";

    DateOutOfReach() {
        super(new Sentences(Language.EN).say(SENTENCE));
    }

    /** What is wrong and what to do, for people. */
    public String sentence(Sentences sentences) {
        return sentences.say(SENTENCE);
    }
}
