package io.redress.casefile.paper;

import io.redress.casefile.complaint.Complaint;
import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.complaint.CoreField;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 《投诉登记表》, with 《异常反馈跟进表》 as its second part: what the customer said, and each step since. */
@Component
class RegistrationForm implements PaperContent {

    private static final PaperKind KIND = new PaperKind(PaperKind.REGISTRATION_FORM, "RF", true, true);

    private final PaperFacts facts;
    private final Complaints complaints;

    RegistrationForm(PaperFacts facts, Complaints complaints) {
        this.facts = facts;
        this.complaints = complaints;
    }

    @Override
    public PaperKind kind() {
        return KIND;
    }

    @Override
    public List<String> subjects(long complaintId) {
        return List.of("");
    }

    @Override
    public Map<String, Object> facts(long complaintId, String subject) {
        Complaint complaint = facts.complaint(complaintId);
        Map<String, Object> said = facts.core(
                complaintId,
                CoreField.CHANNEL,
                CoreField.CATEGORY,
                CoreField.CUSTOMER_NAME,
                CoreField.PHONE,
                CoreField.EMAIL,
                CoreField.COMPLAINED_ABOUT,
                CoreField.PRODUCT,
                CoreField.MODEL,
                CoreField.BOUGHT_ON,
                CoreField.ORDER_NUMBER,
                CoreField.DESCRIPTION,
                CoreField.REASON,
                CoreField.EXPECTATION,
                CoreField.EVIDENCE);
        PaperFacts.putAmount(said, CoreField.AMOUNT_CLAIMED.key(), (BigDecimal)
                complaints.core(complaintId).get(CoreField.AMOUNT_CLAIMED.key()));
        said.put("receivedAt", facts.at(complaint.receivedAt()));
        said.put("registeredBy", facts.person(complaint.registeredBy()));
        said.put("steps", facts.steps(complaintId));
        return said;
    }
}
