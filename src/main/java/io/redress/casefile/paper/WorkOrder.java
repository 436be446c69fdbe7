package io.redress.casefile.paper;

import io.redress.casefile.complaint.CoreField;
import io.redress.casefile.deadline.CaseCalendar;
import io.redress.casefile.entry.FormField;
import io.redress.casefile.measure.Measure;
import io.redress.casefile.measure.Measures;
import io.redress.casefile.plan.Plans;
import io.redress.language.Sentences;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** 《客服工单》: what a department is asked to find out, or to do by an agreed measure. */
@Component
class WorkOrder implements PaperContent {

    private static final PaperKind KIND = new PaperKind(PaperKind.WORK_ORDER, "WO", false, false);

    @SuppressWarnings("rawtypes")
    private static final FormField<List> DEPARTMENTS = new FormField<>("departments", List.class);

    private static final FormField<String> ASKED = new FormField<>("workOrder", String.class);

    private final PaperFacts facts;
    private final Measures measures;
    private final CaseCalendar calendar;
    private final Sentences sentences;

    WorkOrder(PaperFacts facts, Measures measures, CaseCalendar calendar, Sentences sentences) {
        this.facts = facts;
        this.measures = measures;
        this.calendar = calendar;
        this.sentences = sentences;
    }

    @Override
    public PaperKind kind() {
        return KIND;
    }

    @Override
    public List<String> subjects(long complaintId) {
        Set<String> asked = new LinkedHashSet<>();
        facts.entries(complaintId)
                .forEach(entry -> DEPARTMENTS.find(entry).ifPresent(departments -> {
                    for (Object department : departments) {
                        asked.add(PaperSubjects.inquiry((String) department));
                    }
                }));
        List<String> subjects = new ArrayList<>(asked);
        ordered(complaintId).forEach(measure -> subjects.add(PaperSubjects.measure(measure.id())));
        return subjects;
    }

    /** The agreed measures that are no money: that is asked for by a paper of its own. */
    private List<Measure> ordered(long complaintId) {
        return measures.of(complaintId).stream()
                .filter(measure -> measure.state() == Measure.State.OPEN || measure.state() == Measure.State.DONE)
                .filter(measure -> !Plans.pays(measure))
                .toList();
    }

    @Override
    public Map<String, Object> facts(long complaintId, String subject) {
        Map<String, Object> said =
                facts.core(complaintId, CoreField.CATEGORY, CoreField.PRODUCT, CoreField.MODEL, CoreField.DESCRIPTION);
        said.put("department", facts.group(department(complaintId, subject)));
        if (subject.startsWith(PaperSubjects.MEASURE)) {
            Measure measure = measure(subject);
            said.put("asked", measure.planned().description());
            said.put("due", sentences.language().day().format(measure.planned().dueOn()));
        } else {
            said.put(
                    "asked",
                    facts.entries(complaintId).stream()
                            .flatMap(entry -> ASKED.find(entry).stream())
                            .reduce((earlier, later) -> later)
                            .orElse(""));
            said.put("due", due(complaintId));
        }
        return said;
    }

    /** When the task of a department is due that was asked then; its card appears as soon as it was. */
    private String due(long complaintId) {
        return facts.entries(complaintId).stream()
                .filter(entry -> DEPARTMENTS.find(entry).isPresent())
                .reduce((earlier, later) -> later)
                .flatMap(asked -> calendar.taskDue(complaintId, asked.submittedAt()))
                .map(facts::at)
                .orElse("");
    }

    @Override
    public String department(long complaintId, String subject) {
        return subject.startsWith(PaperSubjects.MEASURE)
                ? measure(subject).planned().department()
                : subject.substring(PaperSubjects.INQUIRY.length());
    }

    private Measure measure(String subject) {
        return measures.find(Long.parseLong(subject.substring(PaperSubjects.MEASURE.length())))
                .orElseThrow();
    }
}
