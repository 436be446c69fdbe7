package io.redress.casefile.health;

import io.redress.casefile.CaseFile;
import io.redress.casefile.complaint.Complaints;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Erases health data whose time is over; the case stays, and who had read it. Nothing of a case that is open is touched. */
@Service
public class HealthErasure {

    /** As many as one run does; the next follows within minutes. */
    static final int AT_ONCE = 20;

    private final HealthStore store;
    private final List<HealthFiles> files;
    private final Complaints complaints;
    private final CaseFile caseFile;
    private final Clock clock;

    HealthErasure(HealthStore store, List<HealthFiles> files, Complaints complaints, CaseFile caseFile, Clock clock) {
        this.store = store;
        this.files = files;
        this.complaints = complaints;
        this.caseFile = caseFile;
        this.clock = clock;
    }

    @Transactional
    public void erase() {
        Instant now = clock.instant();
        List<Long> overdue = overdue(now);
        complaints.lock(overdue);
        // Another node may have done it while this one waited, or something may have happened in the case.
        overdue(now).stream().filter(overdue::contains).forEach(id -> erase(id, now));
    }

    private List<Long> overdue(Instant now) {
        Instant closed =
                now.atZone(clock.getZone()).minusYears(HealthRecords.YEARS).toInstant();
        return store.overdue(now, closed, AT_ONCE);
    }

    private void erase(long id, Instant now) {
        files.forEach(kept -> kept.erase(id));
        store.erase(id);
        complaints.keepsHealth(id, false);
        caseFile.note(id, HealthNotes.ERASED, Map.of(), now);
    }
}
