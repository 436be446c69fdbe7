package io.redress.rules;

import org.camunda.bpm.model.bpmn.instance.CallActivity;

/** A called process exists; where it is chosen only when it is called, a missing one becomes an incident right there. */
final class CallActivityRules implements Rule {

    @Override
    public void check(Diagram diagram, House house, Findings findings) {
        for (CallActivity call : diagram.all(CallActivity.class)) {
            String called = String.valueOf(call.getCalledElement());
            if (!called.contains("{")) {
                if (!house.processes().contains(called)) {
                    findings.add(call, "there is no process %s", called);
                }
            } else if (!call.isCamundaAsyncBefore()) {
                findings.add(call, "is called by route and has no save point (asyncBefore)");
            }
        }
    }
}
