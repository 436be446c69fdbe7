package io.redress.engine.people;

import io.redress.language.Sentences;
import io.redress.people.Groups;
import io.redress.people.StartRefused;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;

/** The administrator {@code admin}, made from a given password as long as there is no administrator. */
class FirstAdministrator {

    private static final String LOGIN = "admin";

    private final IdentityService identities;
    private final boolean passwordPolicy;
    private final Sentences sentences;

    FirstAdministrator(ProcessEngine engine, Sentences sentences) {
        this.identities = engine.getIdentityService();
        this.passwordPolicy = engine.getProcessEngineConfiguration().isEnablePasswordPolicy();
        this.sentences = sentences;
    }

    /** @throws StartRefused when there is no administrator and no password that would do for one */
    void ensure(String password) {
        if (identities.createUserQuery().memberOfGroup(Groups.ADMINISTRATORS).count() > 0) {
            return;
        }
        if (password == null || password.isBlank()) {
            throw refused("people.noAdministrator");
        }
        // An admin who was put out of the group comes back in: whoever sets the password runs this installation.
        User admin = identities.createUserQuery().userId(LOGIN).singleResult();
        if (admin == null) {
            admin = identities.newUser(LOGIN);
            admin.setFirstName(sentences.say("people.administrator.firstName"));
            admin.setLastName(sentences.say("people.administrator.lastName"));
        }
        if (passwordPolicy
                && !identities.checkPasswordAgainstPolicy(password, admin).isValid()) {
            throw refused("people.weakPassword");
        }
        admin.setPassword(password);
        identities.saveUser(admin);
        identities.createMembership(LOGIN, Groups.ADMINISTRATORS);
    }

    private StartRefused refused(String name) {
        return new StartRefused(sentences.say(name), sentences.say(name + ".action"));
    }
}
