package io.redress.merchant;

import java.util.Optional;
import java.util.Set;

/** The people who log in for a merchant: members of its group, and of {@link io.redress.people.Groups#MERCHANTS}. */
public interface MerchantLogins {

    /** Why that login can't be a merchant's: there is none, or it is one of the house. Empty where it can. */
    Optional<Fault> fault(String login);

    /** What is wrong with a login. */
    enum Fault {
        UNKNOWN,
        OF_THE_HOUSE
    }

    /** From now on exactly these log in for it; what waits for a merchant whom nobody is left to act for goes to the desk. */
    void set(Merchant merchant, Set<String> logins);
}
