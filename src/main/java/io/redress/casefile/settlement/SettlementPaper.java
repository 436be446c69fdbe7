package io.redress.casefile.settlement;

import io.redress.casefile.insurance.InsuranceClaim;
import io.redress.casefile.insurance.InsuranceClaims;
import io.redress.casefile.money.Ledger;
import io.redress.casefile.money.Payment;
import io.redress.casefile.paper.PaperContent;
import io.redress.casefile.paper.PaperFacts;
import io.redress.casefile.paper.PaperKind;
import io.redress.casefile.paper.PaperSubjects;
import io.redress.language.Sentences;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A paper of a settlement, by the measure that pays it: all of them say the same, each in the words of its template. */
abstract class SettlementPaper implements PaperContent {

    private final PaperKind kind;
    private final Settlements settlements;
    private final Responsibilities responsibilities;
    private final InsuranceClaims claims;
    private final Ledger ledger;
    private final PaperFacts facts;
    private final Sentences sentences;

    SettlementPaper(
            PaperKind kind,
            Settlements settlements,
            Responsibilities responsibilities,
            InsuranceClaims claims,
            Ledger ledger,
            PaperFacts facts,
            Sentences sentences) {
        this.kind = kind;
        this.settlements = settlements;
        this.responsibilities = responsibilities;
        this.claims = claims;
        this.ledger = ledger;
        this.facts = facts;
        this.sentences = sentences;
    }

    /** 《收条》: the payee has got the money. */
    @Component
    static class Receipt extends SettlementPaper {

        Receipt(
                Settlements settlements,
                Responsibilities responsibilities,
                InsuranceClaims claims,
                Ledger ledger,
                PaperFacts facts,
                Sentences sentences) {
            super(
                    new PaperKind(PaperKind.RECEIPT, "RC", true, true),
                    settlements,
                    responsibilities,
                    claims,
                    ledger,
                    facts,
                    sentences);
        }
    }

    /** 《和解协议书》: what was agreed, and that nothing further is claimed. */
    @Component
    static class Agreement extends SettlementPaper {

        Agreement(
                Settlements settlements,
                Responsibilities responsibilities,
                InsuranceClaims claims,
                Ledger ledger,
                PaperFacts facts,
                Sentences sentences) {
            super(
                    new PaperKind(PaperKind.SETTLEMENT_AGREEMENT, "SA", true, true),
                    settlements,
                    responsibilities,
                    claims,
                    ledger,
                    facts,
                    sentences);
        }
    }

    /** 《顾客赔偿申请单》: by which our money is approved. */
    @Component
    static class Request extends SettlementPaper {

        Request(
                Settlements settlements,
                Responsibilities responsibilities,
                InsuranceClaims claims,
                Ledger ledger,
                PaperFacts facts,
                Sentences sentences) {
            super(
                    new PaperKind(PaperKind.COMPENSATION_REQUEST, "CR", false, true),
                    settlements,
                    responsibilities,
                    claims,
                    ledger,
                    facts,
                    sentences);
        }

        @Override
        boolean prints(Settlement settlement) {
            return settlement.payer() == Payer.MALL && !settlement.insured();
        }
    }

    /** 《顾客赔偿单》: by which our advance is approved, and which the insurer sees. */
    @Component
    static class Slip extends SettlementPaper {

        Slip(
                Settlements settlements,
                Responsibilities responsibilities,
                InsuranceClaims claims,
                Ledger ledger,
                PaperFacts facts,
                Sentences sentences) {
            super(
                    new PaperKind(PaperKind.COMPENSATION_SLIP, "CS", false, true),
                    settlements,
                    responsibilities,
                    claims,
                    ledger,
                    facts,
                    sentences);
        }

        @Override
        boolean prints(Settlement settlement) {
            return settlement.payer() == Payer.MALL && settlement.insured();
        }
    }

