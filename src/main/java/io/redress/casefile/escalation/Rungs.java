package io.redress.casefile.escalation;

import io.redress.calendar.DeadlineUnit;
import io.redress.calendar.Target;
import io.redress.casefile.complaint.Complaint;
import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.deadline.EscalationLadder;
import io.redress.site.Site;
import io.redress.site.Sites;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Who stands on the ladder of a case, level by level, and never nobody (processes §14). */
@Component
class Rungs {

    static final String TOP = "senior-management";
    static final String OVERDUE = "overdue";

    /** How long a group is waited for that no ladder names: as long as for any task. */
    private static final Target WORKING_DAY = new Target(1, DeadlineUnit.WORKING_DAYS);

    private final EscalationLadder ladder;
    private final CasePeople people;
    private final Complaints complaints;
    private final Sites sites;

    Rungs(EscalationLadder ladder, CasePeople people, Complaints complaints, Sites sites) {
        this.ladder = ladder;
        this.people = people;
        this.complaints = complaints;
        this.sites = sites;
    }

    /**
     * @param time how long it is waited for
     * @param alsoTold the groups that are told beside it
     * @param empty the groups that should be on it or be told and have nobody in them
     */
    record Rung(String group, Target time, List<String> alsoTold, List<String> empty) {

        /** The rung itself first. */
        List<String> everybody() {
            List<String> all = new ArrayList<>(List.of(group));
            all.addAll(alsoTold);
            return all;
        }
    }

    /** The groups that have the case: those whose tasks it waits for, else the one that owns it. */
    List<String> owners(long complaintId) {
        List<String> groups = people.groups(complaintId);
        return groups.isEmpty() ? List.of(complaints.ownerGroup(complaintId)) : groups;
    }

    /** The rung above whoever has the case. */
    Rung aboveOwner(Complaint complaint, String reason) {
        return above(complaint, owners(complaint.id()).get(0), reason);
    }

    /** The rung above a group, for that reason. */
    Rung above(Complaint complaint, String group, String reason) {
        EscalationLadder.Rung next = ladder.next(profile(complaint), group, reason);
        return peopled(complaint, next.group(), next.due(), next.alsoTold());
    }

    /** That group, with others told beside it. */
    Rung of(Complaint complaint, String group, List<String> alsoTold) {
        return peopled(complaint, group, WORKING_DAY, alsoTold);
    }

    /** Whether nobody stands above the group. */
    boolean highest(Complaint complaint, String group) {
        return ladder.next(profile(complaint), group, OVERDUE).group().equals(group);
    }

    /** The group, or the next up the ladder that has somebody in it; the top is asked in any case. */
    private Rung peopled(Complaint complaint, String first, Target time, List<String> alsoTold) {
        String group = first;
        Target given = time;
        Set<String> empty = new LinkedHashSet<>();
        while (!people.peopled(group) && empty.add(group)) {
            EscalationLadder.Rung next = ladder.next(profile(complaint), group, OVERDUE);
            group = next.group();
            given = next.due();
        }
        List<String> told = alsoTold.stream().filter(people::peopled).toList();
        alsoTold.stream().filter(beside -> !told.contains(beside)).forEach(empty::add);
        return new Rung(group, given, told, List.copyOf(empty));
    }

    private String profile(Complaint complaint) {
        return sites.find(complaint.site()).map(Site::profile).orElseThrow();
    }
}
