package io.redress.casefile.escalation;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** For what cases are to be passed up that no deadline says: on record first, then taken by an escalation, each once. */
@Component
class Requests {

    private final JdbcClient jdbc;

    Requests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(long complaintId, String reason, Instant now) {
        jdbc.sql("""
                        insert into escalation_request (complaint_id, reason, asked_at) values (:complaintId, :reason, :now)
                        """)
                .param("complaintId", complaintId)
                .param("reason", reason)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** The oldest that nobody has taken; whoever takes it at the same time waits, and then takes the next. */
    Optional<String> take(long complaintId, Instant now) {
        Optional<Request> oldest = oldest(complaintId);
        while (oldest.filter(request -> !taken(request, now)).isPresent()) {
            oldest = oldest(complaintId);
        }
        return oldest.map(Request::reason);
    }

    /** The cases of those that nobody has taken though they were there before that moment, each as often as it has some. */
    List<Long> overlooked(Instant before) {
        return jdbc.sql("""
                        select complaint_id from escalation_request
                          join complaint on complaint.id = escalation_request.complaint_id
                        where taken_at is null and asked_at < :before and complaint.state <> 'CLOSED'
                        order by escalation_request.id
                        """)
                .param("before", Timestamp.from(before))
                .query(Long.class)
                .list();
    }

    private Optional<Request> oldest(long complaintId) {
        return jdbc.sql("""
                        select id, reason from escalation_request
                        where complaint_id = :complaintId and taken_at is null order by id fetch first row only
                        """)
                .param("complaintId", complaintId)
                .query(Request.class)
                .optional();
    }

    private boolean taken(Request request, Instant now) {
        return jdbc.sql("""
                                update escalation_request set taken_at = :now where id = :id and taken_at is null
                                """)
                        .param("now", Timestamp.from(now))
                        .param("id", request.id())
                        .update()
                == 1;
    }

    private record Request(long id, String reason) {}
}
