package io.redress.web;

import io.redress.casefile.health.HealthRecords;
import io.redress.language.Sentences;
import io.redress.people.Groups;
import io.redress.people.Person;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which of our pages whoever acts may open: they stand in the header of each page, and of Tasklist, which asks here. */
@RestController
class PagesApi {

    private final Person person;
    private final HealthRecords health;
    private final Sentences sentences;

    PagesApi(Person person, HealthRecords health, Sentences sentences) {
        this.person = person;
        this.health = health;
        this.sentences = sentences;
    }

    /** @param name what the page is called, or what it is for */
    record Page(String address, String name) {}

    private record Known(String address, String sentences, boolean open) {}

    @GetMapping("/api/pages")
    ResponseEntity<List<Page>> pages() {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(open());
    }

    /** As they are titled; none for those who have not logged in. */
    List<Page> open() {
        return known().filter(Known::open)
                .map(page -> new Page(page.address(), sentences.say(page.sentences() + ".title")))
                .toList();
    }

    /** What each is for; all of them for those who have not logged in. */
    List<Page> ways() {
        return known().filter(page -> page.open() || !somebody())
                .map(page -> new Page(
                        page.address(), sentences.say("start." + page.address().substring(1))))
                .toList();
    }

    private boolean somebody() {
        return !person.login().equals(Person.NOBODY);
    }

    private Stream<Known> known() {
        return Stream.of(
                new Known("/cases", "cases", person.opensCases()),
                new Known("/declarations", "declarations", person.looksDeclarationsUp()),
                new Known("/payments", "payments", person.seesPayments()),
                new Known("/merchants", "merchants", person.knowsMerchants()),
                new Known("/policies", "policies", person.knowsPolicies()),
                new Known("/injuries", "injuries", somebody() && health.readsSome()),
                new Known("/own-cases", "owncases", person.in(Groups.MERCHANTS)));
    }
}
