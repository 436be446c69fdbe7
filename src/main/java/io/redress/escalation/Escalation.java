package io.redress.escalation;

import io.redress.casefile.CaseFile;
import io.redress.clock.Clocks;
import io.redress.clock.EscalationLadder;
import io.redress.clock.Fired;
import io.redress.clock.Policy;
import io.redress.clock.Stage;
import io.redress.complaint.Complaint;
import io.redress.complaint.Complaints;
import io.redress.language.Sentences;
import io.redress.site.Site;
import io.redress.site.Sites;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells whoever must know when a deadline is at risk or over: level by level, and never nobody (processes §14). */
@Service
public class Escalation {

    private static final String LAST_RUNG = "senior-management";
    private static final String OVERDUE = "overdue";

    private final Clocks clocks;
    private final EscalationLadder ladder;
    private final CasePeople people;
    private final Complaints complaints;
    private final Sites sites;
    private final CaseFile caseFile;
    private final Sentences sentences;

    Escalation(
            Clocks clocks,
            EscalationLadder ladder,
            CasePeople people,
            Complaints complaints,
            Sites sites,
            CaseFile caseFile,
            Sentences sentences) {
        this.clocks = clocks;
        this.ladder = ladder;
        this.people = people;
        this.complaints = complaints;
        this.sites = sites;
        this.caseFile = caseFile;
        this.sentences = sentences;
    }

    /**
     * What came of it.
     *
     * @param rung the group that must act; null when there was no breach, or nobody is to be told of it
     * @param emptyRungs the groups that should have been told and have nobody in them
     */
    public record Outcome(String rung, List<String> emptyRungs) {}

    /** Records what time has done to the clocks of this kind and tells who must know; asked again, there is nothing. */
    @Transactional
    public Outcome deadlineReached(long complaintId, String kind, Instant now) {
        String rung = null;
        Set<String> empty = new LinkedHashSet<>();
        for (Fired fired : clocks.fire(complaintId, kind, now)) {
            List<String> told =
                    fired.stage() == Stage.DUE ? toldOfBreach(complaintId, fired, empty) : people.owners(complaintId);
            if (fired.stage() == Stage.DUE && !told.isEmpty()) {
                rung = told.get(0);
            }
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("clock", fired.clock().name());
            facts.put("stage", fired.stage().name());
            facts.put("dueAt", String.valueOf(fired.clock().dueAt()));
            facts.put("told", told);
            caseFile.note(complaintId, "deadline", facts, now);
        }
        return new Outcome(rung, List.copyOf(empty));
    }

    /** The group, or the next one up its ladder that has somebody in it, and those passed over on the way. */
    public Outcome somebody(long complaintId, String group) {
        Set<String> empty = new LinkedHashSet<>();
        return new Outcome(peopled(profile(complaintId), group, empty), List.copyOf(empty));
    }

    /** Tells the last rung, whatever time has done. */
    @Transactional
    public Outcome toTheTop(long complaintId, String reason, Instant now) {
        caseFile.note(complaintId, "escalation", Map.of("reason", reason, "told", List.of(LAST_RUNG)), now);
        return new Outcome(LAST_RUNG, people.peopled(LAST_RUNG) ? List.of() : List.of(LAST_RUNG));
    }

    /** What an admin reads of a group that should have been told and has nobody in it. */
    public String emptyRung(String group) {
        return sentences.say("escalation.empty-rung", group);
    }

    /** The rung first, then the groups that are told beside it; nobody when the policy only records a breach. */
    private List<String> toldOfBreach(long complaintId, Fired fired, Set<String> empty) {
        String policy = fired.clock().escalateTo();
        if (policy == null) {
            return List.of();
        }
        String profile = profile(complaintId);
        if (policy.equals(Policy.LADDER)) {
            return people.groups(complaintId).stream()
                    .findFirst()
                    .map(owner -> climbed(profile, ladder.next(profile, owner, OVERDUE), empty))
                    .orElse(List.of(LAST_RUNG));
        }
        List<String> groups = List.of(policy.split(","));
        List<String> told = new ArrayList<>(List.of(peopled(profile, groups.get(0), empty)));
        told.addAll(groups.subList(1, groups.size()));
        return told;
    }

    private List<String> climbed(String profile, EscalationLadder.Rung rung, Set<String> empty) {
        List<String> told = new ArrayList<>(List.of(peopled(profile, rung.group(), empty)));
        told.addAll(rung.alsoTold());
        return told;
    }

    /** The group, or the next up the ladder that has somebody in it; the last rung is told in any case. */
    private String peopled(String profile, String first, Set<String> empty) {
        String group = first;
        Set<String> seen = new LinkedHashSet<>();
        while (!people.peopled(group) && seen.add(group)) {
            empty.add(group);
            group = ladder.next(profile, group, OVERDUE).group();
        }
        return group;
    }

    private String profile(long complaintId) {
        Complaint complaint = complaints.find(complaintId).orElseThrow();
        return sites.find(complaint.site()).map(Site::profile).orElseThrow();
    }
}
