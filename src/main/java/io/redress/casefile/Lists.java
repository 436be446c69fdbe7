package io.redress.casefile;

import io.redress.language.Language;
import io.redress.language.Sentences;
import io.redress.merchant.Merchant;
import io.redress.merchant.Merchants;
import io.redress.people.Colleague;
import io.redress.people.Group;
import io.redress.people.Groups;
import io.redress.people.Members;
import io.redress.people.Person;
import io.redress.site.Sites;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The lists that forms choose from ({@code valuesKey}) and that are no one's to type: sites, departments, people and merchants. */
@Component
class Lists {

    private static final String SALES_CONSULTANTS = "sales-consultant";

    private final Sites sites;
    private final Groups groups;
    private final Members members;
    private final Merchants merchants;
    private final Person person;
    private final Sentences sentences;
    private final Language language;

    Lists(Sites sites, Groups groups, Members members, Merchants merchants, Person person, Sentences sentences) {
        this.sites = sites;
        this.groups = groups;
        this.members = members;
        this.merchants = merchants;
        this.person = person;
        this.sentences = sentences;
        this.language = sentences.language();
    }

    /** Each list as options of label and value, in the language of the installation; for nobody's eyes outside the house. */
    Map<String, Object> answer(Collection<String> keys) {
        if (person.ofMerchant()) {
            return Map.of();
        }
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
                            // All merchants at once are no department of the house: whoever is asked reads the case.
                            .filter(group -> !group.id().equals(Groups.MERCHANTS))
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
        if (keys.contains("merchants")) {
            answers.put("merchants", merchants());
        }
        return answers;
    }

    /** Those that are there, and a word for one that the register does not have. */
    private List<Map<String, String>> merchants() {
        return Stream.concat(
                        merchants.all().stream()
                                .filter(Merchant::active)
                                .map(merchant -> Map.of("label", merchant.line(), "value", merchant.id())),
                        Stream.of(Map.of("label", sentences.say("merchants.unlisted"), "value", Merchants.UNLISTED)))
                .toList();
    }

    private List<Map<String, String>> people(Predicate<Colleague> which) {
        return members.colleagues().stream()
                .filter(which)
                .map(person -> Map.of("label", person.name() + " · " + person.login(), "value", person.login()))
                .toList();
    }
}
