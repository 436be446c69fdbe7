package io.redress.engine.people;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;

import io.redress.language.Sentences;
import io.redress.people.Group;
import io.redress.people.Groups;
import io.redress.people.PeopleProperties;
import io.redress.people.StartRefused;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.stereotype.Component;

/** Brings groups, grants, Tasklist filters and the first people of the engine to what this installation wants. */
@Component
public class PeopleSetup {

    private final IdentityService identities;
    private final Groups groups;
    private final Sentences sentences;
    private final PeopleProperties properties;
    private final Grants grants;
    private final TaskFilters filters;
    private final DemoPeople demoPeople;
    private final FirstAdministrator administrator;

    public PeopleSetup(ProcessEngine engine, Groups groups, Sentences sentences, PeopleProperties properties) {
        this.identities = engine.getIdentityService();
        this.groups = groups;
        this.sentences = sentences;
        this.properties = properties;
        this.grants = new Grants(engine.getAuthorizationService());
        this.filters = new TaskFilters(engine, grants, sentences);
        this.demoPeople = new DemoPeople(engine, groups, sentences);
        this.administrator = new FirstAdministrator(engine, sentences);
    }

    /**
     * Writes only what differs, so a second run writes nothing, and deletes nothing. To be called by one node at a
     * time, in one transaction, with nobody logged in.
     *
     * @throws StartRefused when there would be no administrator, or people with a known password outside demo mode
     */
    public void apply() {
        if (!properties.demo()) {
            refuseKnownPasswords();
        }
        applyGroups();
        applyGrants();
        filters.apply();
        if (properties.demo()) {
            demoPeople.create();
        } else {
            administrator.ensure(properties.adminPassword());
        }
    }

    private void refuseKnownPasswords() {
        List<String> logins = demoPeople.withKnownPassword();
        if (!logins.isEmpty()) {
            throw new StartRefused(
                    sentences.say("people.demoLeft", logins.size(), String.join(", ", logins)),
                    sentences.say("people.demoLeft.action"));
        }
    }

    private void applyGroups() {
        Map<String, org.camunda.bpm.engine.identity.Group> present = identities.createGroupQuery().list().stream()
                .collect(Collectors.toMap(org.camunda.bpm.engine.identity.Group::getId, Function.identity()));
        for (Group group : groups.all()) {
            String name = group.name(sentences.language());
            org.camunda.bpm.engine.identity.Group known = present.get(group.id());
            if (known == null) {
                known = identities.newGroup(group.id());
                known.setType(group.kind() == Group.Kind.WORKING ? "WORKFLOW" : "SYSTEM");
            } else if (name.equals(known.getName())) {
                continue;
            }
            known.setName(name);
            identities.saveGroup(known);
        }
    }

    private void applyGrants() {
        // Pictures and tables are no secret; a start needs CREATE here and the right to start that very process.
        grants.toEverybody(Resources.PROCESS_DEFINITION, ANY, Permissions.READ);
        grants.toEverybody(Resources.DECISION_DEFINITION, ANY, Permissions.READ);
        grants.toEverybody(Resources.PROCESS_INSTANCE, ANY, Permissions.CREATE);
        for (Group group : groups.all()) {
            if (group.usesTasklist()) {
                grants.toGroup(group.id(), Resources.APPLICATION, "tasklist", Permissions.ACCESS);
            }
            switch (group.kind()) {
                case OWNER ->
                    grants.toGroup(group.id(), Resources.DEPLOYMENT, ANY, Permissions.CREATE, Permissions.READ);
                case ADMIN -> {
                    for (Resources resource : Resources.values()) {
                        grants.toGroup(group.id(), resource, ANY, Permissions.ALL);
                    }
                }
                default -> {}
            }
            // Tasklist looks up whom a task is handed to before it asks for it.
            group.head().ifPresent(head -> grants.toGroup(head, Resources.USER, ANY, Permissions.READ));
        }
    }
}
