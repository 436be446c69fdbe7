package io.redress.web;

import io.redress.casefile.attachment.Attachment;
import io.redress.casefile.paper.Paper;
import io.redress.casefile.paper.Papers;
import io.redress.casefile.settlement.Responsibilities;
import io.redress.casefile.settlement.Settlements;
import io.redress.merchant.Merchant;
import io.redress.people.Person;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * What of a case a merchant may see that is concerned in it, also when it has nothing to do there any more: the signed papers that it
 * keeps a copy of, and what it has attached itself. Nothing else, whatever the case says of who somebody is, or of health.
 */
@Component
class MerchantsShare {

    /** What is called the signed paper elsewhere may be anything. */
    private static final Set<String> WHERE_IT_SIGNS = Set.of("merchant-settlement", "merchant-advance-payment");

    private final Responsibilities responsibilities;
    private final Settlements settlements;
    private final Papers papers;
    private final Person person;

    MerchantsShare(Responsibilities responsibilities, Settlements settlements, Papers papers, Person person) {
        this.responsibilities = responsibilities;
        this.settlements = settlements;
        this.papers = papers;
        this.person = person;
    }

    boolean holds(Paper paper) {
        return person.ofMerchant()
                && settlements.merchantHolding(paper).filter(person::in).isPresent();
    }

    private boolean concerned(long complaintId) {
        return person.ofMerchant()
                && responsibilities
                        .merchant(complaintId)
                        .map(Merchant::group)
                        .filter(person::in)
                        .isPresent();
    }

    boolean includes(Attachment attachment) {
        return concerned(attachment.complaintId()) && person.login().equals(attachment.attachedBy())
                || ShownAttachments.attachedIn(attachment, WHERE_IT_SIGNS)
                        && papers.of(attachment.complaintId()).stream()
                                .filter(this::holds)
                                .anyMatch(paper -> Objects.equals(paper.signedByAttachment(), attachment.id()));
    }
}
