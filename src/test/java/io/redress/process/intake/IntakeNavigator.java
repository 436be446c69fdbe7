package io.redress.process.intake;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;

import io.redress.testing.Complaints;
import io.redress.testing.Desk;
import org.camunda.bpm.engine.runtime.ProcessInstance;

/** Takes a complaint to each place where it waits, and asserts that it waits there. */
public final class IntakeNavigator {

    private static final String CLERK = "customer-service";

    private final Desk desk;

    public IntakeNavigator(Desk desk) {
        this.desk = desk;
    }

    public ProcessInstance atRegisterComplaint() {
        ProcessInstance complaint = desk.start(CLERK, IntakeProcess.KEY, Complaints.registration());
        assertThat(complaint).isWaitingAt("serviceTask_registerComplaint");
        return complaint;
    }

    public ProcessInstance atConfirmTheRecord() {
        ProcessInstance complaint = atRegisterComplaint();
        execute(job("serviceTask_registerComplaint", complaint));
        assertThat(complaint).isWaitingAt("userTask_confirmTheRecord");
        return complaint;
    }

    public ProcessInstance atArchiveComplaint() {
        ProcessInstance complaint = atConfirmTheRecord();
        desk.submit(CLERK, task("userTask_confirmTheRecord", complaint), Complaints.confirmation());
        assertThat(complaint).isWaitingAt("serviceTask_archiveComplaint");
        return complaint;
    }

    public ProcessInstance archived() {
        ProcessInstance complaint = atArchiveComplaint();
        execute(job("serviceTask_archiveComplaint", complaint));
        assertThat(complaint).isEnded();
        return complaint;
    }
}