    /** 单据交接: what customer service hands over to administration for the insurer. */
    @Component
    static class HandoverNote extends SettlementPaper {

        HandoverNote(
                Settlements settlements,
                Responsibilities responsibilities,
                InsuranceClaims claims,
                Ledger ledger,
                PaperFacts facts,
                Sentences sentences) {
            super(
                    new PaperKind(PaperKind.HANDOVER_NOTE, "HN", false, true),
                    settlements,
                    responsibilities,
                    claims,
                    ledger,
                    facts,
                    sentences);
        }

        @Override
        boolean prints(Settlement settlement) {
            return settlement.insured();
        }
    }

    /** Whether a settlement has this paper. */
    boolean prints(Settlement settlement) {
        return true;
    }

    @Override
    public PaperKind kind() {
        return kind;
    }

    @Override
    public List<String> subjects(long complaintId) {
        return settlements.of(complaintId).stream()
                .filter(this::prints)
                .map(settlement -> PaperSubjects.measure(settlement.measureId()))
                .toList();
    }

    @Override
    public String copiesAs(long complaintId, String subject, String route) {
        return settlement(complaintId, subject).copiesAs();
    }

    @Override
    public Map<String, Object> facts(long complaintId, String subject) {
        Settlement settlement = settlement(complaintId, subject);
        Payee payee = settlement.payee();
        Optional<Payment> payment = ledger.of(complaintId).stream()
                .filter(one -> Objects.equals(one.offer().measureId(), settlement.measureId()))
                .reduce((earlier, later) -> later);
        Map<String, Object> said = new HashMap<>();
        PaperFacts.putAmount(said, "amount", settlement.amount());
        said.put("facts", settlement.facts());
        said.put("attendees", settlement.attendees());
        said.put("payer", payer(settlement));
        said.put("payeeName", payee.name());
        said.put("payeeKind", sentences.say("settlement.payee-" + payee.kind().text()));
        said.put(
                "payeeDocument",
                sentences.say("receipt.kind-" + payee.document().kind().text()));
        said.put("payeeIdNumber", payee.document().number());
        said.put("paidBy", paidBy(settlement));
        said.put(
                "onBehalfOf",
                settlement.insured() && settlement.payer() == Payer.MERCHANT ? facts.site(complaintId) : "");
        Optional<InsuranceClaim> claim = settlement.insured() ? claims.of(complaintId) : Optional.empty();
        said.put("policy", claim.map(InsuranceClaim::policy).orElse(""));
        said.put("claimNumber", claim.map(InsuranceClaim::number).orElse(""));
        said.put("requirements", claim.map(InsuranceClaim::requirements).orElse(""));
        said.put("thirdParty", Objects.toString(settlement.recoverFrom(), ""));
        said.put("requestedBy", facts.person(settlement.offeredBy()));
        said.put("requestedAt", facts.at(settlement.offeredAt()));
        said.put(
                "approvedBy", payment.map(one -> facts.person(one.approvedBy())).orElse(""));
        said.put("approvedAt", payment.map(one -> facts.at(one.approvedAt())).orElse(""));
        return said;
    }

    private String payer(Settlement settlement) {
        return settlement.payer() == Payer.MALL
                ? facts.site(settlement.complaintId())
                : responsibilities
                        .merchantName(settlement.complaintId())
                        .orElseGet(() -> sentences.say("settlement.the-merchant"));
    }

    private String paidBy(Settlement settlement) {
        return settlement.transfer()
                ? sentences.say(
                        "settlement.by-transfer",
                        settlement.payee().account().bank(),
                        // Where the payee's document stands whole, so does the account: they see whether it is theirs.
                        PaperKind.namesDocument(kind.name())
                                ? settlement.payee().account().number()
                                : settlement.payee().account().masked())
                : sentences.say("settlement.by-cash");
    }

    private Settlement settlement(long complaintId, String subject) {
        return settlements.paidBy(complaintId, PaperSubjects.measure(subject));
    }
}
