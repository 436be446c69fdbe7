package io.redress.engine.people;

import io.redress.people.Colleague;
import io.redress.people.Group;
import io.redress.people.Groups;
import io.redress.people.Members;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.identity.UserQuery;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Who there is and who is in which group, as the engine knows it, whoever asks. */
@Component
class EngineMembers implements Members {

    private final ObjectProvider<ProcessEngineConfigurationImpl> engine;
    private final Groups groups;

    EngineMembers(ObjectProvider<ProcessEngineConfigurationImpl> engine, Groups groups) {
        this.engine = engine;
        this.groups = groups;
    }

    @Override
    public Set<String> of(String group) {
        return asked(people ->
                people.memberOfGroup(group).list().stream().map(User::getId).collect(Collectors.toUnmodifiableSet()));
    }

    @Override
    public boolean known(String login) {
        return asked(people -> people.userId(login).count() > 0);
    }

    @Override
    public String name(String login) {
        return Optional.ofNullable(asked(people -> people.userId(login).singleResult()))
                .map(EngineMembers::name)
                .orElse(login);
    }

    @Override
    public List<Colleague> colleagues() {
        Set<String> programs = groups.all().stream()
                .filter(group -> group.kind() == Group.Kind.API)
                .flatMap(group -> of(group.id()).stream())
                .collect(Collectors.toSet());
        return asked(UserQuery::list).stream()
                .filter(user -> !programs.contains(user.getId()))
                .map(user -> new Colleague(user.getId(), name(user)))
                .sorted(Comparator.comparing(Colleague::name))
                .toList();
    }

    private static String name(User user) {
        String name = Stream.of(user.getFirstName(), user.getLastName())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "))
                .strip();
        return name.isEmpty() ? user.getId() : name;
    }

    private <T> T asked(Function<UserQuery, T> question) {
        return engine.getObject()
                .getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() ->
                        question.apply(engine.getObject().getIdentityService().createUserQuery())));
    }
}
