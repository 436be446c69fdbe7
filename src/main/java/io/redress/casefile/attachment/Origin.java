package io.redress.casefile.attachment;

/**
 * Where a file comes from.
 *
 * @param taskId the task at which somebody attaches it, with its {@code process} and {@code step}; null where a program does
 */
public record Origin(long complaintId, String process, String step, String taskId) {

    /** With the complaint itself, by the program that posted it. */
    public static Origin posted(long complaintId) {
        return new Origin(complaintId, null, null, null);
    }
}
