package io.redress.casefile.paper;

/** What of a case papers are about. */
public final class PaperSubjects {

    static final String MEASURE = "measure-";
    static final String INQUIRY = "inquiry-";

    private PaperSubjects() {}

    /** The measure of that id. */
    public static String measure(long id) {
        return MEASURE + id;
    }

    /** The measure that a subject is; as it was made by {@link #measure}. */
    public static long measure(String subject) {
        return Long.parseLong(subject.substring(MEASURE.length()));
    }

    /** What that department is asked. */
    public static String inquiry(String department) {
        return INQUIRY + department;
    }
}
