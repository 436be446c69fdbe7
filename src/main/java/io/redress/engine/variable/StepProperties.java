package io.redress.engine.variable;

import java.util.Optional;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** What a diagram says of a step by its extension properties. */
public final class StepProperties {

    private StepProperties() {}

    public static Optional<String> of(Element step, String name) {
        return Optional.ofNullable(step.element("extensionElements"))
                .map(extensions -> extensions.element("properties"))
                .stream()
                .flatMap(properties -> properties.elements("property").stream())
                .filter(property -> name.equals(property.attribute("name")))
                .map(property -> property.attribute("value"))
                .findFirst();
    }
}
