package io.redress.engine.people;

import io.redress.merchant.Merchant;
import io.redress.people.Members;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * A task that begins for a merchant whom nobody logs in for begins at the desk. The process may have worked out whom to ask while
 * somebody still did.
 */
public final class DeskForMerchants extends AbstractBpmnParseListener {

    private final Members members;

    public DeskForMerchants(Members members) {
        this.members = members;
    }

    @Override
    public void parseUserTask(Element task, ScopeImpl scope, ActivityImpl activity) {
        Set<Expression> groups = ((UserTaskActivityBehavior) activity.getActivityBehavior())
                .getTaskDefinition()
                .getCandidateGroupIdExpressions();
        List<Expression> computed =
                groups.stream().filter(group -> !group.isLiteralText()).toList();
        computed.forEach(group -> {
            groups.remove(group);
            groups.add(new Reachable(group));
        });
    }

    private List<String> reachable(Stream<String> groups) {
        return groups.map(group -> reachable(group.strip())).distinct().toList();
    }

    private String reachable(String group) {
        return Merchant.ofGroup(group).isPresent() && members.of(group).isEmpty() ? EngineMerchantLogins.DESK : group;
    }

    /** The groups that the diagram computes, the desk in the place of those whom nobody is in. */
    private final class Reachable implements Expression {

        private final Expression groups;

        private Reachable(Expression groups) {
            this.groups = groups;
        }

        @Override
        public Object getValue(VariableScope scope) {
            Object value = groups.getValue(scope);
            if (value instanceof String text) {
                return reachable(Stream.of(text.split(",")));
            }
            // What is no group at all is the engine's to refuse.
            return value instanceof Collection<?> several
                    ? reachable(several.stream().map(String::valueOf))
                    : value;
        }

        @Override
        public void setValue(Object value, VariableScope scope) {
            groups.setValue(value, scope);
        }

        @Override
        public String getExpressionText() {
            return groups.getExpressionText();
        }

        @Override
        public boolean isLiteralText() {
            return false;
        }
    }
}
