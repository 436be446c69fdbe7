package io.redress.casefile.attachment;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file of a case: a photo, a scan, a document. Its bytes stand in a folder, under its id.
 *
 * @param process the key of the process at whose step it was attached; null where it came by the intake API
 * @param step the id of that step in its diagram; null there, too
 * @param taskId the engine's task; null there, too
 * @param name what whoever attached it called the file, cleaned; never a path
 * @param shows what it shows, in their words; null where they said nothing
 * @param sha256 of its bytes, in hexadecimal digits
 * @param preview whether there is a small picture of it
 * @param health whether it shows how somebody is: only those see it who may read that, and who attached it
 * @param again where else the same bytes were attached, the earliest first
 */
public record Attachment(
        String id,
        long complaintId,
        String process,
        String step,
        String taskId,
        String name,
        String shows,
        FileType type,
        long bytes,
        String sha256,
        boolean preview,
        String attachedBy,
        Instant attachedAt,
        boolean health,
        List<Again> again) {

    /** The same bytes, attached at a further task. */
    public record Again(String process, String step, String taskId, String attachedBy, Instant attachedAt) {}

    /** The tasks at which it is evidence, the earliest first. */
    public List<String> tasks() {
        return Stream.concat(Stream.ofNullable(taskId), again.stream().map(Again::taskId))
                .toList();
    }

    /** Whether that person has attached it, here or there. */
    public boolean attachedBy(String login) {
        return attachedBy.equals(login) || again.stream().map(Again::attachedBy).anyMatch(login::equals);
    }

    /** What it is called where it is kept by somebody: the ending says what it is, whatever it was called. */
    public String downloadName() {
        return type.named(name);
    }
}
