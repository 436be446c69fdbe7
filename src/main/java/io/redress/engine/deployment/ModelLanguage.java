package io.redress.engine.deployment;

import io.redress.form.FormLabels;
import io.redress.language.Language;
import java.util.Arrays;
import org.camunda.bpm.engine.impl.bpmn.deployer.BpmnDeployer;
import org.camunda.bpm.engine.impl.form.deployer.CamundaFormDefinitionDeployer;

/** Models in the language of the installation: diagrams and forms. A decision table has one label in both languages. */
final class ModelLanguage {

    private ModelLanguage() {}

    /** @param file the name of the file, which says what is in it */
    static byte[] in(Language language, String file, byte[] model) {
        if (hasSuffix(file, BpmnDeployer.BPMN_RESOURCE_SUFFIXES)) {
            return DiagramLabels.in(language, model);
        }
        return hasSuffix(file, CamundaFormDefinitionDeployer.FORM_RESOURCE_SUFFIXES)
                ? FormLabels.in(language, model)
                : model;
    }

    private static boolean hasSuffix(String file, String... suffixes) {
        return Arrays.stream(suffixes).anyMatch(file::endsWith);
    }
}
