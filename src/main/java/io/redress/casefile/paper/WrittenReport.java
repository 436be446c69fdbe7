package io.redress.casefile.paper;

import io.redress.casefile.complaint.Complaint;
import io.redress.casefile.complaint.CoreField;
import io.redress.casefile.entry.Entry;
import io.redress.casefile.entry.FormField;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 书面报告 on an important complaint, as it was written for the level above. */
@Component
class WrittenReport implements PaperContent {

    private static final PaperKind KIND = new PaperKind(PaperKind.WRITTEN_REPORT, "RP", false, true);

    private static final FormField<String> HAPPENED = new FormField<>("reportHappened", String.class);
    private static final FormField<String> DONE = new FormField<>("reportDone", String.class);
    private static final FormField<String> ASKED = new FormField<>("reportAsked", String.class);

    private final PaperFacts facts;

    WrittenReport(PaperFacts facts) {
        this.facts = facts;
    }

    @Override
    public PaperKind kind() {
        return KIND;
    }

    /** By the process that asked for it. */
    @Override
    public List<String> subjects(long complaintId) {
        return facts.entries(complaintId).stream()
                .filter(entry -> HAPPENED.find(entry).isPresent())
                .map(Entry::processInstanceId)
                .distinct()
                .toList();
    }

    @Override
    public Map<String, Object> facts(long complaintId, String subject) {
        Entry report = facts.entries(complaintId).stream()
                .filter(entry -> subject.equals(entry.processInstanceId())
                        && HAPPENED.find(entry).isPresent())
                .reduce((earlier, later) -> later)
                .orElseThrow();
        Complaint complaint = facts.complaint(complaintId);
        Map<String, Object> said = facts.core(complaintId, CoreField.CATEGORY);
        said.put("severity", facts.severity(complaint.severity()));
        said.put("receivedAt", facts.at(complaint.receivedAt()));
        said.put("writtenBy", facts.person(report.submittedBy()));
        said.put("writtenAt", facts.at(report.submittedAt()));
        said.put("happened", HAPPENED.find(report).orElse(""));
        said.put("done", DONE.find(report).orElse(""));
        said.put("asked", ASKED.find(report).orElse(""));
        return said;
    }
}
