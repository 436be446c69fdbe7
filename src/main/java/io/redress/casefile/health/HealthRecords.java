package io.redress.casefile.health;

import io.redress.casefile.complaint.Complaint;
import io.redress.casefile.complaint.Complaints;
import io.redress.casefile.entry.Entry;
import io.redress.casefile.entry.FormField;
import io.redress.merchant.Merchant;
import io.redress.people.Groups;
import io.redress.people.Person;
import io.redress.site.Site;
import io.redress.site.Sites;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is said in a case of anybody's health: kept apart from its file, for those only who need it, each reading written
 * down, and no longer than three years after the last event that restarts limitation.
 */
@Service
public class HealthRecords {

    /** Article 188 of the Civil Code: claims for an injury are barred after as long. */
    static final int YEARS = 3;

    private final HealthStore store;
    private final HealthTasks tasks;
    private final Complaints complaints;
    private final Sites sites;
    private final Person person;
    private final Clock clock;

    HealthRecords(
            HealthStore store, HealthTasks tasks, Complaints complaints, Sites sites, Person person, Clock clock) {
        this.store = store;
        this.tasks = tasks;
        this.complaints = complaints;
        this.sites = sites;
        this.person = person;
        this.clock = clock;
    }

    /** Keeps what a form, or Redress itself, says of health. */
    @Transactional
    public void keep(Entry entry) {
        restart(entry.complaintId(), entry.submittedAt());
        store.add(entry);
    }

    /** Something has happened from which limitation runs anew: what the case has is kept for three more years. */
    @Transactional
    public void restart(long complaintId, Instant now) {
        complaints.lock(Set.of(complaintId));
        Complaint complaint = complaint(complaintId);
        store.keepUntil(complaintId, later(complaint, now));
        if (!complaint.health()) {
            complaints.keepsHealth(complaintId, true);
        }
    }

    /**
     * Lets groups read it in that case, from now on.
     *
     * @throws IllegalArgumentException when one of them is a merchant's: nobody outside the house reads it
     */
    @Transactional
    public void openTo(long complaintId, Set<String> groups) {
        if (groups.stream()
                .anyMatch(group -> group.equals(Groups.MERCHANTS)
                        || Merchant.ofGroup(group).isPresent())) {
            throw new IllegalArgumentException("health data of case %d to %s".formatted(complaintId, groups));
        }
        complaints.lock(Set.of(complaintId));
        groups.forEach(group -> store.open(complaintId, group));
    }

    /** Whether whoever acts may read the health data of that case. */
    public boolean mayRead(long complaintId) {
        return mayRead(complaint(complaintId));
    }

    /**
     * Whether whoever acts may read the health data of that case: by a group that always may, by one that the case is open to, or
     * for a task that they have taken. An administrator can take any task, which is no reason.
     */
    public boolean mayRead(Complaint complaint) {
        if (person.readsInjuries()) {
            return true;
        }
        return !person.ofMerchant()
                && (store.open(complaint.id(), person.groups())
                        || !person.administers() && tasks.held(complaint, person.login()));
    }

    /** Whether whoever acts may read it of some case by the groups they are in. */
    public boolean readsSome() {
        return person.readsInjuries() || !person.ofMerchant() && store.anyOpen(person.groups());
    }

    /** What was said last in each of those fields, as far as whoever acts may read it. */
    public Map<String, Object> readable(long complaintId, Set<String> keys) {
        Complaint complaint = complaint(complaintId);
        return complaint.health() && mayRead(complaint) ? newest(complaintId, keys) : Map.of();
    }

    /** What was said last in that field, for the course of the case; nobody is shown it by that. */
    public <T> Optional<T> newest(long complaintId, FormField<T> field) {
        return field.find(newest(complaintId, Set.of(field.key())));
    }

    private Map<String, Object> newest(long complaintId, Set<String> keys) {
        Map<String, Object> said = new LinkedHashMap<>();
        store.of(complaintId).stream()
                .filter(entry -> entry.form() != null)
                .forEach(entry -> said.putAll(entry.fields()));
        said.keySet().retainAll(keys);
        said.values().removeIf(Objects::isNull);
        return said;
    }

    /** All of it, the oldest first; whoever shows it asks {@link #mayRead} before and {@link #read} with it. */
    public List<Entry> of(long complaintId) {
        return store.of(complaintId);
    }

    /** Writes down that whoever acts reads it, in the transaction in which it is given out. */
    @Transactional
    public void read(long complaintId, Door door) {
        store.add(complaintId, new Reading(person.login(), clock.instant(), door));
    }

    /** Who has read it, the newest first. */
    public List<Reading> readings(long complaintId, int limit) {
        return store.readings(complaintId, limit);
    }

    /** The cases that have some and that whoever acts may read by the groups they are in, the newest first. */
    public List<Complaint> newest(int limit) {
        List<Long> ids = person.readsInjuries()
                ? store.newest(limit)
                : person.ofMerchant() ? List.of() : store.newest(person.groups(), limit);
        return complaints.find(ids).stream()
                .sorted((one, other) -> Long.compare(other.id(), one.id()))
                .toList();
    }

    /** Until when it is kept; an open case has its closing before it, which is such an event, too. */
    public Optional<Instant> keptUntil(Complaint complaint) {
        return store.keepUntil(complaint.id()).map(until -> {
            Instant closed = complaint.closedAt() == null ? until : later(complaint, complaint.closedAt());
            return closed.isAfter(until) ? closed : until;
        });
    }

    /** Three years later where the site is. */
    private Instant later(Complaint complaint, Instant event) {
        ZoneId zone = sites.find(complaint.site()).map(Site::zone).orElse(clock.getZone());
        return event.atZone(zone).plusYears(YEARS).toInstant();
    }

    private Complaint complaint(long id) {
        return complaints.find(id).orElseThrow();
    }
}
