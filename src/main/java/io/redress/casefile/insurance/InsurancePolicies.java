package io.redress.casefile.insurance;

import io.redress.casefile.complaint.ClaimKind;
import io.redress.casefile.complaint.Complaint;
import io.redress.language.InvalidTable;
import io.redress.language.Sentences;
import io.redress.language.TableLine;
import io.redress.site.Site;
import io.redress.site.Sites;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The register of insurance policies. What stands in it comes from a table that an administrator imports; of two policies never
 * both hold for the same site, kind of claim and day.
 */
@Service
public class InsurancePolicies {

    private final InsurancePolicyStore store;
    private final InsurancePolicyTable table;
    private final Sites sites;
    private final Sentences sentences;

    InsurancePolicies(InsurancePolicyStore store, InsurancePolicyTable table, Sites sites, Sentences sentences) {
        this.store = store;
        this.table = table;
        this.sites = sites;
        this.sentences = sentences;
    }

    /** What a table may say of a policy, in both languages. */
    public static String columns() {
        return InsurancePolicyTable.columns();
    }

    /** What a policy can cover, in both languages. */
    public static String kinds() {
        return InsurancePolicyTable.kinds();
    }

    /** Also those that have run out, by insurer. */
    public List<InsurancePolicy> all() {
        return store.all();
    }

    public Optional<InsurancePolicy> find(String number) {
        return store.find(number);
    }

    /** The day on which a policy must hold, where the complaint’s site is: that of its receipt, before which it has happened. */
    public LocalDate day(Complaint complaint) {
        return LocalDate.ofInstant(
                complaint.receivedAt(),
                sites.find(complaint.site()).map(Site::zone).orElseThrow());
    }

    /** The policy that covers a claim of that kind on the day of the complaint; empty where none holds. */
    public Optional<InsurancePolicy> holding(Complaint complaint, ClaimKind kind) {
        return store.holding(complaint.site(), day(complaint)).stream()
                .filter(policy -> policy.covers().contains(kind))
                .findFirst();
    }

    /**
     * Takes a table over, all of it or nothing: a known number is changed, a new one added. A policy that the table does not name
     * stays as it is, and so does what it has no column for; one that does not hold any more is named as not active.
     *
     * @param file CSV
     * @return how many policies it named
     * @throws InvalidTable naming each line that is wrong
     */
    @Transactional
    public int importTable(byte[] file, String who, Instant now) {
        List<InsurancePolicyTable.Row> rows = table.read(file, store::find);
        List<String> faults = new ArrayList<>();
        List<InsurancePolicy> others = unnamed(rows);
        rows.forEach(row -> check(row, rows, others, faults));
        if (!faults.isEmpty()) {
            throw new InvalidTable(faults);
        }
        rows.forEach(row -> store.save(row.policy(), who, now));
        return rows.size();
    }

    /** The register as such a table. */
    public String exportTable() {
        return table.write(store.all());
    }

    /** Those of the register that the table leaves as they are. */
    private List<InsurancePolicy> unnamed(List<InsurancePolicyTable.Row> rows) {
        Set<String> named = rows.stream().map(row -> row.policy().number()).collect(Collectors.toSet());
        return store.all().stream()
                .filter(policy -> !named.contains(policy.number()))
                .toList();
    }

    private void check(
            InsurancePolicyTable.Row row,
            List<InsurancePolicyTable.Row> rows,
            List<InsurancePolicy> others,
            List<String> faults) {
        InsurancePolicy policy = row.policy();
        if (policy.site() != null && sites.find(policy.site()).isEmpty()) {
            faults.add(TableLine.fault(sentences, row.line(), "table.fault-site", policy.site()));
        }
        // The first one will do: whoever has put that right sees the next.
        rows.stream()
                .filter(other -> other != row && policy.meets(other.policy()))
                .findFirst()
                .ifPresent(other -> faults.add(TableLine.fault(
                        sentences,
                        row.line(),
                        "policies.fault-two-lines",
                        policy.number(),
                        String.valueOf(other.line()),
                        other.policy().number())));
        others.stream()
                .filter(policy::meets)
                .findFirst()
                .ifPresent(other -> faults.add(TableLine.fault(
                        sentences, row.line(), "policies.fault-two-known", policy.number(), other.number())));
    }
}
