package io.redress.web;

import io.redress.casefile.complaint.Complaint;
import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.complaint.CoreField;
import io.redress.casefile.measure.Measure;
import io.redress.casefile.measure.Measures;
import io.redress.casefile.paper.Paper;
import io.redress.casefile.paper.Papers;
import io.redress.casefile.reading.ValueFormatter;
import io.redress.casefile.repayment.Repayment;
import io.redress.casefile.repayment.Repayments;
import io.redress.casefile.settlement.Payer;
import io.redress.casefile.settlement.Responsibilities;
import io.redress.casefile.settlement.Settlement;
import io.redress.casefile.settlement.Settlements;
import io.redress.language.Sentences;
import io.redress.merchant.Merchant;
import io.redress.people.Person;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The complaints in which a merchant is concerned, for those who log in for it: how each stands, and its copies of the papers. */
@Controller
class OwnCasesPage {

    private final Responsibilities responsibilities;
    private final Settlements settlements;
    private final MerchantsShare share;
    private final Complaints complaints;
    private final Measures measures;
    private final Repayments repayments;
    private final Papers papers;
    private final Person person;
    private final Frame frame;
    private final ValueFormatter words;
    private final Sentences sentences;

    OwnCasesPage(
            Responsibilities responsibilities,
            Settlements settlements,
            MerchantsShare share,
            Complaints complaints,
            Measures measures,
            Repayments repayments,
            Papers papers,
            Person person,
            Frame frame,
            ValueFormatter words,
            Sentences sentences) {
        this.responsibilities = responsibilities;
        this.settlements = settlements;
        this.share = share;
        this.complaints = complaints;
        this.measures = measures;
        this.repayments = repayments;
        this.papers = papers;
        this.person = person;
        this.frame = frame;
        this.words = words;
        this.sentences = sentences;
    }

    @GetMapping("/own-cases")
    String show(Model model, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        model.addAllAttributes(frame.around(sentences.say("owncases.title")));
        model.addAttribute("what", sentences.say("owncases.what"));
        model.addAttribute("none", sentences.say("owncases.none"));
        model.addAttribute(
                "head",
                List.of("case", "received", "product", "amount", "state", "papers").stream()
                        .map(column -> sentences.say("owncases." + column))
                        .toList());
        model.addAttribute(
                "rows",
                responsibilities.ofMerchants(own()).stream()
                        .map(id -> row(complaints.find(id).orElseThrow()))
                        .toList());
        return "own-cases";
    }

    /** The merchants for whom whoever asks logs in. */
    private Set<String> own() {
        return person.groups().stream()
                .map(Merchant::ofGroup)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }

    private Map<String, Object> row(Complaint complaint) {
        Optional<Settlement> own = settlements.of(complaint.id()).stream()
                .filter(one -> one.payer() == Payer.MERCHANT)
                .filter(one -> own().contains(one.merchant()))
                .reduce((earlier, later) -> later);
        return Map.of(
                "number", complaint.number(),
                "received", words.of(complaint.receivedAt()),
                "product", Objects.toString(complaints.core(complaint.id()).get(CoreField.PRODUCT.key()), ""),
                "amount", own.map(one -> Sentences.sum(one.amount())).orElse(""),
                "state",
                        Stream.concat(
                                        Stream.of(sentences.say("owncases.state-"
                                                + own.map(this::state).orElse("open"))),
                                        own.stream().flatMap(this::back))
                                .toList(),
                "papers",
                        papers.of(complaint.id()).stream()
                                .filter(share::holds)
                                .map(this::paper)
                                .toList());
    }

    private String state(Settlement settlement) {
        Measure.State state = measures.of(settlement.complaintId()).stream()
                .filter(measure -> measure.id() == settlement.measureId())
                .map(Measure::state)
                .findFirst()
                .orElseThrow();
        return switch (state) {
            case DONE -> "paid";
            case DROPPED -> "dropped";
            default -> "agreed";
        };
    }

    /** What of an advance comes back, and why not all of it. */
    private Stream<String> back(Settlement advance) {
        return repayments.of(advance.complaintId()).stream()
                .filter(owed -> advance.measureId().equals(owed.measureId()))
                .flatMap(this::back);
    }

    private Stream<String> back(Repayment owed) {
        if (owed.amount() == null) {
            return Stream.of(sentences.say("owncases.back-waiting"));
        }
        Repayments.Less less = repayments.less(owed);
        List<String> lines = new ArrayList<>();
        if (owed.paidAt() != null) {
            lines.add(sentences.say("owncases.back-paid", owed.amount(), words.of(owed.paidAt())));
        } else if (owed.waitedFor()) {
            lines.add(sentences.say("owncases.back-due", owed.amount()));
        }
        if (less.borne().signum() > 0) {
            lines.add(sentences.say("owncases.bears", less.borne(), less.reason()));
        }
        if (less.straight().signum() > 0) {
            lines.add(sentences.say("owncases.straight", less.straight()));
        }
        return lines.stream();
    }

    private Map<String, Object> paper(Paper paper) {
        return Map.of("name", papers.name(paper.kind()), "id", paper.id());
    }
}
