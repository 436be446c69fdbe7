package io.redress.web;

import io.redress.casefile.reading.ValueFormatter;
import io.redress.language.InvalidTable;
import io.redress.language.Sentences;
import io.redress.merchant.BankAccount;
import io.redress.merchant.Merchant;
import io.redress.merchant.Merchants;
import io.redress.people.Person;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** The register of merchants: read by those who deal with them, imported by administrators, who give logins their rights. */
@Controller
class MerchantsPage {

    private final Merchants merchants;
    private final RegisterTable table;
    private final Person person;
    private final Frame frame;
    private final ValueFormatter words;
    private final Sentences sentences;
    private final Clock clock;

    MerchantsPage(
            Merchants merchants,
            RegisterTable table,
            Person person,
            Frame frame,
            ValueFormatter words,
            Sentences sentences,
            Clock clock) {
        this.merchants = merchants;
        this.table = table;
        this.person = person;
        this.frame = frame;
        this.words = words;
        this.sentences = sentences;
        this.clock = clock;
    }

    @GetMapping("/merchants")
    String show(Model model, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        model.addAllAttributes(frame.around(sentences.say("merchants.title")));
        model.addAttribute("what", sentences.say("merchants.what"));
        model.addAttribute("none", sentences.say("merchants.none"));
        model.addAttribute(
                "head",
                List.of("id", "site", "name", "unit", "contact", "phone", "account", "deposit", "logins", "state")
                        .stream()
                        .map(column -> sentences.say("merchants.column-" + column))
                        .toList());
        model.addAttribute("rows", merchants.all().stream().map(this::row).toList());
        if (person.administers()) {
            model.addAttribute("import", table.importing("merchants", Merchants.columns()));
        }
        return "merchants";
    }

    @GetMapping("/api/merchants")
    ResponseEntity<byte[]> exported() {
        return table.exported("merchants", merchants.exportTable());
    }

    @PutMapping("/api/merchants")
    @ResponseBody
    Map<String, String> imported(HttpServletRequest request) throws IOException {
        int named = merchants.importTable(table.file(request), person.login(), clock.instant());
        return Map.of("message", sentences.say("merchants.imported", named));
    }

    @ExceptionHandler({InvalidTable.class, RefusedQuestion.class})
    ResponseEntity<Map<String, String>> refused(RuntimeException e) {
        return RegisterTable.refused(e);
    }

    private Map<String, Object> row(Merchant merchant) {
        Set<String> logins = merchants.logins(merchant);
        return Map.of(
                "id", merchant.id(),
                "site", words.site(merchant.site()),
                "name", merchant.name(),
                "unit", merchant.unit(),
                "contact", Objects.toString(merchant.contact(), ""),
                "phone", Objects.toString(merchant.phone(), ""),
                "account",
                        Optional.ofNullable(merchant.account())
                                .map(this::account)
                                .map(List::of)
                                .orElse(List.of()),
                "deposit", Sentences.sum(merchant.deposit()),
                "logins",
                        logins.isEmpty()
                                ? sentences.say("merchants.no-login")
                                : logins.stream().sorted().collect(Collectors.joining(", ")),
                "state", sentences.say(merchant.active() ? "merchants.active" : "merchants.left"));
    }

    /** Its number whole for those who pay, masked for everybody else. */
    private Map<String, String> account(BankAccount account) {
        return Map.of("bank", account.bank(), "number", person.seesPayments() ? account.number() : account.masked());
    }
}
