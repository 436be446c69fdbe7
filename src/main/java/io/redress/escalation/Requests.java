package io.redress.escalation;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** For what cases are to be passed up that no clock says: on record first, then taken by an escalation, each once. */
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

    /** The oldest that nobody has taken; whoever takes it at the same time waits, and then finds it taken. */
    Optional<String> take(long complaintId, Instant now) {
        Optional<Request> oldest = jdbc.sql("""
                        select id, reason from escalation_request
                        where complaint_id = :complaintId and taken_at is null order by id fetch first row only
                        """)
                .param("complaintId", complaintId)
                .query(Request.class)
                .optional();
        return oldest.filter(request -> jdbc.sql("""
                                        update escalation_request set taken_at = :now where id = :id and taken_at is null
                                        """)
                                .param("now", Timestamp.from(now))
                                .param("id", request.id())
                                .update()
                        == 1)
                .map(Request::reason);
    }

    private record Request(long id, String reason) {}
}
