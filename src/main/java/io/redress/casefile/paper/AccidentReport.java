package io.redress.casefile.paper;

import io.redress.casefile.complaint.CoreField;
import io.redress.casefile.entry.Entry;
import io.redress.casefile.entry.FormField;
import io.redress.casefile.health.HealthRecords;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 事故报告: what happened, why, and what is done about it. */
@Component
class AccidentReport implements PaperContent {

    private static final PaperKind KIND = new PaperKind(PaperKind.ACCIDENT_REPORT, "AR", false, true, true);

    private static final FormField<String> PLACE = new FormField<>("accidentPlace", String.class);
    private static final FormField<String> HAPPENED = new FormField<>("accidentHappened", String.class);
    private static final FormField<String> CAUSE = new FormField<>("accidentCause", String.class);
    private static final FormField<String> MEASURES = new FormField<>("accidentMeasures", String.class);

    private final PaperFacts facts;
    private final HealthRecords health;

    AccidentReport(PaperFacts facts, HealthRecords health) {
        this.facts = facts;
        this.health = health;
    }

    @Override
    public PaperKind kind() {
        return KIND;
    }

    @Override
    public List<String> subjects(long complaintId) {
        return reports(complaintId).isEmpty() ? List.of() : List.of("");
    }

    @Override
    public Map<String, Object> facts(long complaintId, String subject) {
        Entry report =
                reports(complaintId).stream().reduce((earlier, later) -> later).orElseThrow();
        Map<String, Object> said = facts.core(complaintId, CoreField.CATEGORY);
        said.put("receivedAt", facts.at(facts.complaint(complaintId).receivedAt()));
        said.put("writtenBy", facts.person(report.submittedBy()));
        said.put("writtenAt", facts.at(report.submittedAt()));
        said.put("place", PLACE.find(report).orElse(""));
        said.put("happened", health.newest(complaintId, HAPPENED).orElse(""));
        said.put("cause", CAUSE.find(report).orElse(""));
        said.put("measures", MEASURES.find(report).orElse(""));
        return said;
    }

    private List<Entry> reports(long complaintId) {
        return facts.entries(complaintId).stream()
                .filter(entry -> PLACE.find(entry).isPresent())
                .toList();
    }
}
