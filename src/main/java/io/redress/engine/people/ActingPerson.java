package io.redress.engine.people;

import io.redress.merchant.Merchant;
import io.redress.people.Person;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.impl.identity.Authentication;

/** Whoever the engine is working for at this moment. */
public final class ActingPerson implements Person {

    public static final String PROCESS_OWNER = "process-owner";

    public static final String INTAKE_API = "intake-api";

    /** The groups whose members may open every case. */
    public static final Set<String> WHO_OPEN_CASES =
            Set.of("customer-service", "customer-service-supervisor", "customer-service-manager", Groups.CAMUNDA_ADMIN);

    /** And those who speak with the customers of their cases: only they need to know how somebody is reached. */
    private static final Set<String> WHO_REACH_CUSTOMERS = Set.of(
            "on-call",
            "duty-desk",
            "agent",
            "expert",
            "lobby-manager",
            "management-office",
            "operations-manager",
            "property-manager",
            "floor-supervisor",
            "duty-manager",
            "sales-consultant",
            "cashier");

    /** And those who look at identity cards: what they write down and check says whose papers are refunded. */
    private static final Set<String> WHO_SEE_IDENTITY =
            Set.of("cashier", "accountant", "finance", "legal", "operations-manager");

    /**
     * And those who need the number on it: they write down whose paper was lost, look for it in the books, pay on it, or decide
     * whose it is. Whoever else hands a paper over on which it stands, reads it there.
     */
    private static final Set<String> WHO_SEE_DOCUMENT_NUMBERS = Set.of(
            "cashier",
            "accountant",
            "finance",
            "finance-head",
            "sales-consultant",
            "sales-manager",
            "legal",
            "operations-manager",
            Groups.CAMUNDA_ADMIN);

    /** Those who pay, and those who answer for it: they see what is to be paid, into which account, and what is owed. */
    public static final Set<String> WHO_SEE_PAYMENTS =
            Set.of("finance", "finance-head", "accountant", "general-manager", Groups.CAMUNDA_ADMIN);

    /** Those who have to do with merchants, and those above. */
    public static final Set<String> WHO_KNOW_MERCHANTS = Stream.of(
                    WHO_OPEN_CASES,
                    WHO_SEE_PAYMENTS,
                    Set.of("operations-manager", "property-manager", "floor-supervisor", "duty-manager"))
            .flatMap(Set::stream)
            .collect(Collectors.toUnmodifiableSet());

    /** Those who decide on claims against the mall, deal with insurers, or book what comes from them. */
    public static final Set<String> WHO_KNOW_POLICIES = Stream.of(
                    WHO_OPEN_CASES,
                    WHO_SEE_PAYMENTS,
                    Set.of(
                            "operations-manager",
                            "property-manager",
                            "duty-manager",
                            "insurance-officer",
                            "insurance-head",
                            "admin-hr",
                            "admin-hr-head"))
            .flatMap(Set::stream)
            .collect(Collectors.toUnmodifiableSet());

    /**
     * Those who deal with injuries: they see to whoever is hurt, to the insurer, to the cause, or to the law. Nobody else, and no
     * administrator, reads how somebody is, unless the case is opened to their group or they have taken such a task of it.
     */
    public static final Set<String> WHO_READ_INJURIES =
            Set.of("duty-manager", "insurance-officer", "insurance-head", "risk-control", "risk-control-head", "legal");

    /** And those who are asked about a lost receipt: they may look up how it stands, and not whose it is. */
    public static final Set<String> WHO_LOOK_DECLARATIONS_UP = Stream.of(
                    WHO_OPEN_CASES, WHO_SEE_IDENTITY, Set.of("sales-consultant", "sales-manager"))
            .flatMap(Set::stream)
            .collect(Collectors.toUnmodifiableSet());

    private final Supplier<Authentication> authentication;

    /** @param authentication gives the engine's current authentication, or null when it works for itself */
    public ActingPerson(Supplier<Authentication> authentication) {
        this.authentication = authentication;
    }

    @Override
    public String login() {
        return nobody() ? NOBODY : authentication.get().getUserId();
    }

    @Override
    public boolean opensCases() {
        return WHO_OPEN_CASES.stream().anyMatch(this::in);
    }

    @Override
    public boolean seesIdentity() {
        return opensCases() || WHO_SEE_IDENTITY.stream().anyMatch(this::in);
    }

    @Override
    public boolean seesDocumentNumbers() {
        return WHO_SEE_DOCUMENT_NUMBERS.stream().anyMatch(this::in);
    }

    @Override
    public boolean reachesCustomers() {
        return opensCases() || WHO_REACH_CUSTOMERS.stream().anyMatch(this::in);
    }

    /** An administrator, or the engine itself: a job, a delegate, start-up. */
    public boolean unrestricted() {
        return nobody() || administers();
    }

    /** Nobody has logged in. */
    public boolean nobody() {
        return authentication.get() == null;
    }

    @Override
    public boolean administers() {
        return in(Groups.CAMUNDA_ADMIN);
    }

    @Override
    public boolean in(String group) {
        return groups().contains(group);
    }

    @Override
    public boolean seesPayments() {
        return WHO_SEE_PAYMENTS.stream().anyMatch(this::in);
    }

    @Override
    public boolean knowsMerchants() {
        return WHO_KNOW_MERCHANTS.stream().anyMatch(this::in);
    }

    @Override
    public boolean knowsPolicies() {
        return WHO_KNOW_POLICIES.stream().anyMatch(this::in);
    }

    @Override
    public boolean readsInjuries() {
        return WHO_READ_INJURIES.stream().anyMatch(this::in);
    }

    @Override
    public boolean looksDeclarationsUp() {
        return WHO_LOOK_DECLARATIONS_UP.stream().anyMatch(this::in);
    }

    @Override
    public boolean ofMerchant() {
        return !groups().isEmpty() && groups().stream().allMatch(ActingPerson::merchants);
    }

    /** Whether it is the group of one merchant, or of all of them. */
    static boolean merchants(String group) {
        return group.equals(io.redress.people.Groups.MERCHANTS)
                || Merchant.ofGroup(group).isPresent();
    }

    @Override
    public List<String> groups() {
        Authentication current = authentication.get();
        return current == null || current.getGroupIds() == null ? List.of() : current.getGroupIds();
    }

    /** A program that posts complaints and does nothing else. */
    public boolean onlyPosts() {
        return groups().equals(List.of(INTAKE_API));
    }

    public boolean is(String userId) {
        Authentication current = authentication.get();
        return current != null
                && current.getUserId() != null
                && current.getUserId().equals(userId);
    }
}
