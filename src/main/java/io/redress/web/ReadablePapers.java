package io.redress.web;

import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.handover.CaseTasks;
import io.redress.casefile.health.HealthRecords;
import io.redress.casefile.paper.Paper;
import io.redress.casefile.paper.PaperKind;
import io.redress.casefile.paper.Papers;
import io.redress.people.Group;
import io.redress.people.Groups;
import io.redress.people.Person;
import org.springframework.stereotype.Component;

/**
 * Which papers of a case whoever asks may read. What says how somebody is, is for those who may read that, and nobody else. One with the number of somebody's document is for those who need such numbers; and
 * for the group that holds a copy and has it signed, as long as it has a task of that very case. A merchant reads those of which it keeps a copy.
 */
@Component
class ReadablePapers {

    private final Papers papers;
    private final Complaints complaints;
    private final CaseTasks tasks;
    private final MerchantsShare merchants;
    private final HealthRecords health;
    private final Groups groups;
    private final Person person;

    ReadablePapers(
            Papers papers,
            Complaints complaints,
            CaseTasks tasks,
            MerchantsShare merchants,
            HealthRecords health,
            Groups groups,
            Person person) {
        this.papers = papers;
        this.complaints = complaints;
        this.tasks = tasks;
        this.merchants = merchants;
        this.health = health;
        this.groups = groups;
        this.person = person;
    }

    boolean includes(Paper paper) {
        if (paper.health()) {
            return health.mayRead(paper.complaintId());
        }
        return person.ofMerchant() ? merchants.holds(paper) : may(paper.complaintId(), paper.kind(), paper.identity());
    }

    boolean includes(long complaintId, PaperKind kind) {
        if (kind.health()) {
            return health.mayRead(complaintId);
        }
        return !person.ofMerchant() && may(complaintId, kind.name(), kind.identity());
    }

    private boolean may(long complaintId, String kind, boolean identity) {
        if (PaperKind.namesDocument(kind)) {
            return person.seesDocumentNumbers() || holds(complaintId, kind);
        }
        return !identity || person.seesIdentity();
    }

    /** A head takes over from the group, with what is on its desk. */
    private boolean holds(long complaintId, String kind) {
        return papers.holders(complaintId, kind).stream()
                        .anyMatch(holder -> person.in(holder)
                                || groups.find(holder)
                                        .flatMap(Group::head)
                                        .filter(person::in)
                                        .isPresent())
                && complaints
                        .find(complaintId)
                        .filter(complaint -> !tasks.readable(complaint.number()).isEmpty())
                        .isPresent();
    }
}
