package io.redress.casefile.deadline;

/**
 * What decides which deadlines a case has; nothing personal.
 *
 * @param profile of the site
 * @param complexity {@code simple} or {@code complex}
 * @param category null when nobody has classified it
 * @param severity {@code low} to {@code critical}
 * @param route the process that handles it; {@code complaint-intake} until one is chosen
 */
public record CaseFacts(
        String profile,
        String complexity,
        String category,
        String severity,
        String route,
        boolean injury,
        boolean media) {

    /** The same case on another route. */
    CaseFacts on(String another) {
        return new CaseFacts(profile, complexity, category, severity, another, injury, media);
    }
}
