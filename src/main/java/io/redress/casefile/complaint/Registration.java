package io.redress.casefile.complaint;

import io.redress.language.Sentences;
import io.redress.site.Sites;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes a new complaint into the case file, whatever form or message it came by. */
@Service
public class Registration {

    private static final BigDecimal LARGEST_AMOUNT = new BigDecimal("9999999999999.99");

    private final Complaints complaints;
    private final ComplaintNumbers numbers;
    private final Sites sites;
    private final Sentences sentences;
    private final Clock clock;

    Registration(Complaints complaints, ComplaintNumbers numbers, Sites sites, Sentences sentences, Clock clock) {
        this.complaints = complaints;
        this.numbers = numbers;
        this.sites = sites;
        this.sentences = sentences;
        this.clock = clock;
    }

    /**
     * Registers a complaint; its number is given out last, because that makes other registrations wait.
     *
     * @param fields the checked values by form key; what has no column is passed over
     * @param registeredBy the login of whoever registers it
     * @throws RefusedRegistration when a field without which there is no case is missing, the site is unknown, or it is
     *     said to have been received later than now
     */
    @Transactional
    public Complaint register(Map<String, Object> fields, String registeredBy) {
        Instant now = clock.instant();
        Map<String, Object> core = new HashMap<>(fields);
        core.merge(CoreField.RECEIVED_AT.key(), now.toString(), (given, byDefault) -> given);
        require(core, CoreField.CHANNEL);
        require(core, CoreField.SITE);
        require(core, CoreField.DESCRIPTION);
        if (sites.find((String) core.get(CoreField.SITE.key())).isEmpty()) {
            throw refused(CoreField.SITE, "complaint.unknown-site", core.get(CoreField.SITE.key()));
        }
        Instant receivedAt = OffsetDateTime.parse((String) core.get(CoreField.RECEIVED_AT.key()))
                .toInstant();
        if (receivedAt.isAfter(now)) {
            throw refused(CoreField.RECEIVED_AT, "complaint.received-in-future");
        }
        if (core.get(CoreField.AMOUNT_CLAIMED.key()) instanceof BigDecimal amount
                && (amount.signum() < 0 || amount.scale() > 2 || amount.compareTo(LARGEST_AMOUNT) > 0)) {
            throw refused(CoreField.AMOUNT_CLAIMED, "complaint.amount", LARGEST_AMOUNT);
        }
        return complaints
                .find(complaints.insert(numbers.next(now), core, now, registeredBy))
                .orElseThrow();
    }

    private void require(Map<String, Object> core, CoreField field) {
        if (core.get(field.key()) == null) {
            throw refused(field, "complaint.missing", field.key());
        }
    }

    private RefusedRegistration refused(CoreField field, String sentence, Object... arguments) {
        return new RefusedRegistration(field, sentences.say(sentence, arguments));
    }
}
