package io.redress.casefile.paper;

import io.redress.casefile.complaint.Complaint;
import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.complaint.CoreField;
import io.redress.casefile.entry.Entries;
import io.redress.casefile.entry.Entry;
import io.redress.casefile.reading.EntryFormatter;
import io.redress.casefile.reading.ValueFormatter;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What papers say of a case, in words; what is not known is an empty text. */
@Component
public class PaperFacts {

    private final Complaints complaints;
    private final Entries entries;
    private final EntryFormatter entryWords;
    private final ValueFormatter words;

    PaperFacts(Complaints complaints, Entries entries, EntryFormatter entryWords, ValueFormatter words) {
        this.complaints = complaints;
        this.entries = entries;
        this.entryWords = entryWords;
        this.words = words;
    }

    /** What was registered and corrected since, by the key of the field. */
    Map<String, Object> core(long complaintId, CoreField... fields) {
        Map<String, Object> core = complaints.core(complaintId);
        Map<String, String> values = entryWords.values(entries.of(complaintId), core);
        Map<String, Object> facts = new HashMap<>();
        for (CoreField field : fields) {
            facts.put(field.key(), values.getOrDefault(field.key(), ""));
        }
        return facts;
    }

    Complaint complaint(long complaintId) {
        return complaints.find(complaintId).orElseThrow();
    }

    List<Entry> entries(long complaintId) {
        return entries.of(complaintId);
    }

    /** Each step that a person has done since the registration: when, who, and what was filled in, but no number of a document. */
    List<Map<String, Object>> steps(long complaintId) {
        List<Entry> done = entries.of(complaintId).stream()
                .filter(entry -> entry.taskId() != null)
                .toList();
        return entryWords.lines(done, EntryFormatter.ALL_BUT_DOCUMENTS).stream()
                .map(line -> Map.<String, Object>of(
                        "when",
                        line.when(),
                        "who",
                        line.who(),
                        "step",
                        line.what(),
                        "answers",
                        line.fields().stream()
                                .map(field -> Map.of("name", field.name(), "value", field.value()))
                                .toList()))
                .toList();
    }

    /** An amount in figures and, where it can be written so, in Chinese capitals. */
    public static void putAmount(Map<String, Object> facts, String figures, BigDecimal amount) {
        Optional<CapitalAmount> written = Optional.ofNullable(amount).flatMap(CapitalAmount::find);
        facts.put(
                figures,
                written.map(CapitalAmount::figures).orElseGet(() -> amount == null ? "" : amount.toPlainString()));
        facts.put("amountCapitals", written.map(CapitalAmount::capitals).orElse(""));
    }

    /** What people call the site of the case. */
    public String site(long complaintId) {
        return words.site(complaint(complaintId).site());
    }

    public String at(Instant instant) {
        return instant == null ? "" : words.of(instant);
    }

    public String person(String login) {
        return login == null ? "" : words.person(login);
    }

    public String group(String id) {
        return words.groups(Set.of(id));
    }

    String severity(String severity) {
        return severity == null ? "" : words.severity(severity);
    }
}
