package io.redress.merchant;

import io.redress.people.Groups;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A tenant of a mall that sells there in its own name.
 *
 * @param id small letters, digits and dashes, at most 40; never changes
 * @param site the mall
 * @param unit where in it, for example {@code 2F-18}
 * @param contact whom to speak to; null where nobody is known
 * @param phone of the contact; null where none is known
 * @param account where the mall transfers what is due to it, its company's own; null where none is known
 * @param deposit what it has left with the mall, in CNY
 * @param active false once it has left
 */
public record Merchant(
        String id,
        String site,
        String name,
        String unit,
        String contact,
        String phone,
        BankAccount account,
        BigDecimal deposit,
        boolean active) {

    private static final String PREFIX = Groups.MERCHANTS + "-";

    /** The group of its logins, which is asked what is its to do. */
    public String group() {
        return PREFIX + id;
    }

    /** The id of the merchant whose group it is; empty for any other group. */
    public static Optional<String> ofGroup(String group) {
        return group.startsWith(PREFIX) ? Optional.of(group.substring(PREFIX.length())) : Optional.empty();
    }

    /** Name and unit, as people speak of it. */
    public String line() {
        return name + " · " + unit;
    }
}
