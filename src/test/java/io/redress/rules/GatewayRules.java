package io.redress.rules;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/** A split is a question, its flows the answers, one of them the default; joins and parallel gateways say nothing. */
final class GatewayRules implements Rule {

    private static final Pattern STRING = Pattern.compile("'[^']*'|\"[^\"]*\"");
    private static final Pattern NAME = Pattern.compile("(?<![\\w.])[A-Za-z_]\\w*");
    private static final Set<String> OPERATORS = Set.of(
            "and", "or", "not", "empty", "eq", "ne", "lt", "gt", "le", "ge", "div", "mod", "true", "false", "null");

    @Override
    public void check(Diagram diagram, House house, Findings findings) {
        for (Gateway gateway : diagram.all(Gateway.class)) {
            if (asks(diagram, gateway)) {
                question(diagram, gateway, findings);
            } else if (gateway.getName() != null) {
                findings.add(gateway, "a gateway that asks nothing has no label");
            }
        }
        Contract contract = house.contracts().get(diagram.process().getId());
        for (SequenceFlow flow : diagram.all(SequenceFlow.class)) {
            if (flow.getName() != null && !(flow.getSource() instanceof Gateway gateway && asks(diagram, gateway))) {
                findings.add(flow, "a flow that answers no question has no label");
            }
            if (flow.getConditionExpression() != null && contract != null) {
                condition(flow, contract, findings);
            }
        }
    }

    private static boolean asks(Diagram diagram, Gateway gateway) {
        boolean chooses = gateway instanceof ExclusiveGateway || gateway instanceof InclusiveGateway;
        return chooses && diagram.leaving(gateway).size() > 1;
    }

    private static void question(Diagram diagram, Gateway gateway, Findings findings) {
        if (!Diagram.label(gateway).endsWith("?")) {
            findings.add(gateway, "asks no question (?)");
        }
        SequenceFlow otherwise = gateway instanceof ExclusiveGateway exclusive
                ? exclusive.getDefault()
                : ((InclusiveGateway) gateway).getDefault();
        if (otherwise == null) {
            findings.add(gateway, "has no default flow");
        }
        for (SequenceFlow flow : diagram.leaving(gateway)) {
            if (flow.getName() == null) {
                findings.add(flow, "does not answer the question of %s", gateway.getId());
            }
            if (!flow.equals(otherwise) && flow.getConditionExpression() == null) {
                findings.add(flow, "has no condition");
            }
        }
    }

    /** A gateway decides on what the process declares, and calls no bean. */
    private static void condition(SequenceFlow flow, Contract contract, Findings findings) {
        String condition =
                STRING.matcher(flow.getConditionExpression().getTextContent()).replaceAll("");
        if (Pattern.compile("\\w\\s*\\(")
                .matcher(condition.replaceAll("\\b(and|or|not|empty)\\s*\\(", " "))
                .find()) {
            findings.add(flow, "the condition calls something; a condition only reads variables");
        }
        NAME.matcher(condition)
                .results()
                .map(MatchResult::group)
                .filter(name ->
                        !OPERATORS.contains(name) && !contract.variables().contains(name))
                .collect(Collectors.toCollection(TreeSet::new))
                .forEach(name -> findings.add(flow, "the contract does not declare %s", name));
    }
}
