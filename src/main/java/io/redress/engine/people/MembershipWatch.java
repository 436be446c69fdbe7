package io.redress.engine.people;

import io.redress.merchant.Merchant;
import java.util.List;
import java.util.function.BiConsumer;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.IdentityOperationResult;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.GenericManagerFactory;

/** Whoever acts for a merchant no longer hands back what they had taken, by whatever door they were taken out of its group. */
final class MembershipWatch extends AbstractProcessEnginePlugin {

    private final BiConsumer<String, String> left;

    /** @param left is told who has left which group of a merchant's, in the very command that takes them out */
    MembershipWatch(BiConsumer<String, String> left) {
        this.left = left;
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
            return new Watched(left);
        }
    }

    /** The engine's own people. */
    static final class Watched extends DbIdentityServiceProvider {

        private final BiConsumer<String, String> left;

        private Watched(BiConsumer<String, String> left) {
            this.left = left;
        }

        @Override
        public IdentityOperationResult deleteMembership(String login, String group) {
            IdentityOperationResult result = super.deleteMembership(login, group);
            if (Merchant.ofGroup(group).isPresent()) {
                left.accept(login, group);
            }
            return result;
        }

        @Override
        public IdentityOperationResult deleteUser(String login) {
            List<String> merchants = createGroupQuery().groupMember(login).list().stream()
                    .map(Group::getId)
                    .filter(group -> Merchant.ofGroup(group).isPresent())
                    .toList();
            IdentityOperationResult result = super.deleteUser(login);
            merchants.forEach(group -> left.accept(login, group));
            return result;
        }
    }
}
