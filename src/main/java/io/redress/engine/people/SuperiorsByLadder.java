package io.redress.engine.people;

import io.redress.casefile.deadline.EscalationLadder;
import io.redress.people.Group;
import io.redress.people.Groups;
import io.redress.site.Site;
import io.redress.site.Sites;
import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/** As the escalation ladder has it for the site's kind of business: the next two levels, supervisor and manager (o). */
@Component
class SuperiorsByLadder implements Superiors {

    private static final int LEVELS = 2;
    private static final String OVERDUE = "overdue";

    private final Sites sites;
    private final Groups groups;
    private final EscalationLadder ladder;

    SuperiorsByLadder(Sites sites, Groups groups, EscalationLadder ladder) {
        this.sites = sites;
        this.groups = groups;
        this.ladder = ladder;
    }

    @Override
    public Set<String> of(String site, String group) {
        return sites.find(site)
                .map(Site::profile)
                .map(profile -> above(profile, group))
                .orElseGet(Set::of);
    }

    private Set<String> above(String profile, String group) {
        Set<String> above = new LinkedHashSet<>();
        String level = groups.like(group).map(Group::id).orElse(group);
        for (int climbed = 0; climbed < LEVELS; climbed++) {
            level = ladder.next(profile, level, OVERDUE).group();
            above.add(level);
        }
        above.remove(group);
        return above;
    }
}
