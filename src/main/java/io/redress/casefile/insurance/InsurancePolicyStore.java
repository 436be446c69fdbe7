package io.redress.casefile.insurance;

import io.redress.casefile.complaint.ClaimKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** The table insurance_policy. */
@Repository
class InsurancePolicyStore {

    private final JdbcClient jdbc;

    InsurancePolicyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By insurer, the newest first. */
    List<InsurancePolicy> all() {
        return jdbc.sql("select * from insurance_policy order by insurer, valid_from desc, number")
                .query(InsurancePolicyStore::policy)
                .list();
    }

    Optional<InsurancePolicy> find(String number) {
        return jdbc.sql("select * from insurance_policy where number = :number")
                .param("number", number)
                .query(InsurancePolicyStore::policy)
                .optional();
    }

    /** Those that hold for a site on a day, whatever they cover. */
    List<InsurancePolicy> holding(String site, LocalDate day) {
        return jdbc.sql("""
                        select * from insurance_policy
                        where active and (site is null or site = :site) and valid_from <= :day and valid_to >= :day
                        order by number
                        """)
                .param("site", site)
                .param("day", day)
                .query(InsurancePolicyStore::policy)
                .list();
    }

    void save(InsurancePolicy policy, String who, Instant now) {
        int known = with(jdbc.sql("""
                                update insurance_policy set name = :name, insurer = :insurer, contact = :contact, phone = :phone,
                                  email = :email, site = :site, covers = :covers, valid_from = :from, valid_to = :to,
                                  excess = :excess, case_limit = :caseLimit, active = :active,
                                  changed_by = :who, changed_at = :now
                                where number = :number
                                """), policy, who, now).update();
        if (known == 0) {
            with(jdbc.sql("""
                                    insert into insurance_policy (number, name, insurer, contact, phone, email, site, covers,
                                      valid_from, valid_to, excess, case_limit, active, changed_by, changed_at)
                                    values (:number, :name, :insurer, :contact, :phone, :email, :site, :covers, :from, :to,
                                      :excess, :caseLimit, :active, :who, :now)
                                    """), policy, who, now).update();
        }
    }

    private static StatementSpec with(StatementSpec statement, InsurancePolicy policy, String who, Instant now) {
        return statement
                .param("number", policy.number())
                .param("name", policy.name())
                .param("insurer", policy.insurer())
                .param("contact", policy.contact())
                .param("phone", policy.phone())
                .param("email", policy.email())
                .param("site", policy.site())
                .param("covers", policy.covers().stream().map(ClaimKind::text).collect(Collectors.joining(" ")))
                .param("from", policy.from())
                .param("to", policy.to())
                .param("excess", policy.excess())
                .param("caseLimit", policy.caseLimit())
                .param("active", policy.active())
                .param("who", who)
                .param("now", now.atOffset(ZoneOffset.UTC));
    }

    private static InsurancePolicy policy(ResultSet row, int index) throws SQLException {
        return new InsurancePolicy(
                row.getString("number"),
                row.getString("name"),
                row.getString("insurer"),
                row.getString("contact"),
                row.getString("phone"),
                row.getString("email"),
                row.getString("site"),
                covers(row.getString("covers")),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getBigDecimal("excess"),
                row.getBigDecimal("case_limit"),
                row.getBoolean("active"));
    }

    private static Set<ClaimKind> covers(String words) {
        return Stream.of(words.split(" "))
                .map(word -> ClaimKind.of(word).orElseThrow())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ClaimKind.class)));
    }
}
