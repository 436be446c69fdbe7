package io.redress.casefile.insurance;

import io.redress.casefile.complaint.ClaimKind;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables insurance_claim and insured_loss. */
@Repository
class InsuranceClaimStore {

    private final JdbcClient jdbc;

    InsuranceClaimStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<InsuranceClaim> of(long complaintId) {
        return jdbc.sql("select * from insurance_claim where complaint_id = :id")
                .param("id", complaintId)
                .query(InsuranceClaimStore::claim)
                .optional();
    }

    /** The claims of those cases, the oldest first. */
    List<InsuranceClaim> of(Set<Long> complaintIds) {
        return complaintIds.isEmpty()
                ? List.of()
                : jdbc.sql("select * from insurance_claim where complaint_id in (:ids) order by id")
                        .param("ids", complaintIds)
                        .query(InsuranceClaimStore::claim)
                        .list();
    }

    /** Those that go on, of which a merchant waits for its money, or that have ended since then; the oldest first. */
    List<InsuranceClaim> since(Instant then) {
        return jdbc.sql("""
                        select * from insurance_claim claim where closed_at is null or closed_at >= :since or exists (
                          select 1 from merchant_repayment owed where owed.complaint_id = claim.complaint_id
                            and (owed.paid_at >= :since or owed.paid_at is null and (owed.amount is null or owed.amount > 0)))
                        order by id
                        """)
                .param("since", utc(then))
                .query(InsuranceClaimStore::claim)
                .list();
    }

    void insert(long complaintId, InsurancePolicy policy, String reporter, ClaimKind kind, Instant now) {
        jdbc.sql("""
                        insert into insurance_claim (complaint_id, policy, reporter, kind, excess, case_limit, begun_at)
                        values (:complaintId, :policy, :reporter, :kind, :excess, :limit, :now)
                        """)
                .param("complaintId", complaintId)
                .param("policy", policy.number())
                .param("reporter", reporter)
                .param("excess", policy.excess())
                .param("limit", policy.caseLimit())
                .param("kind", kind.text())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void save(InsuranceClaim claim) {
        InsuranceClaim.Shortfall shortfall = claim.shortfall();
        jdbc.sql("""
                        update insurance_claim set reported_by = :reportedBy, reported_at = :reportedAt, claim_number = :number,
                          requirements = :requirements, requirements_known = :known, opinion = :opinion, consent = :consent,
                          claimed = :claimed, submitted_by = :submittedBy, submitted_at = :submittedAt, accepted = :accepted,
                          decided_at = :decidedAt, payout_over = :payoutOver, excess_borne = :excess, shortfall = :beyond,
                          shortfall_bearer = :bearer, shortfall_reason = :reason, shortfall_by = :decidedBy,
                          closing = :closing, closed_at = :closedAt
                        where id = :id
                        """)
                .param("reportedBy", claim.reportedBy())
                .param("reportedAt", utc(claim.reportedAt()))
                .param("number", claim.number())
                .param("requirements", claim.requirements())
                .param("known", claim.requirementsKnown())
                .param("opinion", name(claim.opinion()))
                .param("consent", name(claim.consent()))
                .param("claimed", claim.claimed())
                .param("submittedBy", claim.submittedBy())
                .param("submittedAt", utc(claim.submittedAt()))
                .param("accepted", claim.accepted())
                .param("decidedAt", utc(claim.decidedAt()))
                .param("payoutOver", claim.payoutOver())
                .param("excess", shortfall == null ? null : shortfall.excess())
                .param("beyond", shortfall == null ? null : shortfall.beyond())
                .param("bearer", shortfall == null ? null : shortfall.bearer())
                .param("reason", shortfall == null ? null : shortfall.reason())
                .param("decidedBy", shortfall == null ? null : shortfall.decidedBy())
                .param("closing", name(claim.closing()))
                .param("closedAt", utc(claim.closedAt()))
                .param("id", claim.id())
                .update();
    }

    /** What was agreed under the case’s claim, the oldest first. */
    List<InsuredLoss> losses(long complaintId) {
        return jdbc.sql("select * from insured_loss where complaint_id = :id order by measure_id")
                .param("id", complaintId)
                .query(InsuranceClaimStore::loss)
                .list();
    }

    /** What is decided anew of a payment that nobody has approved is the same loss. */
    void save(InsuredLoss loss) {
        int known = jdbc.sql("""
                        update insured_loss set amount = :amount, by_merchant = :byMerchant
                        where measure_id = :measureId and taken_at is null
                        """)
                .param("measureId", loss.measureId())
                .param("amount", loss.amount())
                .param("byMerchant", loss.byMerchant())
                .update();
        if (known == 0) {
            insert(loss);
        }
    }

    private void insert(InsuredLoss loss) {
        jdbc.sql("""
                        insert into insured_loss (measure_id, complaint_id, amount, by_merchant)
                        values (:measureId, :complaintId, :amount, :byMerchant)
                        """)
                .param("measureId", loss.measureId())
                .param("complaintId", loss.complaintId())
                .param("amount", loss.amount())
                .param("byMerchant", loss.byMerchant())
                .update();
    }

    void handedOver(long measureId, String papers, String handedBy, String takenBy, Instant at) {
        jdbc.sql("""
                        update insured_loss set papers = :papers, handed_by = :handedBy, taken_by = :takenBy, taken_at = :at
                        where measure_id = :id and taken_at is null
                        """)
                .param("papers", papers)
                .param("handedBy", handedBy)
                .param("takenBy", takenBy)
                .param("at", utc(at))
                .param("id", measureId)
                .update();
    }

    void removeLoss(long measureId) {
        jdbc.sql("delete from insured_loss where measure_id = :id")
                .param("id", measureId)
                .update();
    }

    private static InsuranceClaim claim(ResultSet row, int index) throws SQLException {
        BigDecimal beyond = row.getBigDecimal("shortfall");
        return new InsuranceClaim(
                row.getLong("id"),
                row.getLong("complaint_id"),
                row.getString("policy"),
                row.getString("reporter"),
                ClaimKind.of(row.getString("kind")).orElseThrow(),
                row.getBigDecimal("excess"),
                row.getBigDecimal("case_limit"),
                instant(row, "begun_at"),
                row.getString("reported_by"),
                instant(row, "reported_at"),
                row.getString("claim_number"),
                row.getString("requirements"),
                row.getBoolean("requirements_known"),
                value(InsuranceClaim.Opinion.class, row.getString("opinion")),
                value(InsuranceClaim.Consent.class, row.getString("consent")),
                row.getBigDecimal("claimed"),
                row.getString("submitted_by"),
                instant(row, "submitted_at"),
                row.getBigDecimal("accepted"),
                instant(row, "decided_at"),
                row.getBoolean("payout_over"),
                beyond == null
                        ? null
                        : new InsuranceClaim.Shortfall(
                                row.getBigDecimal("excess_borne"),
                                beyond,
                                row.getString("shortfall_bearer"),
                                row.getString("shortfall_reason"),
                                row.getString("shortfall_by")),
                value(InsuranceClaim.Closing.class, row.getString("closing")),
                instant(row, "closed_at"));
    }

    private static InsuredLoss loss(ResultSet row, int index) throws SQLException {
        return new InsuredLoss(
                row.getLong("measure_id"),
                row.getLong("complaint_id"),
                row.getBigDecimal("amount"),
                row.getBoolean("by_merchant"),
                row.getString("papers"),
                row.getString("handed_by"),
                row.getString("taken_by"),
                instant(row, "taken_at"));
    }

    private static <E extends Enum<E>> E value(Class<E> type, String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }

    private static String name(Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
