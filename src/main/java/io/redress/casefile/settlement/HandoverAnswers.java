package io.redress.casefile.settlement;

import io.redress.casefile.Answers;
import io.redress.casefile.entry.Entries;
import io.redress.casefile.entry.Entry;
import io.redress.casefile.entry.FormField;
import io.redress.casefile.paper.PaperSubjects;
import io.redress.casefile.paper.Papers;
import io.redress.casefile.plan.Plans;
import io.redress.language.Sentences;
import io.redress.people.Members;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the form by which papers are handed over to administration proposes: the list, and who hands them over. */
@Component
class HandoverAnswers implements Answers {

    private static final FormField<String> INSURED = new FormField<>("insuredLine", String.class);
    private static final FormField<String> LIST = new FormField<>("handoverList", String.class);
    private static final FormField<String> HANDED_BY = new FormField<>("handedOverBy", String.class);

    /** Hands over, also what a merchant has signed. */
    private static final String DESK = "customer-service";

    private static final Set<String> BEFORE =
            Set.of("userTask_handOverAgainstSignatures", "userTask_confirmTheAdvance", "userTask_fileTheCopies");

    private final Settlements settlements;
    private final InsuredSettlements insured;
    private final Papers papers;
    private final Entries entries;
    private final Members members;
    private final Sentences sentences;

    HandoverAnswers(
            Settlements settlements,
            InsuredSettlements insured,
            Papers papers,
            Entries entries,
            Members members,
            Sentences sentences) {
        this.settlements = settlements;
        this.insured = insured;
        this.papers = papers;
        this.entries = entries;
        this.members = members;
        this.sentences = sentences;
    }

    @Override
    public Map<String, Object> answer(long complaintId, Map<String, Object> step, Collection<String> keys) {
        Map<String, Object> answers = new HashMap<>();
        if (keys.contains(INSURED.key())) {
            settlements.agreed(complaintId).flatMap(insured::line).ifPresent(line -> answers.put(INSURED.key(), line));
        }
        if (keys.contains(LIST.key()) && step.get(Plans.MEASURE_ID) instanceof BigDecimal id) {
            settlements.of(complaintId).stream()
                    .filter(one -> one.measureId() == id.longValue())
                    .findFirst()
                    .ifPresent(one -> answers.put(LIST.key(), list(one)));
            Set<String> desk = members.of(DESK);
            entries.of(complaintId).stream()
                    .filter(entry -> BEFORE.contains(entry.step()))
                    .map(Entry::submittedBy)
                    .filter(desk::contains)
                    .reduce((earlier, later) -> later)
                    .ifPresent(who -> answers.put(HANDED_BY.key(), who));
        }
        return answers;
    }

    /** The signed papers by their numbers, and what the customer has brought. */
    private String list(Settlement settlement) {
        String subject = PaperSubjects.measure(settlement.measureId());
        Stream<String> signed = papers.of(settlement.complaintId()).stream()
                .filter(paper -> SignedPapers.KINDS.contains(paper.kind()) && subject.equals(paper.subject()))
                .map(paper -> sentences.say("paper.kind-" + paper.kind()) + " " + paper.number());
        return Stream.concat(signed, insured.papers(settlement).stream().flatMap(String::lines))
                .collect(Collectors.toCollection(LinkedHashSet::new))
                .stream()
                .collect(Collectors.joining("\n"));
    }
}
