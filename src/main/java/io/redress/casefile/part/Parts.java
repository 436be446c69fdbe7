package io.redress.casefile.part;

import io.redress.casefile.complaint.Complaints;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The parts of the cases. Whatever passes between a case and its parts is a row first, under the case's lock; whoever waits looks at
 * the rows before they wait, and is told only if they do: so either may come first.
 */
@Service
public class Parts {

    private final JdbcClient jdbc;
    private final Complaints complaints;
    private final PartProcesses processes;

    Parts(JdbcClient jdbc, Complaints complaints, PartProcesses processes) {
        this.jdbc = jdbc;
        this.complaints = complaints;
        this.processes = processes;
    }

    /**
     * Begins a part of the case; begun twice, it is one.
     *
     * @param variables what its process begins with besides the case
     * @return whether it is begun by this
     */
    @Transactional
    public boolean begin(
            long complaintId, String process, String reference, Map<String, Object> variables, Instant now) {
        complaints.lock(Set.of(complaintId));
        if (!find(complaintId, process, reference).isEmpty()) {
            return false;
        }
        jdbc.sql("""
                            insert into case_part (complaint_id, process, reference, begun_at)
                            values (:complaintId, :process, :reference, :now)
                            """)
                .param("complaintId", complaintId)
                .param("process", process)
                .param("reference", reference)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        processes.start(find(complaintId, process, reference).get(0), variables);
        return true;
    }

    /**
     * The part is finished, and whoever waits for it hears so. Finished twice, it stays as it was first.
     *
     * @throws IllegalStateException when the case has no such part
     */
    @Transactional
    public void finish(long complaintId, String process, String reference, Instant now) {
        complaints.lock(Set.of(complaintId));
        Part part = find(complaintId, process, reference).stream()
                .findAny()
                .orElseThrow(() -> new IllegalStateException(
                        "case %d has no part %s %s".formatted(complaintId, process, reference)));
        if (part.finishedAt() == null) {
            jdbc.sql("update case_part set finished_at = :now where id = :id")
                    .param("now", now.atOffset(ZoneOffset.UTC))
                    .param("id", part.id())
                    .update();
            processes.lookAgain(complaintId);
        }
    }

    /** Something else that the archive waits for is over, and whoever waits hears so. */
    @Transactional
    public void lookAgain(long complaintId) {
        complaints.lock(Set.of(complaintId));
        processes.lookAgain(complaintId);
    }

    /**
     * Something has happened that a step of the case, or of a part of it, may wait for: it is on record, and whoever waits looks again.
     *
     * @param message its name in the diagrams
     */
    @Transactional
    public void tell(long complaintId, String message) {
        complaints.lock(Set.of(complaintId));
        processes.tell(complaintId, message);
    }

    /** The parts of the case that still go on; none is finished or begun until the transaction ends. */
    @Transactional
    public List<Part> open(long complaintId) {
        complaints.lock(Set.of(complaintId));
        return parts("where complaint_id = :id and finished_at is null order by id", Map.of("id", complaintId));
    }

    private List<Part> find(long complaintId, String process, String reference) {
        return parts(
                "where complaint_id = :id and process = :process and reference = :reference",
                Map.of("id", complaintId, "process", process, "reference", reference));
    }

    private List<Part> parts(String where, Map<String, Object> parameters) {
        return jdbc.sql("select id, complaint_id, process, reference, begun_at, finished_at from case_part " + where)
                .params(parameters)
                .query(Part.class)
                .list();
    }
}
