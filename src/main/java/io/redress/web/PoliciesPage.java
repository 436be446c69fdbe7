package io.redress.web;

import io.redress.casefile.insurance.InsurancePolicies;
import io.redress.casefile.insurance.InsurancePolicy;
import io.redress.casefile.reading.ValueFormatter;
import io.redress.language.InvalidTable;
import io.redress.language.Sentences;
import io.redress.people.Person;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** The register of insurance policies: read by those who decide on claims or deal with insurers, imported by administrators. */
@Controller
class PoliciesPage {

    private static final String REGISTER = "policies";

    private final InsurancePolicies policies;
    private final RegisterTable table;
    private final Person person;
    private final Frame frame;
    private final ValueFormatter words;
    private final Sentences sentences;
    private final Clock clock;

    PoliciesPage(
            InsurancePolicies policies,
            RegisterTable table,
            Person person,
            Frame frame,
            ValueFormatter words,
            Sentences sentences,
            Clock clock) {
        this.policies = policies;
        this.table = table;
        this.person = person;
        this.frame = frame;
        this.words = words;
        this.sentences = sentences;
        this.clock = clock;
    }

    @GetMapping("/policies")
    String show(Model model, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        model.addAllAttributes(frame.around(sentences.say("policies.title")));
        model.addAttribute("what", sentences.say("policies.what"));
        model.addAttribute("none", sentences.say("policies.none"));
        model.addAttribute(
                "head",
                Stream.of("insurer", "number", "site", "covers", "days", "limits", "contact", "state")
                        .map(column -> sentences.say("policies.column-" + column))
                        .toList());
        LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        model.addAttribute(
                "rows",
                policies.all().stream()
                        .map(policy -> Map.of("cells", cells(policy, today)))
                        .toList());
        if (person.administers()) {
            model.addAttribute(
                    "import", table.importing(REGISTER, InsurancePolicies.columns(), InsurancePolicies.kinds()));
        }
        return REGISTER;
    }

    @GetMapping("/api/policies")
    ResponseEntity<byte[]> exported() {
        return table.exported(REGISTER, policies.exportTable());
    }

    @PutMapping("/api/policies")
    @ResponseBody
    Map<String, String> imported(HttpServletRequest request) throws IOException {
        int named = policies.importTable(table.file(request), person.login(), clock.instant());
        return Map.of("message", sentences.say("policies.imported", named));
    }

    @ExceptionHandler({InvalidTable.class, RefusedQuestion.class})
    ResponseEntity<Map<String, String>> refused(RuntimeException e) {
        return RegisterTable.refused(e);
    }

    private List<String> cells(InsurancePolicy policy, LocalDate today) {
        DateTimeFormatter day = sentences.language().day();
        return List.of(
                policy.insurer(),
                lines(policy.name(), policy.number()),
                policy.site() == null ? sentences.say("policies.all-sites") : words.site(policy.site()),
                policy.covers().stream()
                        .map(kind -> sentences.say("policies.kind-" + kind.text()))
                        .collect(Collectors.joining("\n")),
                sentences.say("policies.days", day.format(policy.from()), day.format(policy.to())),
                lines(
                        sentences.say("policies.excess", policy.excess()),
                        sentences.say("policies.case-limit", policy.caseLimit())),
                lines(policy.contact(), policy.phone(), policy.email()),
                sentences.say("policies." + state(policy, today)));
    }

    private static String state(InsurancePolicy policy, LocalDate today) {
        if (!policy.active()) {
            return "inactive";
        }
        return policy.holds(today) ? "holds" : today.isBefore(policy.from()) ? "later" : "over";
    }

    private static String lines(String... words) {
        return Stream.of(words).filter(Objects::nonNull).collect(Collectors.joining("\n"));
    }
}
