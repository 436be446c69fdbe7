package io.redress.merchant;

import io.redress.language.InvalidTable;
import io.redress.language.Sentences;
import io.redress.language.TableLine;
import io.redress.people.Members;
import io.redress.site.Sites;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of merchants. What stands in it comes from a table that an administrator imports. */
@Service
public class Merchants {

    /** Stands in lists for a merchant that the register does not have. */
    public static final String UNLISTED = "unlisted";

    private final MerchantStore store;
    private final MerchantTable table;
    private final MerchantLogins logins;
    private final Members members;
    private final Sites sites;
    private final Sentences sentences;

    Merchants(
            MerchantStore store,
            MerchantTable table,
            MerchantLogins logins,
            Members members,
            Sites sites,
            Sentences sentences) {
        this.store = store;
        this.table = table;
        this.logins = logins;
        this.members = members;
        this.sites = sites;
        this.sentences = sentences;
    }

    /** What a table may say of a merchant, in both languages. */
    public static String columns() {
        return MerchantTable.columns();
    }

    /** Also those who have left, by site and unit. */
    public List<Merchant> all() {
        return store.all();
    }

    public Optional<Merchant> find(String id) {
        return store.find(id);
    }

    /** Who gave it its account last, and when: a new one is looked at twice before money goes there. */
    public Optional<AccountChange> accountChange(Merchant merchant) {
        return store.accountChange(merchant.id());
    }

    /** Who logs in for it; nobody where it has left. */
    public Set<String> logins(Merchant merchant) {
        return members.of(merchant.group());
    }

    /** Whether there is somebody who can be asked in Tasklist. */
    public boolean reachable(Merchant merchant) {
        return merchant.active() && !logins(merchant).isEmpty();
    }

    /**
     * Takes a table over, all of it or nothing: a known id is changed, a new one added. A merchant that the table does not name stays
     * as it is, and so does what it has no column for; one that has left is named as not active, and loses its logins.
     *
     * @param file CSV
     * @return how many merchants it named
     * @throws InvalidTable naming each line that is wrong
     */
    @Transactional
    public int importTable(byte[] file, String who, Instant now) {
        List<MerchantTable.Row> rows = table.read(file, id -> store.find(id).map(this::row));
        List<String> faults = new ArrayList<>();
        rows.forEach(row -> check(row, faults));
        if (!faults.isEmpty()) {
            throw new InvalidTable(faults);
        }
        rows.forEach(row -> {
            store.save(row.merchant(), who, now);
            logins.set(row.merchant(), row.logins());
        });
        return rows.size();
    }

    /**
     * Takes what a merchant owes out of its deposit, as the register has it until the next table.
     *
     * @return false when there is not that much in it; then nothing is taken
     */
    @Transactional
    public boolean takeFromDeposit(String id, BigDecimal amount, String who, Instant now) {
        return store.takeFromDeposit(id, amount, who, now);
    }

    /** The register as such a table. */
    public String exportTable() {
        return table.write(store.all().stream().map(this::row).toList());
    }

    private MerchantTable.Row row(Merchant merchant) {
        return new MerchantTable.Row(0, merchant, logins(merchant));
    }

    private void check(MerchantTable.Row row, List<String> faults) {
        if (sites.find(row.merchant().site()).isEmpty()) {
            faults.add(TableLine.fault(
                    sentences, row.line(), "table.fault-site", row.merchant().site()));
        }
        // Of one that has left, too: what is wrong there is wrong on the day it comes back.
        row.named()
                .forEach(login -> logins.fault(login)
                        .ifPresent(fault -> faults.add(TableLine.fault(
                                sentences,
                                row.line(),
                                fault == MerchantLogins.Fault.UNKNOWN
                                        ? "merchants.fault-login-unknown"
                                        : "merchants.fault-login-of-the-house",
                                login))));
    }
}
