package io.redress.web;

import io.redress.casefile.attachment.Attachment;
import io.redress.casefile.attachment.Attachments;
import io.redress.casefile.paper.Papers;
import io.redress.people.Person;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The attachments of a case that whoever asks may see: the scan of a signed paper shows no more people what the paper does not. */
@Component
class ShownAttachments {

    private final Attachments attachments;
    private final Papers papers;
    private final MerchantsShare merchants;
    private final Person person;

    ShownAttachments(Attachments attachments, Papers papers, MerchantsShare merchants, Person person) {
        this.attachments = attachments;
        this.papers = papers;
        this.merchants = merchants;
        this.person = person;
    }

    /** The oldest first. */
    List<Attachment> of(long complaintId) {
        List<Attachment> all = attachments.of(complaintId);
        if (person.ofMerchant()) {
            return all.stream().filter(merchants::includes).toList();
        }
        if (person.seesIdentity() || all.isEmpty()) {
            return all;
        }
        Set<String> hidden = papers.identityScans(complaintId);
        return all.stream()
                .filter(attachment -> !hidden.contains(attachment.id()))
                .toList();
    }

    boolean includes(Attachment attachment) {
        if (person.ofMerchant()) {
            return merchants.includes(attachment);
        }
        return person.seesIdentity()
                || !papers.identityScans(attachment.complaintId()).contains(attachment.id());
    }
}
