package io.redress.process.addition;

import io.redress.casefile.CaseNews;
import io.redress.casefile.complaint.Complaint;
import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.entry.Entries;
import io.redress.casefile.entry.Entry;
import io.redress.casefile.part.Parts;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What has happened to a case since it was taken in, and how its processes hear of it. */
@Service
class News {

    static final String WITHDRAWN = "withdrawn";

    private static final Map<String, String> MESSAGES =
            Map.of("legal-or-media", AdditionProcess.LEGAL_OR_MEDIA_DECLARED);

    private final Map<String, String> messages;
    private final List<CaseNews> ofSomeCases;
    private final Complaints complaints;
    private final Entries entries;
    private final Parts parts;
    private final Clock clock;

    News(List<CaseNews> ofSomeCases, Complaints complaints, Entries entries, Parts parts, Clock clock) {
        this.messages = new HashMap<>(MESSAGES);
        ofSomeCases.forEach(news -> messages.putAll(news.messages()));
        this.ofSomeCases = ofSomeCases;
        this.complaints = complaints;
        this.entries = entries;
        this.parts = parts;
        this.clock = clock;
    }

    /** @throws io.redress.casefile.RefusedCase when the case does not wait for it */
    void check(String added, Entry said) {
        ofSomeCases.stream().filter(news -> concerns(news, added)).forEach(news -> news.check(added, said));
    }

    private static boolean concerns(CaseNews news, String added) {
        return news.messages().containsKey(added) || news.taken().contains(added);
    }

    /**
     * Takes it up; until the transaction ends, the case neither ends nor stops listening. What was said of a case that was closed,
     * or withdrawn, since then stands in its file, and is nobody's business any more.
     *
     * @param added as the form has it
     * @param additionId the process instance that brings it
     * @return the message that the case is to hear; empty when there is none
     */
    @Transactional
    Optional<String> take(long id, String added, String additionId) {
        complaints.lock(Set.of(id));
        Complaint complaint = complaints.find(id).orElseThrow();
        if (complaint.closed() || added.equals(WITHDRAWN) && Complaint.WITHDRAWN.equals(complaint.ending())) {
            return Optional.empty();
        }
        if (added.equals(AdditionProcess.MORE_EVIDENCE)) {
            parts.begin(id, added, additionId, Map.of(AdditionProcess.ADDITION_ID.name(), additionId), clock.instant());
            return Optional.empty();
        }
        List<CaseNews> concerned =
                ofSomeCases.stream().filter(news -> concerns(news, added)).toList();
        if (!concerned.isEmpty()) {
            Entry said = Additions.own(entries.of(id), additionId);
            concerned.forEach(news -> news.heard(id, added, said, clock.instant()));
        }
        return Optional.ofNullable(messages.get(added));
    }

    /** Whether the customer's part is over, or about to be: nobody need listen. Else it is just being registered. */
    boolean nobodyNeedHear(long id) {
        return complaints.find(id).orElseThrow().ending() != null;
    }
}
