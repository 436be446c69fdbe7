package io.redress.casefile.paper;

import io.redress.casefile.complaint.CoreField;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 书面证言: to be written by hand by whoever saw what happened. */
@Component
class WitnessStatement implements PaperContent {

    private static final PaperKind KIND = new PaperKind("witness-statement", "WS", false, true);

    private final PaperFacts facts;

    WitnessStatement(PaperFacts facts) {
        this.facts = facts;
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
        Map<String, Object> said = facts.core(complaintId, CoreField.CATEGORY);
        said.put("receivedAt", facts.at(facts.complaint(complaintId).receivedAt()));
        return said;
    }
}
