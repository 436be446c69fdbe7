package io.redress.process.intake;

import io.redress.clock.CaseClock;
import io.redress.clock.CaseFacts;
import io.redress.clock.Clocks;
import io.redress.complaint.Complaint;
import io.redress.complaint.Complaints;
import io.redress.site.Site;
import io.redress.site.Sites;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;

/** What intake does with a case before and beside its route. */
@Service
class Intake {

    static final String SEVERITY_UNTIL_TRIAGE = "normal";
    private static final String COMPLEXITY_UNTIL_TRIAGE = "simple";
    private static final String ROUTE_UNTIL_TRIAGE = "complaint-resolution";
    private static final String RECEIPT = "receipt";

    private final Complaints complaints;
    private final Sites sites;
    private final Clocks clocks;
    private final Clock clock;

    Intake(Complaints complaints, Sites sites, Clocks clocks, Clock clock) {
        this.complaints = complaints;
        this.sites = sites;
        this.clocks = clocks;
        this.clock = clock;
    }

    Complaint complaint(long id) {
        return complaints.find(id).orElseThrow();
    }

    /** They count from receipt, however late the complaint is registered. */
    List<CaseClock> startClocks(Complaint complaint, Set<String> kinds) {
        Site site = sites.find(complaint.site()).orElseThrow();
        CaseFacts facts = new CaseFacts(
                site.profile(),
                COMPLEXITY_UNTIL_TRIAGE,
                complaint.category(),
                SEVERITY_UNTIL_TRIAGE,
                ROUTE_UNTIL_TRIAGE,
                complaint.injury(),
                complaint.media());
        return clocks.start(
                complaint.id(), RECEIPT, kinds, facts, site.calendar(), complaint.receivedAt(), clock.instant());
    }
}
