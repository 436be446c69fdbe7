package io.redress.clock;

import io.redress.complaint.Complaint;
import io.redress.complaint.Complaints;
import io.redress.site.Site;
import io.redress.site.Sites;
import org.springframework.stereotype.Component;

/** The cases as the policy sees them. */
@Component
class PolicyCases {

    private final Complaints complaints;
    private final Sites sites;

    PolicyCases(Complaints complaints, Sites sites) {
        this.complaints = complaints;
        this.sites = sites;
    }

    CaseFacts facts(long complaintId) {
        Complaint complaint = complaints.find(complaintId).orElseThrow();
        return new CaseFacts(
                site(complaint).profile(),
                complaint.complexity(),
                complaint.category(),
                complaint.severity(),
                complaint.route(),
                complaint.injury(),
                complaint.media());
    }

    /** The calendar of the case's site (rule 7). */
    String calendar(long complaintId) {
        return site(complaints.find(complaintId).orElseThrow()).calendar();
    }

    private Site site(Complaint complaint) {
        return sites.find(complaint.site())
                .orElseThrow(
                        () -> new IllegalStateException("the site %s of %s is not in sites.yaml any more: put it back"
                                .formatted(complaint.site(), complaint.number())));
    }
}
