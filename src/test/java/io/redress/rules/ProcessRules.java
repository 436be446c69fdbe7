package io.redress.rules;

import io.redress.form.Form;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** The process as a whole: its file, who starts it, how long its history is kept, and its contract. */
final class ProcessRules implements Rule {

    private static final int LONGEST_CONTRACT = 60;

    /** As many as a person takes in at a glance. */
    private static final int MOST_ACTIVITIES = 14;

    @Override
    public void check(Diagram diagram, House house, Findings findings) {
        Process process = diagram.process();
        if (diagram.all(Process.class).size() != 1) {
            findings.add(process, "a file holds one process");
        }
        if (!process.getId().equals(diagram.name()) || !Words.isKebabCase(process.getId())) {
            findings.add(process, "the id is the name of its file (%s), in kebab-case", diagram.name());
        }
        if (!process.isExecutable()) {
            findings.add(process, "is not executable");
        }
        if (process.getCamundaHistoryTimeToLiveString() == null) {
            findings.add(process, "does not say how long its history is kept (history time to live)");
        }
        long activities =
                diagram.all(Task.class).size() + diagram.all(CallActivity.class).size();
        if (activities > MOST_ACTIVITIES) {
            findings.add(process, "has %d activities, more than %d: split it", activities, MOST_ACTIVITIES);
        }
        starters(diagram, house, findings);
        contract(diagram, house, findings);
    }

    private static void starters(Diagram diagram, House house, Findings findings) {
        Process process = diagram.process();
        List<String> starters = process.getCamundaCandidateStarterGroupsList();
        starters.stream()
                .filter(group -> !house.groups().contains(group))
                .forEach(group -> findings.add(process, "nobody is in the group %s that may start it", group));
        List<StartEvent> forms = diagram.all(StartEvent.class).stream()
                .filter(start -> start.getCamundaFormRef() != null)
                .toList();
        if (!forms.isEmpty() && starters.isEmpty()) {
            findings.add(process, "has a start form, but no group may start it");
        }
        forms.forEach(start -> FormReference.check(start, house, findings));
    }

    private static void contract(Diagram diagram, House house, Findings findings) {
        Process process = diagram.process();
        Contract contract = house.contracts().get(process.getId());
        if (contract == null) {
            findings.add(process, "no class *Process declares it as its KEY");
            return;
        }
        if (contract.lines() > LONGEST_CONTRACT) {
            findings.add(process, "its contract has %d lines, more than %d", contract.lines(), LONGEST_CONTRACT);
        }
        Set<String> declared = Arrays.stream(
                        Diagram.property(process, "variables").orElse("").split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        List<Form> forms = forms(diagram, house);
        Set<String> asked = forms.stream()
                .flatMap(form -> form.fields().stream())
                .filter(field -> !field.disabled())
                .map(field -> field.key())
                .collect(Collectors.toSet());
        for (String name : declared) {
            if (!contract.variables().contains(name) || Contract.CASE.contains(name)) {
                findings.add(
                        process,
                        "lets %s in (variables), which its contract does not declare beside the case's own: declare it where a gateway reads it, else take it out",
                        name);
            }
            if (!asked.contains(name)) {
                findings.add(process, "no form asks for the variable %s", name);
            }
            if (forms.stream()
                    .flatMap(form -> form.field(name).stream())
                    .anyMatch(field -> field.personal().isPresent())) {
                findings.add(process, "the variable %s is personal and must not reach the engine", name);
            }
        }
        contract.variables().stream()
                .filter(name -> asked.contains(name) && !Contract.CASE.contains(name) && !declared.contains(name))
                .forEach(name -> findings.add(
                        process, "a form asks for %s, but the property “variables” does not let it in", name));
    }

    private static List<Form> forms(Diagram diagram, House house) {
        Stream<FlowNode> asking =
                Stream.concat(diagram.all(StartEvent.class).stream(), diagram.all(UserTask.class).stream());
        return asking.map(FormReference::of)
                .filter(Objects::nonNull)
                .map(house.forms()::get)
                .filter(Objects::nonNull)
                .toList();
    }
}
