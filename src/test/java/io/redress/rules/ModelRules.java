package io.redress.rules;

import java.util.List;

/** What every delivered diagram keeps, so that it reads like the others and whoever knows one word finds the rest. */
final class ModelRules {

    private static final List<Rule> RULES = List.of(
            new ProcessRules(),
            new NameRules(),
            new LabelRules(),
            new PlainRules(),
            new ServiceTaskRules(),
            new UserTaskRules(),
            new MappingRules(),
            new GatewayRules(),
            new EventRules(),
            new CallActivityRules(),
            new LayoutRules());

    private ModelRules() {}

    /** Sentences that each name an element and what is wrong with it; none when all is well. */
    static List<String> findings(Diagram diagram, House house) {
        Findings findings = new Findings();
        RULES.forEach(rule -> rule.check(diagram, house, findings));
        return findings.sentences();
    }
}
