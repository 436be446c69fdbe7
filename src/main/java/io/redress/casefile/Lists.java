package io.redress.casefile;

import io.redress.language.Language;
import io.redress.people.Colleague;
import io.redress.people.Group;
import io.redress.people.Groups;
import io.redress.people.Members;
import io.redress.site.Sites;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** The lists that forms choose from ({@code valuesKey}) and that are no one's to type: sites, departments and people. */
@Component
class Lists {

    private static final String SALES_CONSULTANTS = "sales-consultant";

    private final Sites sites;
    private final Groups groups;
    private final Members members;
    private final Language language;

    Lists(Sites sites, Groups groups, Members members, Language language) {
        this.sites = sites;
        this.groups = groups;
        this.members = members;
        this.language = language;
    }

    /** Each list as options of label and value, in the language of the installation. */
    Map<String, Object> answer(Collection<String> keys) {
        Map<String, Object> answers = new LinkedHashMap<>();
        if (keys.contains("sites")) {
            answers.put(
                    "sites",
                    sites.all().stream()
                            .map(site -> Map.of("label", site.name(language), "value", site.id()))
                            .toList());
        }
        if (keys.contains("departmentList")) {
            answers.put(
                    "departmentList",
                    groups.all().stream()
                            .filter(group -> group.kind() == Group.Kind.WORKING)
                            .map(group -> Map.of("label", group.name(language), "value", group.id()))
                            .toList());
        }
        if (keys.contains("people")) {
            answers.put("people", people(person -> true));
        }
        if (keys.contains("salesConsultants")) {
            Set<String> consultants = Set.copyOf(members.of(SALES_CONSULTANTS));
            answers.put("salesConsultants", people(person -> consultants.contains(person.login())));
        }
        return answers;
    }

    private List<Map<String, String>> people(Predicate<Colleague> which) {
        return members.colleagues().stream()
                .filter(which)
                .map(person -> Map.of("label", person.name() + " · " + person.login(), "value", person.login()))
                .toList();
    }
}
