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

/** Who stands on the ladder of a case, level by level, and never nobody. */
@Component
class EscalationLevels {

    static final String TOP = "senior-management";
    static final String OVERDUE = "overdue";

    /** How long a group is waited for that no ladder names: as long as for any task. */
    private static final Target WORKING_DAY = new Target(1, DeadlineUnit.WORKING_DAYS);

    private final EscalationLadder ladder;
    private final CasePeople people;
    private final Complaints complaints;
    private final Sites sites;

    EscalationLevels(EscalationLadder ladder, CasePeople people, Complaints complaints, Sites sites) {
        this.ladder = ladder;
        this.people = people;
        this.complaints = complaints;
        this.sites = sites;
    }

    /**
     * @param time how long it is waited for
     * @param alsoNotified the groups that are told beside it
     * @param empty the groups that should be on it or be told and have nobody in them
     */
    record Level(String group, Target time, List<String> alsoNotified, List<String> empty) {

        /** The level itself first. */
        List<String> everybody() {
            List<String> all = new ArrayList<>(List.of(group));
            all.addAll(alsoNotified);
            return all;
        }
    }

    /** The groups that have the case: those whose tasks it waits for, else the one that owns it. */
    List<String> owners(long complaintId) {
        List<String> groups = people.groups(complaintId);
        return groups.isEmpty() ? List.of(complaints.ownerGroup(complaintId)) : groups;
    }

    /** The level above whoever has the case. */
    Level aboveOwner(Complaint complaint, String reason) {
        return above(complaint, owners(complaint.id()).get(0), reason);
    }

    /** The level above a group, for that reason. */
    Level above(Complaint complaint, String group, String reason) {
        EscalationLadder.Level next = ladder.next(profile(complaint), group, reason);
        return peopled(complaint, next.group(), next.due(), next.alsoNotified());
    }

    /** That group, with others told beside it. */
    Level of(Complaint complaint, String group, List<String> alsoNotified) {
        return peopled(complaint, group, WORKING_DAY, alsoNotified);
    }

    /** Whether nobody stands above the group. */
    boolean highest(Complaint complaint, String group) {
        return ladder.next(profile(complaint), group, OVERDUE).group().equals(group);
    }

    /** The group, or the next up the ladder that has somebody in it; the top is asked in any case. */
    private Level peopled(Complaint complaint, String first, Target time, List<String> alsoNotified) {
        String group = first;
        Target given = time;
        Set<String> empty = new LinkedHashSet<>();
        while (!people.peopled(group) && empty.add(group)) {
            EscalationLadder.Level next = ladder.next(profile(complaint), group, OVERDUE);
            group = next.group();
            given = next.due();
        }
        List<String> told = alsoNotified.stream().filter(people::peopled).toList();
        alsoNotified.stream().filter(beside -> !told.contains(beside)).forEach(empty::add);
        return new Level(group, given, told, List.copyOf(empty));
    }

    private String profile(Complaint complaint) {
        return sites.find(complaint.site()).map(Site::profile).orElseThrow();
    }
}
