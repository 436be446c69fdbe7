package io.redress.process.investigation;

import io.redress.casefile.Answers;
import io.redress.casefile.complaint.Complaint;
import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.entry.Entries;
import io.redress.casefile.entry.Entry;
import io.redress.language.Language;
import io.redress.language.Sentences;
import io.redress.people.Groups;
import io.redress.site.Site;
import io.redress.site.Sites;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the departments found, for whoever concludes from it; and which departments a complaint of this kind is put to. */
@Component
class Findings implements Answers {

    private static final String INVESTIGATED = "userTask_investigateComplaint";
    private static final int LONGEST = 4_000;

    private final InvestigationPlan plan;
    private final Complaints complaints;
    private final Sites sites;
    private final Entries entries;
    private final Groups groups;
    private final Language language;
    private final Sentences sentences;

    Findings(
            InvestigationPlan plan,
            Complaints complaints,
            Sites sites,
            Entries entries,
            Groups groups,
            Language language,
            Sentences sentences) {
        this.plan = plan;
        this.complaints = complaints;
        this.sites = sites;
        this.entries = entries;
        this.groups = groups;
        this.language = language;
        this.sentences = sentences;
    }

    @Override
    public Map<String, Object> answer(long complaintId, Map<String, Object> step, Collection<String> keys) {
        Map<String, Object> answers = new HashMap<>();
        if (keys.contains(InvestigationFields.FINDINGS.key())) {
            String found = entries.of(complaintId).stream()
                    .filter(entry -> entry.step().equals(INVESTIGATED))
                    .filter(entry -> InvestigationFields.CAUSE.find(entry).isPresent())
                    .map(this::finding)
                    .collect(Collectors.joining("\n\n"));
            answers.put(InvestigationFields.FINDINGS.key(), found.substring(0, Math.min(LONGEST, found.length())));
        }
        if (keys.contains(InvestigationFields.DEPARTMENTS.key()) && !named(complaintId)) {
            answers.put(InvestigationFields.DEPARTMENTS.key(), usual(complaintId));
        }
        return answers;
    }

    private boolean named(long complaintId) {
        return entries.of(complaintId).stream()
                .anyMatch(entry -> InvestigationFields.DEPARTMENTS.find(entry).isPresent());
    }

    /** Those that the table names for the kind of complaint. */
    private List<String> usual(long complaintId) {
        Complaint complaint = complaints.find(complaintId).orElseThrow();
        String profile = sites.find(complaint.site()).map(Site::profile).orElseThrow();
        return plan.of(complaint.category(), profile).stream()
                .map(Asked::department)
                .toList();
    }

    private String finding(Entry entry) {
        String id = InvestigationFields.DEPARTMENT.find(entry).orElse("");
        return sentences.say(
                "investigation.finding",
                groups.find(id).map(group -> group.name(language)).orElse(id),
                InvestigationFields.CAUSE.in(entry),
                InvestigationFields.PROPOSAL.find(entry).orElse(""));
    }
}
