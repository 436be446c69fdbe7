package io.redress.engine.people;

import io.redress.merchant.Merchant;
import io.redress.merchant.MerchantLogins;
import io.redress.people.Groups;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.AuthorizationQuery;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** The logins of merchants as groups and members of the engine. Whoever calls it may administer people. */
@Component
class EngineMerchantLogins implements MerchantLogins {

    /** Does what a merchant without a login has to do. */
    static final String DESK = "customer-service";

    private final ObjectProvider<ProcessEngine> engine;

    EngineMerchantLogins(ObjectProvider<ProcessEngine> engine) {
        this.engine = engine;
    }

    /** Watches every door, Admin's as well as the register's. */
    @Bean
    static ProcessEnginePlugin membershipWatch(ObjectProvider<EngineMerchantLogins> logins) {
        return new MembershipWatch(new MembershipWatch.Leaving() {

            @Override
            public void left(String login, String group) {
                logins.getObject().left(login, group);
            }

            @Override
            public void deserted(String group) {
                logins.getObject().handToTheDesk(group);
            }
        });
    }

    @Override
    public Optional<Fault> fault(String login) {
        if (identities().createUserQuery().userId(login).count() == 0) {
            return Optional.of(Fault.UNKNOWN);
        }
        return groupsOf(login).stream().allMatch(ActingPerson::merchants)
                ? Optional.empty()
                : Optional.of(Fault.OF_THE_HOUSE);
    }

    @Override
    public void set(Merchant merchant, Set<String> logins) {
        name(merchant);
        Set<String> present = members(merchant.group());
        logins.stream().filter(login -> !present.contains(login)).forEach(login -> {
            identities().createMembership(login, merchant.group());
            if (!groupsOf(login).contains(Groups.MERCHANTS)) {
                identities().createMembership(login, Groups.MERCHANTS);
            }
        });
        present.stream().filter(login -> !logins.contains(login)).forEach(login -> leave(login, merchant));
        if (logins.isEmpty()) {
            handToTheDesk(merchant.group());
        }
    }

    private void name(Merchant merchant) {
        Group group = identities().createGroupQuery().groupId(merchant.group()).singleResult();
        if (group == null) {
            group = identities().newGroup(merchant.group());
            group.setType("WORKFLOW");
        } else if (merchant.line().equals(group.getName())) {
            return;
        }
        group.setName(merchant.line());
        identities().saveGroup(group);
    }

    /** Who acts for no merchant any more has no business here. */
    private void leave(String login, Merchant merchant) {
        identities().deleteMembership(login, merchant.group());
        if (groupsOf(login).equals(Set.of(Groups.MERCHANTS))) {
            identities().deleteMembership(login, Groups.MERCHANTS);
        }
    }

    /** What they had taken goes back to the group. */
    private void left(String login, String group) {
        tasks().createTaskQuery()
                .taskAssignee(login)
                .taskCandidateGroup(group)
                .includeAssignedTasks()
                .list()
                .forEach(task -> {
                    tasks().setAssignee(task.getId(), null);
                    withdraw(task, authorizations().createAuthorizationQuery().userIdIn(login));
                });
    }

    private void handToTheDesk(String group) {
        tasks().createTaskQuery()
                .taskCandidateGroup(group)
                .includeAssignedTasks()
                .list()
                .forEach(task -> {
                    tasks().addCandidateGroup(task.getId(), DESK);
                    tasks().deleteCandidateGroup(task.getId(), group);
                    withdraw(task, authorizations().createAuthorizationQuery().groupIdIn(group));
                });
    }

    /** The engine leaves who had a task the right to read it, and to read it on when it is done. */
    private void withdraw(Task task, AuthorizationQuery granted) {
        List.of(Resources.TASK, Resources.HISTORIC_TASK)
                .forEach(kind -> granted.resourceType(kind)
                        .resourceId(task.getId())
                        .list()
                        .forEach(grant -> authorizations().deleteAuthorization(grant.getId())));
    }

    private Set<String> members(String group) {
        return identities().createUserQuery().memberOfGroup(group).list().stream()
                .map(User::getId)
                .collect(Collectors.toSet());
    }

    private Set<String> groupsOf(String login) {
        List<Group> groups = identities().createGroupQuery().groupMember(login).list();
        return groups.stream().map(Group::getId).collect(Collectors.toSet());
    }

    private IdentityService identities() {
        return engine.getObject().getIdentityService();
    }

    private AuthorizationService authorizations() {
        return engine.getObject().getAuthorizationService();
    }

    private TaskService tasks() {
        return engine.getObject().getTaskService();
    }
}
