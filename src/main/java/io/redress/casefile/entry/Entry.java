package io.redress.casefile.entry;

import java.time.Instant;
import java.util.Map;

/**
 * One submitted form, or something that Redress itself did. The entries of a case are its follow-up sheet 《异常反馈跟进表》; none is ever changed, a correction
 * is a further one.
 *
 * @param process the key of the process that asked
 * @param step the id of the task or start event in its diagram
 * @param taskId the engine's task; null for a start form
 * @param form the form's id and {@code formVersion} its deployed version; null and 0 for what Redress did
 * @param submittedBy the login of whoever acted
 * @param fields what was submitted, checked, by form key
 */
public record Entry(
        long complaintId,
        String process,
        String processInstanceId,
        String step,
        String taskId,
        String form,
        int formVersion,
        String submittedBy,
        Instant submittedAt,
        Map<String, Object> fields) {

    /** The same submission with other answers. */
    public Entry saying(Map<String, Object> answers) {
        return new Entry(
                complaintId,
                process,
                processInstanceId,
                step,
                taskId,
                form,
                formVersion,
                submittedBy,
                submittedAt,
                answers);
    }
}
