package io.redress.engine.people;

import io.redress.people.Members;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.identity.UserQuery;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Who there is and who is in which group, as the engine knows it, whoever asks. */
@Component
class EngineMembers implements Members {

    private final ObjectProvider<ProcessEngineConfigurationImpl> engine;

    EngineMembers(ObjectProvider<ProcessEngineConfigurationImpl> engine) {
        this.engine = engine;
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

    private <T> T asked(Function<UserQuery, T> question) {
        return engine.getObject()
                .getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() ->
                        question.apply(engine.getObject().getIdentityService().createUserQuery())));
    }
}
