package io.redress.people;

import java.util.List;

/** Whoever is acting at this moment. */
public interface Person {

    /** What stands in the place of a login where nobody acted. */
    String NOBODY = "redress";

    /** The login; {@link #NOBODY} when nobody is, because time or the application acts. */
    String login();

    /** Whether they may open every case, and so read what only those need who answer for it: who somebody is. */
    boolean opensCases();

    /** Whether they must know who somebody is: who checks it, or opens every case. */
    boolean seesIdentity();

    /** Whether they are no one of the house: they log in for a merchant, and see what is that merchant's. */
    boolean ofMerchant();

    /** Whether they pay, or answer for it: they see whole account numbers. */
    boolean seesPayments();

    /** Whether they have to do with merchants, and read the register. */
    boolean knowsMerchants();

    /** Whether they have to do with insurers, and read the register of policies. */
    boolean knowsPolicies();

    /** Whether they may read what is said of anybody's injuries, in whichever case. */
    boolean readsInjuries();

    /** Whether they are asked about lost receipts, and look up how one stands. */
    boolean looksDeclarationsUp();

    /** Whether they may do everything. */
    boolean administers();

    /** The groups they are in. */
    List<String> groups();

    /** Whether they must know the numbers of the documents that people show: who writes one down, checks it, or pays on it. */
    boolean seesDocumentNumbers();

    /** Whether they are a member of that group. */
    boolean in(String group);

    /** Whether they speak with the customers of their cases, and so read who they are and how they are reached. */
    boolean reachesCustomers();
}
