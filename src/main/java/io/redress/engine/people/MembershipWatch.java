package io.redress.engine.people;

import io.redress.merchant.Merchant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.IdentityOperationResult;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.GenericManagerFactory;

/** Whoever acts for a merchant no longer hands back what they had taken, by whatever door they were taken out of its group. */
final class MembershipWatch extends AbstractProcessEnginePlugin {

    /** Is told in the very command that takes them out. */
    interface Leaving {

        /** Somebody has left the group of a merchant. */
        void left(String login, String group);

        /** Nobody is in it any more. */
        void deserted(String group);
    }

    private final Leaving leaving;

    MembershipWatch(Leaving leaving) {
        this.leaving = leaving;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setIdentityProviderSessionFactory(new Factory());
    }

    private final class Factory extends GenericManagerFactory implements SessionFactory {

        private Factory() {
            super(Watched.class);
        }

        @Override
        public Session openSession() {
            return new Watched(leaving);
        }
    }

    /** The engine's own people. */
    static final class Watched extends DbIdentityServiceProvider {

        private final Leaving leaving;

        private Watched(Leaving leaving) {
            this.leaving = leaving;
        }

        @Override
        public IdentityOperationResult deleteMembership(String login, String group) {
            List<String> members = members(group);
            IdentityOperationResult result = super.deleteMembership(login, group);
            tell(login, group, members);
            return result;
        }

        @Override
        public IdentityOperationResult deleteUser(String login) {
            Map<String, List<String>> merchants = createGroupQuery().groupMember(login).list().stream()
                    .map(Group::getId)
                    .collect(Collectors.toMap(Function.identity(), this::members));
            IdentityOperationResult result = super.deleteUser(login);
            merchants.forEach((group, members) -> tell(login, group, members));
            return result;
        }

        @Override
        public IdentityOperationResult deleteGroup(String group) {
            List<String> members = members(group);
            IdentityOperationResult result = super.deleteGroup(group);
            members.forEach(login -> leaving.left(login, group));
            if (Merchant.ofGroup(group).isPresent()) {
                leaving.deserted(group);
            }
            return result;
        }

        private void tell(String login, String group, List<String> before) {
            if (before.contains(login)) {
                leaving.left(login, group);
                if (before.size() == 1) {
                    leaving.deserted(group);
                }
            }
        }

        /** Who acts for the merchant whose group it is; nobody, where it is none. */
        private List<String> members(String group) {
            return Merchant.ofGroup(group).isEmpty()
                    ? List.of()
                    : createUserQuery().memberOfGroup(group).list().stream()
                            .map(User::getId)
                            .toList();
        }
    }
}
