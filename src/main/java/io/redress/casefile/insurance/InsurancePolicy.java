package io.redress.casefile.insurance;

import io.redress.casefile.complaint.ClaimKind;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;

/**
 * A contract by which an insurer pays what the mall has to answer for.
 *
 * @param number the insurer’s, as {@link #number(String)} has it; never changes
 * @param name the kind of insurance, for example 公众责任险; null where none is given
 * @param contact whom to speak to at the insurer; null where nobody is known
 * @param phone of the contact; null where none is known
 * @param email where an accident is reported; null where none is known
 * @param site for which it holds; null where it holds for all
 * @param covers which claims, at least one kind
 * @param from the first day on which it holds, where the site is
 * @param to the last day on which it holds
 * @param excess how much of each claim stays with the mall, in CNY, 0 or more
 * @param caseLimit the most that is paid for a case, in CNY
 * @param active false for one that does not hold, whatever its days are
 */
public record InsurancePolicy(
        String number,
        String name,
        String insurer,
        String contact,
        String phone,
        String email,
        String site,
        Set<ClaimKind> covers,
        LocalDate from,
        LocalDate to,
        BigDecimal excess,
        BigDecimal caseLimit,
        boolean active) {

    /** One number, however it is typed: full width, small letters and blanks make no other. */
    static String number(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Z}]", "")
                .toUpperCase(Locale.ROOT);
    }

    /** Whether it holds on that day. */
    public boolean holds(LocalDate day) {
        return active && !day.isBefore(from) && !day.isAfter(to);
    }

    /** Whether that much stays with the mall anyway. */
    public boolean keeps(BigDecimal amount) {
        return amount.compareTo(excess) <= 0;
    }

    /** Whether there is a day, a site and a kind of claim for which both hold: nobody could say which one pays. */
    boolean meets(InsurancePolicy other) {
        return active
                && other.active
                && !from.isAfter(other.to)
                && !other.from.isAfter(to)
                && (site == null || other.site == null || site.equals(other.site))
                && !Collections.disjoint(covers, other.covers);
    }
}
