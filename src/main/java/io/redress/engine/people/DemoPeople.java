package io.redress.engine.people;

import static org.camunda.bpm.engine.impl.util.EncryptionUtil.saltPassword;

import io.redress.language.Sentences;
import io.redress.people.Group;
import io.redress.people.Groups;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.digest.PasswordManager;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;

/** Made-up people to try Redress with: one a group, {@code demo} in every working group, and {@code admin}. */
class DemoPeople {

    private static final String PASSWORD = "demo";
    /** Marks them, and no mail ever reaches it (RFC 2606). */
    private static final String ADDRESS = "@demo.invalid";

    private final IdentityServiceImpl identities;
    private final PasswordManager passwords;
    private final Groups groups;
    private final Sentences sentences;

    DemoPeople(ProcessEngine engine, Groups groups, Sentences sentences) {
        this.identities = (IdentityServiceImpl) engine.getIdentityService();
        this.passwords = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getPasswordManager();
        this.groups = groups;
        this.sentences = sentences;
    }

    /** Whoever exists is left alone, with password, name and groups; whoever does not, also a deleted one, is made. */
    void create() {
        List<Person> people = people();
        Set<String> present =
                identities
                        .createUserQuery()
                        .userIdIn(people.stream().map(Person::login).toArray(String[]::new))
                        .list()
                        .stream()
                        .map(User::getId)
                        .collect(Collectors.toSet());
        people.stream().filter(person -> !present.contains(person.login())).forEach(this::create);
    }

    /** Logins of the made-up people whose password everybody still knows. */
    List<String> withKnownPassword() {
        return identities.createUserQuery().userEmailLike("%" + ADDRESS).orderByUserId().asc().list().stream()
                .map(UserEntity.class::cast)
                // The identity service's own check would count a failed login and lock the account.
                .filter(user -> passwords.check(saltPassword(PASSWORD, user.getSalt()), user.getPassword()))
                .map(UserEntity::getId)
                .toList();
    }

    private List<Person> people() {
        List<Person> people = new ArrayList<>();
        List<String> working = new ArrayList<>();
        for (Group group : groups.all()) {
            String login = group.kind() == Group.Kind.ADMIN ? "admin" : group.id();
            group.demoPerson()
                    .ifPresent(name ->
                            people.add(new Person(login, name, group.name(sentences.language()), List.of(group.id()))));
            if (group.kind() == Group.Kind.WORKING) {
                working.add(group.id());
            }
        }
        people.add(new Person(
                "demo", sentences.say("people.demo.firstName"), sentences.say("people.demo.lastName"), working));
        return people;
    }

    private void create(Person person) {
        User user = identities.newUser(person.login());
        user.setFirstName(person.name());
        user.setLastName(person.role());
        user.setEmail(person.login() + ADDRESS);
        user.setPassword(PASSWORD);
        identities.saveUser(user, true);
        person.groups().forEach(group -> identities.createMembership(person.login(), group));
    }

    private record Person(String login, String name, String role, List<String> groups) {}
}
