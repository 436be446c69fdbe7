package io.redress.process.addition;

import io.redress.casefile.CaseFile;
import io.redress.casefile.complaint.Complaint;
import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.complaint.CoreField;
import io.redress.casefile.complaint.Link;
import io.redress.casefile.complaint.Links;
import io.redress.casefile.entry.Entry;
import io.redress.casefile.entry.FormField;
import io.redress.casefile.intake.Registrar;
import io.redress.form.Field;
import io.redress.form.Form;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Several matters in one complaint: each of the others becomes a case of its own, linked to the first. */
@Service
class OtherMatters {

    /** Nobody has told the customer the new number yet, so that it goes out with the acknowledgement (o). */
    private static final String CHANNEL = "other-department";

    /** What the new case has from the first. */
    private static final Set<CoreField> SAME =
            Set.of(CoreField.CUSTOMER_NAME, CoreField.PHONE, CoreField.EMAIL, CoreField.SITE);

    private static final Map<CoreField, FormField<String>> TOLD = Map.of(
            CoreField.CATEGORY, AdditionProcess.OTHER_CATEGORY,
            CoreField.DESCRIPTION, AdditionProcess.OTHER_DESCRIPTION,
            CoreField.PRODUCT, AdditionProcess.OTHER_PRODUCT,
            CoreField.ORDER_NUMBER, AdditionProcess.OTHER_ORDER_NUMBER);

    private final Registrar registrar;
    private final Complaints complaints;
    private final Links links;
    private final CaseFile caseFile;
    private final Clock clock;

    OtherMatters(Registrar registrar, Complaints complaints, Links links, CaseFile caseFile, Clock clock) {
        this.registrar = registrar;
        this.complaints = complaints;
        this.links = links;
        this.caseFile = caseFile;
        this.clock = clock;
    }

    /**
     * Registers the matter that was told, as of when it was told, and writes into either case which the other is.
     *
     * @param first the registration of the case that it was told to
     * @param told what was told of the matter
     */
    @Transactional
    Complaint register(Entry first, Entry told) {
        Complaint other = registrar.registerFor(told.submittedBy(), fields(first, told));
        Instant now = clock.instant();
        links.link(new Link(other.id(), told.complaintId(), Link.Kind.OTHER_MATTER), told.submittedBy(), now);
        note(told.complaintId(), other, now);
        note(other.id(), complaints.find(told.complaintId()).orElseThrow(), now);
        return other;
    }

    /** Only what the registration form asks, which its owner may change. */
    private Map<String, Object> fields(Entry first, Entry told) {
        Form form = registrar.form().form();
        Map<String, Object> core = complaints.core(told.complaintId());
        Map<String, Object> fields = new HashMap<>();
        // A field that its owner added and that must not be empty: the matters have it in common, for want of better.
        form.fields().stream()
                .filter(Field::required)
                .forEach(field -> fields.put(field.key(), first.fields().get(field.key())));
        SAME.forEach(field -> fields.put(field.key(), core.get(field.key())));
        TOLD.forEach((field, asked) -> fields.put(field.key(), asked.find(told).orElse(null)));
        fields.put(CoreField.CHANNEL.key(), CHANNEL);
        fields.put(CoreField.RECEIVED_AT.key(), told.submittedAt().toString());
        fields.keySet().removeIf(key -> form.field(key).isEmpty());
        return fields;
    }

    private void note(long id, Complaint linked, Instant now) {
        caseFile.note(id, AdditionNotes.OTHER_MATTER, Map.of(AdditionNotes.LINKED_NUMBER, linked.number()), now);
    }
}
