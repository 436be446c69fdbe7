package io.redress.casefile.receipt;

import io.redress.casefile.identity.IdentityDocument;
import io.redress.casefile.receipt.LossDeclaration.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of the declarations. */
@Component
class LossDeclarationStore {

    private final JdbcClient jdbc;

    LossDeclarationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<LossDeclaration> ofCase(long complaintId) {
        return jdbc.sql("select * from loss_declaration where complaint_id = :id")
                .param("id", complaintId)
                .query(LossDeclarationStore::declaration)
                .optional();
    }

    /** Those that have one of these papers, each once. */
    List<LossDeclaration> declaring(Collection<String> papers) {
        return jdbc.sql("""
                        select * from loss_declaration where id in (
                          select declaration_id from declared_paper where paper in (:papers)) order by id
                        """)
                .param("papers", papers)
                .query(LossDeclarationStore::declaration)
                .list();
    }

    /** Those whose papers were freed since are no more found by their number. */
    List<LossDeclaration> ofCaseOrPaper(String number, Collection<String> papers) {
        return jdbc.sql("""
                        select * from loss_declaration
                        where complaint_id = (select id from complaint where number = :number)
                          or id in (select declaration_id from declared_paper where paper in (:papers))
                        order by id
                        """)
                .param("number", number)
                .param("papers", papers)
                .query(LossDeclarationStore::declaration)
                .list();
    }

    void insert(LossDeclaration declaration) {
        LossDeclaration.Loss loss = declaration.loss();
        LossDeclaration.Holder holder = declaration.holder();
        Optional<LossDeclaration.Agent> agent = Optional.ofNullable(declaration.agent());
        jdbc.sql("""
                        insert into loss_declaration (complaint_id, lost, receipt_number, invoice_number, amount, issued_on,
                          names_on_paper, holder_name, holder_former_name, holder_document, holder_document_number,
                          holder_representative, agent_name, agent_document, agent_document_number, circumstances,
                          consultant, state, declared_at, declared_by)
                        values (:complaintId, :lost, :receipt, :invoice, :amount, :issuedOn, :names, :holder, :formerName,
                          :document, :documentNumber, :representative, :agent, :agentDocument, :agentNumber, :circumstances,
                          :consultant, :state, :declaredAt, :declaredBy)
                        """)
                .param("complaintId", declaration.complaintId())
                .param("lost", loss.lost().name())
                .param("receipt", loss.receiptNumber())
                .param("invoice", loss.invoiceNumber())
                .param("amount", loss.amount())
                .param("issuedOn", loss.issuedOn())
                .param("names", loss.names())
                .param("holder", holder.name())
                .param("formerName", holder.formerName())
                .param("document", holder.document().kind().name())
                .param("documentNumber", holder.document().number())
                .param("representative", holder.representative())
                .param("agent", agent.map(LossDeclaration.Agent::name).orElse(null))
                .param(
                        "agentDocument",
                        agent.map(one -> one.document().kind().name()).orElse(null))
                .param("agentNumber", agent.map(one -> one.document().number()).orElse(null))
                .param("circumstances", loss.circumstances())
                .param("consultant", loss.consultant())
                .param("state", declaration.state().name())
                .param("declaredAt", time(declaration.declaredAt()))
                .param("declaredBy", declaration.declaredBy())
                .update();
    }

    /** @throws org.springframework.dao.DuplicateKeyException when another declaration has taken it meanwhile */
    void claim(long declarationId, String paper) {
        jdbc.sql("insert into declared_paper (paper, declaration_id) values (:paper, :id)")
                .param("paper", paper)
                .param("id", declarationId)
                .update();
    }

    void free(long declarationId) {
        jdbc.sql("delete from declared_paper where declaration_id = :id")
                .param("id", declarationId)
                .update();
    }

    void move(long declarationId, State state) {
        jdbc.sql("update loss_declaration set state = :state where id = :id")
                .param("state", state.name())
                .param("id", declarationId)
                .update();
    }

    void signed(long declarationId, LocalDate signedOn) {
        jdbc.sql("update loss_declaration set signed_on = :signedOn where id = :id")
                .param("signedOn", signedOn)
                .param("id", declarationId)
                .update();
    }

    /** Another case goes on with it. */
    void takeOver(long declarationId, long complaintId) {
        jdbc.sql("update loss_declaration set complaint_id = :complaintId where id = :id")
                .param("complaintId", complaintId)
                .param("id", declarationId)
                .update();
    }

    /** The hold is over. */
    void held(long declarationId) {
        jdbc.sql("update loss_declaration set held = true where id = :id")
                .param("id", declarationId)
                .update();
    }

    /** Somebody who stands on the same papers declares them in another case, and is yet to sign. */
    void declareAnew(long declarationId, LossDeclaration anew) {
        LossDeclaration.Holder holder = anew.holder();
        Optional<LossDeclaration.Agent> agent = Optional.ofNullable(anew.agent());
        jdbc.sql("""
                        update loss_declaration set complaint_id = :complaintId, holder_name = :holder,
                          holder_former_name = :formerName, holder_document = :document,
                          holder_document_number = :documentNumber, holder_representative = :representative,
                          agent_name = :agent, agent_document = :agentDocument, agent_document_number = :agentNumber,
                          circumstances = :circumstances, consultant = :consultant, state = :state,
                          declared_at = :declaredAt, declared_by = :declaredBy, signed_on = null, held = false
                        where id = :id
                        """)
                .param("complaintId", anew.complaintId())
                .param("holder", holder.name())
                .param("formerName", holder.formerName())
                .param("document", holder.document().kind().name())
                .param("documentNumber", holder.document().number())
                .param("representative", holder.representative())
                .param("agent", agent.map(LossDeclaration.Agent::name).orElse(null))
                .param(
                        "agentDocument",
                        agent.map(one -> one.document().kind().name()).orElse(null))
                .param("agentNumber", agent.map(one -> one.document().number()).orElse(null))
                .param("circumstances", anew.loss().circumstances())
                .param("consultant", anew.loss().consultant())
                .param("state", anew.state().name())
                .param("declaredAt", time(anew.declaredAt()))
                .param("declaredBy", anew.declaredBy())
                .param("id", declarationId)
                .update();
    }

    private static LossDeclaration declaration(ResultSet row, int number) throws SQLException {
        String agent = row.getString("agent_name");
        return new LossDeclaration(
                row.getLong("id"),
                row.getLong("complaint_id"),
                new LossDeclaration.Loss(
                        LostPaper.valueOf(row.getString("lost")),
                        row.getString("receipt_number"),
                        row.getString("invoice_number"),
                        row.getBigDecimal("amount"),
                        row.getObject("issued_on", LocalDate.class),
                        row.getString("names_on_paper"),
                        row.getString("circumstances"),
                        row.getString("consultant")),
                new LossDeclaration.Holder(
                        row.getString("holder_name"),
                        row.getString("holder_former_name"),
                        document(row, "holder_document"),
                        row.getString("holder_representative")),
                agent == null ? null : new LossDeclaration.Agent(agent, document(row, "agent_document")),
                State.valueOf(row.getString("state")),
                row.getObject("declared_at", OffsetDateTime.class).toInstant(),
                row.getString("declared_by"),
                row.getObject("signed_on", LocalDate.class),
                row.getBoolean("held"));
    }

    private static IdentityDocument document(ResultSet row, String column) throws SQLException {
        return new IdentityDocument(
                IdentityDocument.Kind.valueOf(row.getString(column)), row.getString(column + "_number"));
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
