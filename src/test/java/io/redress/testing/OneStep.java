package io.redress.testing;

import io.redress.engine.deployment.PastTheGate;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.camunda.bpm.engine.RepositoryService;

/**
 * A course of a complaint with one step, Confirm the record, and the deadlines CONFIRMATION and RESOLUTION: enough for what time
 * does to deadlines, deployed over the packaged course as an owner would who need not keep what the packaged one promises.
 */
public final class OneStep {

    private OneStep() {}

    public static void deploy(RepositoryService repository) {
        PastTheGate.deploy(
                repository,
                repository
                        .createDeployment()
                        .addString("complaint-handling.bpmn", diagram())
                        .addString("deadline-policy.dmn", policy()));
    }

    /** The packaged policy, in which this course has no acknowledgement. */
    public static String policy() {
        String packaged = CalendarFiles.packaged("processes/deadline-policy.dmn");
        String changed =
                packaged.replaceAll("(id=\"rule_ACKNOWLEDGE_route\">\\s*<text>)[^<]*", "$1not(\"complaint-intake\")");
        if (changed.equals(packaged)) {
            throw new IllegalStateException("the packaged policy has no rule for the acknowledgement");
        }
        return changed;
    }

    private static String diagram() {
        try (InputStream diagram = OneStep.class.getResourceAsStream("/deadlines/complaint-handling.bpmn")) {
            return new String(diagram.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
