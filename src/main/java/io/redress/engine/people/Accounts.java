package io.redress.engine.people;

import io.redress.engine.refusal.Refusal;
import io.redress.language.Sentences;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.identity.GroupQuery;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;

/**
 * The accounts of people: a password that is too weak is refused in words, over which the engine itself fails. The names of groups are
 * for everybody at work.
 */
class Accounts extends IdentityServiceImpl {

    private final Sentences sentences;

    Accounts(Sentences sentences) {
        this.sentences = sentences;
    }

    @Override
    public GroupQuery createGroupQuery() {
        return new GroupNames(commandExecutor);
    }

    @Override
    public void saveUser(User user, boolean skipPasswordPolicy) {
        commandExecutor.execute(context -> {
            UserEntity account = (UserEntity) user;
            if (!skipPasswordPolicy
                    && context.getProcessEngineConfiguration().isEnablePasswordPolicy()
                    && account.hasNewPassword()
                    && !account.checkPasswordAgainstPolicy()) {
                throw Refusal.inWords(new BadUserRequestException(sentences.say("people.weakOwnPassword")));
            }
            super.saveUser(user, skipPasswordPolicy);
            return null;
        });
    }
}
