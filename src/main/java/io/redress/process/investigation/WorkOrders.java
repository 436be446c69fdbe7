package io.redress.process.investigation;

import io.redress.casefile.CaseFile;
import io.redress.casefile.escalation.Escalation;
import io.redress.casefile.paper.PaperKind;
import io.redress.casefile.paper.PaperSubjects;
import io.redress.casefile.paper.Papers;
import io.redress.people.Group;
import io.redress.people.Groups;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;

/** What departments are asked about a complaint, and who decides when one says that it isn't theirs. */
@Service
public class WorkOrders {

    private final CaseFile caseFile;
    private final Escalation escalation;
    private final Groups groups;
    private final Papers papers;

    WorkOrders(CaseFile caseFile, Escalation escalation, Groups groups, Papers papers) {
        this.caseFile = caseFile;
        this.escalation = escalation;
        this.groups = groups;
        this.papers = papers;
    }

    /**
     * Whom the work orders go to.
     *
     * @param empty the departments that were named and have nobody in them; their ladder's next level is asked instead
     * @param unprinted why a work order could not be printed, of each that could not
     */
    public record Asked(List<String> departments, List<String> empty, List<String> unprinted) {}

    /** Opens and prints a work order for each of the departments that were named when the investigation was started. */
    public Asked open(long complaintId) {
        List<?> named = InvestigationFields.DEPARTMENTS
                .find(caseFile.answers(complaintId, Map.of(), Set.of(InvestigationFields.DEPARTMENTS.key())))
                .orElseThrow();
        Set<String> asked = new LinkedHashSet<>();
        Set<String> empty = new LinkedHashSet<>();
        for (Object department : named) {
            Escalation.Outcome somebody = escalation.somebody(complaintId, (String) department);
            asked.add(somebody.level());
            empty.addAll(somebody.emptyLevels());
        }
        List<String> unprinted = asked.stream()
                .flatMap(department ->
                        papers
                                .printInCourse(complaintId, PaperKind.WORK_ORDER, PaperSubjects.inquiry(department))
                                .stream())
                .distinct()
                .toList();
        return new Asked(new ArrayList<>(asked), List.copyOf(empty), unprinted);
    }

    /**
     * Who decides on a work order that was sent back: whose case it is at first, then the head of the department.
     *
     * @param times how often it was sent back by now, from 1
     */
    public Escalation.Outcome decider(long complaintId, String department, String owner, long times) {
        String decides = times == 1
                ? owner
                : groups.find(department).flatMap(Group::head).orElse(owner);
        return escalation.somebody(complaintId, decides);
    }
}
