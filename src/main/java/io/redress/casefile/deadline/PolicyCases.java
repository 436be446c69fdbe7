package io.redress.casefile.deadline;

import io.redress.casefile.complaint.Complaint;
import io.redress.casefile.complaint.Complaints;
import io.redress.site.Site;
import io.redress.site.Sites;
import org.springframework.stereotype.Component;

/** The cases as the policy sees them, and the calendars that their deadlines count on. */
@Component
class PolicyCases {

    private final Complaints complaints;
    private final Sites sites;

    PolicyCases(Complaints complaints, Sites sites) {
        this.complaints = complaints;
        this.sites = sites;
    }

    PolicyCase find(long complaintId) {
        Complaint complaint = complaints.find(complaintId).orElseThrow();
        Site site = site(complaint);
        return new PolicyCase(
                new CaseFacts(
                        site.profile(),
                        complaint.complexity(),
                        complaint.category(),
                        complaint.severity(),
                        complaint.route(),
                        complaint.injury(),
                        complaint.media()),
                site.calendar());
    }

    private Site site(Complaint complaint) {
        return sites.find(complaint.site())
                .orElseThrow(
                        () -> new IllegalStateException("the site %s of %s is not in sites.yaml any more: put it back"
                                .formatted(complaint.site(), complaint.number())));
    }
}
