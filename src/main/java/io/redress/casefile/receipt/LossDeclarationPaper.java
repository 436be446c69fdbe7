package io.redress.casefile.receipt;

import io.redress.casefile.identity.IdentityDocument;
import io.redress.casefile.paper.PaperContent;
import io.redress.casefile.paper.PaperFacts;
import io.redress.casefile.paper.PaperKind;
import io.redress.language.Sentences;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** 《收据、发票遗失声明》: signed by the customer, the sales consultant and the sales manager. */
@Component
class LossDeclarationPaper implements PaperContent {

    private static final PaperKind KIND = new PaperKind(PaperKind.LOSS_DECLARATION, "LD", true, true);

    private final LossDeclarations declarations;
    private final PaperFacts facts;
    private final Sentences sentences;

    LossDeclarationPaper(LossDeclarations declarations, PaperFacts facts, Sentences sentences) {
        this.declarations = declarations;
        this.facts = facts;
        this.sentences = sentences;
    }

    @Override
    public PaperKind kind() {
        return KIND;
    }

    @Override
    public List<String> subjects(long complaintId) {
        return declarations.find(complaintId).map(declared -> List.of("")).orElse(List.of());
    }

    @Override
    public Map<String, Object> facts(long complaintId, String subject) {
        LossDeclaration declaration = declarations.find(complaintId).orElseThrow();
        LossDeclaration.Loss loss = declaration.loss();
        LossDeclaration.Holder holder = declaration.holder();
        Map<String, Object> said = new HashMap<>();
        PaperFacts.putAmount(said, "amount", loss.amount());
        said.put("receiptNumber", Objects.toString(loss.receiptNumber(), ""));
        said.put("invoiceNumber", Objects.toString(loss.invoiceNumber(), ""));
        said.put("issuedOn", day(loss.issuedOn()));
        said.put("namesOnPaper", loss.names());
        said.put("circumstances", loss.circumstances());
        said.put("consultant", facts.person(loss.consultant()));
        said.put("holderName", holder.name());
        said.put("holderFormerName", Objects.toString(holder.formerName(), ""));
        said.put("holderDocument", document(holder.document()));
        said.put("holderIdNumber", holder.document().number());
        said.put("holderRepresentative", Objects.toString(holder.representative(), ""));
        LossDeclaration.Agent agent = declaration.agent();
        said.put("agentName", agent == null ? "" : agent.name());
        said.put("agentDocument", agent == null ? "" : document(agent.document()));
        said.put("agentIdNumber", agent == null ? "" : agent.document().number());
        said.put("declaredAt", facts.at(declaration.declaredAt()));
        said.put("declaredBy", facts.person(declaration.declaredBy()));
        return said;
    }

    private String document(IdentityDocument document) {
        return sentences.say("receipt.kind-" + document.kind().text());
    }

    private String day(LocalDate day) {
        return sentences.language().day().format(day);
    }
}
