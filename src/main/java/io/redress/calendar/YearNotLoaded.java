package io.redress.calendar;

import io.redress.language.Language;
import io.redress.language.Sentences;

/** A computation that would have to know the holidays of a year nobody has loaded (rule 8). */
public final class YearNotLoaded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String calendar;
    private final int year;

    YearNotLoaded(String calendar, int year) {
        super(sentence(new Sentences(Language.EN), calendar, year));
        this.calendar = calendar;
        this.year = year;
    }

    public String calendar() {
        return calendar;
    }

    public int year() {
        return year;
    }

    /** What is missing and what to do, for people. */
    public String sentence(Sentences sentences) {
        return sentence(sentences, calendar, year);
    }

    private static String sentence(Sentences sentences, String calendar, int year) {
        return sentences.say("calendar.year-not-loaded", calendar, Integer.toString(year));
    }
}
