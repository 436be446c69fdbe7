package io.redress.casefile.complaint;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which cases belong together. */
@Service
public class Links {

    private final JdbcClient jdbc;
    private final Complaints complaints;

    Links(JdbcClient jdbc, Complaints complaints) {
        this.jdbc = jdbc;
        this.complaints = complaints;
    }

    /**
     * Links a case to another; done twice, it is one link.
     *
     * @throws IllegalArgumentException when it is the same case
     */
    @Transactional
    public void link(Link link, String who, Instant now) {
        if (link.complaintId() == link.linkedId()) {
            throw new IllegalArgumentException("a case is not linked to itself: " + link.complaintId());
        }
        complaints.lock(Set.of(link.complaintId(), link.linkedId()));
        if (!of(link.complaintId()).contains(link)) {
            jdbc.sql("""
                            insert into complaint_link (complaint_id, linked_id, kind, linked_by, linked_at)
                            values (:complaintId, :linkedId, :kind, :who, :now)
                            """)
                    .param("complaintId", link.complaintId())
                    .param("linkedId", link.linkedId())
                    .param("kind", link.kind().name())
                    .param("who", who)
                    .param("now", now.atOffset(ZoneOffset.UTC))
                    .update();
        }
    }

    /** The links of a case, whichever of the two it is. */
    public List<Link> of(long complaintId) {
        return jdbc.sql("""
                        select complaint_id, linked_id, kind from complaint_link
                        where complaint_id = :id or linked_id = :id
                        order by linked_at, complaint_id, linked_id
                        """)
                .param("id", complaintId)
                .query((row, index) -> new Link(
                        row.getLong("complaint_id"),
                        row.getLong("linked_id"),
                        Link.Kind.valueOf(row.getString("kind"))))
                .list();
    }

    /** The case and all that are linked to it, directly or by others. */
    public SortedSet<Long> together(long complaintId) {
        SortedSet<Long> found = new TreeSet<>(Set.of(complaintId));
        Deque<Long> asked = new ArrayDeque<>(found);
        while (!asked.isEmpty()) {
            for (Link link : of(asked.remove())) {
                for (long neighbour : new long[] {link.complaintId(), link.linkedId()}) {
                    if (found.add(neighbour)) {
                        asked.add(neighbour);
                    }
                }
            }
        }
        return found;
    }
}
