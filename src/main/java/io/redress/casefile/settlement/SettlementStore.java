package io.redress.casefile.settlement;

import io.redress.casefile.identity.IdentityDocument;
import io.redress.casefile.money.Party;
import io.redress.merchant.BankAccount;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table settlement. */
@Repository
class SettlementStore {

    private final JdbcClient jdbc;

    SettlementStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What was offered in the case, the oldest first. */
    List<Settlement> of(long complaintId) {
        return jdbc.sql("select * from settlement where complaint_id = :id order by id")
                .param("id", complaintId)
                .query(SettlementStore::settlement)
                .list();
    }

    void insert(Settlement settlement) {
        Optional<Payee> payee = Optional.ofNullable(settlement.payee());
        Optional<BankAccount> account = payee.map(Payee::account);
        jdbc.sql("""
                        insert into settlement (complaint_id, agreed, route, payer, merchant, measure_id, amount, attendees, facts,
                          payee_kind, payee_name, payee_document, payee_document_number, account_bank, account_number,
                          cash_reason, papers_needed, debtor_kind, recover_from, recoverable, agreed_by, offered_by, offered_at)
                        values (:complaintId, :agreed, :route, :payer, :merchant, :measureId, :amount, :attendees, :facts, :payeeKind,
                          :payeeName, :payeeDocument, :payeeNumber, :bank, :account, :cashReason, :papersNeeded,
                          :debtorKind, :recoverFrom, :recoverable, :agreedBy, :offeredBy, :offeredAt)
                        """)
                .param("complaintId", settlement.complaintId())
                .param("agreed", settlement.agreed())
                .param("route", settlement.route())
                .param("payer", settlement.payer().text())
                .param("merchant", settlement.merchant())
                .param("measureId", settlement.measureId())
                .param("amount", settlement.amount())
                .param("attendees", settlement.attendees())
                .param("facts", settlement.facts())
                .param("payeeKind", payee.map(one -> one.kind().text()).orElse(null))
                .param("payeeName", payee.map(Payee::name).orElse(null))
                .param(
                        "payeeDocument",
                        payee.map(one -> one.document().kind().text()).orElse(null))
                .param("payeeNumber", payee.map(one -> one.document().number()).orElse(null))
                .param("bank", account.map(BankAccount::bank).orElse(null))
                .param("account", account.map(BankAccount::number).orElse(null))
                .param("cashReason", settlement.cashReason())
                .param("papersNeeded", settlement.papersNeeded())
                .param(
                        "debtorKind",
                        settlement.debtorKind() == null
                                ? null
                                : settlement.debtorKind().name())
                .param("recoverFrom", settlement.recoverFrom())
                .param("recoverable", settlement.recoverable())
                .param("agreedBy", settlement.agreedBy())
                .param("offeredBy", settlement.offeredBy())
                .param("offeredAt", settlement.offeredAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** What was agreed with whoever shows that document, in all cases, the newest first. */
    List<Settlement> ofPayee(String documentNumber) {
        return jdbc.sql("select * from settlement where payee_document_number = :number order by id desc")
                .param("number", documentNumber)
                .query(SettlementStore::settlement)
                .list();
    }

    private static Settlement settlement(ResultSet row, int index) throws SQLException {
        return new Settlement(
                row.getLong("id"),
                row.getLong("complaint_id"),
                row.getBoolean("agreed"),
                row.getString("route"),
                Payer.of(row.getString("payer")).orElseThrow(),
                row.getString("merchant"),
                row.getObject("measure_id", Long.class),
                row.getBigDecimal("amount"),
                row.getString("attendees"),
                row.getString("facts"),
                payee(row),
                row.getString("cash_reason"),
                row.getString("papers_needed"),
                Optional.ofNullable(row.getString("debtor_kind"))
                        .map(Party::valueOf)
                        .orElse(null),
                row.getString("recover_from"),
                row.getBigDecimal("recoverable"),
                row.getString("agreed_by"),
                row.getString("offered_by"),
                row.getObject("offered_at", OffsetDateTime.class).toInstant());
    }

    private static Payee payee(ResultSet row) throws SQLException {
        if (row.getString("payee_kind") == null) {
            return null;
        }
        return new Payee(
                Payee.Kind.of(row.getString("payee_kind")).orElseThrow(),
                row.getString("payee_name"),
                new IdentityDocument(
                        IdentityDocument.Kind.of(row.getString("payee_document"))
                                .orElseThrow(),
                        row.getString("payee_document_number")),
                row.getString("account_number") == null
                        ? null
                        : new BankAccount(row.getString("account_bank"), row.getString("account_number")));
    }
}
