package io.redress.web;

import io.redress.language.Sentences;
import io.redress.people.Group;
import io.redress.people.Groups;
import io.redress.people.PeopleProperties;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Where everybody begins: what this is, the ways on, and, while people are made up, who may log in as what. */
@Controller
class StartPage {

    /** Those with whom the five steps of the README are tried. */
    private static final List<String> FIRST =
            List.of("customer-service", "customer-service-supervisor", "quality-inspection", "finance");

    private final Frame frame;
    private final Groups groups;
    private final PeopleProperties people;
    private final Sentences sentences;

    StartPage(Frame frame, Groups groups, PeopleProperties people, Sentences sentences) {
        this.frame = frame;
        this.groups = groups;
        this.people = people;
        this.sentences = sentences;
    }

    @GetMapping("/")
    String start(Model model) {
        model.addAllAttributes(frame.around(sentences.say("start.title")));
        for (String word : List.of(
                "what",
                "tasklist",
                "cockpit",
                "admin",
                "cases",
                "declarations",
                "payments",
                "merchants",
                "policies",
                "own-cases",
                "calculator",
                "modeler",
                "people",
                "time",
                "demo-time",
                "password",
                "login",
                "who",
                "does",
                "does-demo",
                "does-process-owner",
                "does-admin",
                "everybody")) {
            model.addAttribute("start-" + word, sentences.say("start." + word));
        }
        model.addAttribute(
                "engine",
                ServletUriComponentsBuilder.fromCurrentContextPath()
                        .path("/engine-rest")
                        .toUriString());
        if (people.demo()) {
            model.addAttribute(
                    "demo", Map.of("first", rows(group -> FIRST.contains(group.id())), "others", rows(this::rarely)));
        }
        return "start";
    }

    private boolean rarely(Group group) {
        return group.kind() == Group.Kind.WORKING && !FIRST.contains(group.id());
    }

    private List<Map<String, String>> rows(Predicate<Group> which) {
        return groups.all().stream()
                .filter(which)
                .filter(group -> group.demoPerson().isPresent())
                .map(group -> Map.of(
                        "login",
                        group.id(),
                        "who",
                        sentences.say(
                                "start.person", group.demoPerson().orElseThrow(), group.name(sentences.language())),
                        "does",
                        FIRST.contains(group.id()) ? sentences.say("start.does-" + group.id()) : ""))
                .toList();
    }
}
