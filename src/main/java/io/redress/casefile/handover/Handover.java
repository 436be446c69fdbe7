package io.redress.casefile.handover;

import io.redress.casefile.CaseFile;
import io.redress.casefile.RefusedCase;
import io.redress.casefile.complaint.Complaint;
import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.handover.CaseTasks.OpenTask;
import io.redress.language.Sentences;
import io.redress.people.Members;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A case passes from one person to another: its open tasks, as far as the other may do them. */
@Service
public class Handover {

    private final CaseTasks tasks;
    private final Members members;
    private final Complaints complaints;
    private final CaseFile caseFile;
    private final Sentences sentences;

    Handover(CaseTasks tasks, Members members, Complaints complaints, CaseFile caseFile, Sentences sentences) {
        this.tasks = tasks;
        this.members = members;
        this.complaints = complaints;
        this.caseFile = caseFile;
        this.sentences = sentences;
    }

    /**
     * Gives each open task of the case that the person may do to that person. Done again, there is nothing left to give.
     *
     * @param person a login
     * @param by the login of whoever decided it
     * @return the names of the tasks handed over; empty when there was none for that person
     * @throws RefusedCase when there is no such person
     */
    @Transactional
    public List<String> to(long complaintId, String person, String by, Instant now) {
        List<OpenTask> handed = forPerson(complaintId, person);
        handed.forEach(task -> tasks.assign(task, person));
        List<String> names = handed.stream().map(OpenTask::name).toList();
        if (!handed.isEmpty()) {
            List<String> from =
                    handed.stream().flatMap(Handover::holders).distinct().toList();
            caseFile.note(
                    complaintId,
                    HandoverNotes.HANDED_OVER,
                    Map.of(
                            HandoverNotes.FROM,
                            from,
                            HandoverNotes.TO,
                            person,
                            HandoverNotes.BY,
                            by,
                            HandoverNotes.TASKS,
                            names),
                    now);
        }
        return names;
    }

    /**
     * Whether the case has an open task that could be given to the person now.
     *
     * @throws RefusedCase when there is no such person
     */
    public boolean possible(long complaintId, String person) {
        return !forPerson(complaintId, person).isEmpty();
    }

    private List<OpenTask> forPerson(long complaintId, String person) {
        if (!members.known(person)) {
            throw new RefusedCase(sentences.say("handover.unknown-person", person));
        }
        String number = complaints.find(complaintId).map(Complaint::number).orElseThrow();
        return tasks.open(number).stream()
                .filter(task -> !person.equals(task.holder()) && mayDo(person, task))
                .toList();
    }

    private boolean mayDo(String person, OpenTask task) {
        return task.groups().stream().anyMatch(group -> members.of(group).contains(person));
    }

    /** Whoever had it: a login, or the groups that were to take it. */
    private static Stream<String> holders(OpenTask task) {
        return task.holder() == null ? task.groups().stream().sorted() : Stream.of(task.holder());
    }
}
