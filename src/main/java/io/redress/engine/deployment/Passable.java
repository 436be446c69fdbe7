package io.redress.engine.deployment;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Element;

/** The nodes of a process that a case can come to: along the flows from its start, and by what happens on the way. */
final class Passable {

    private final List<Element> nodes = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    /** Not by recursion: an owner's diagram may be one long row. */
    private final Deque<Element> next = new ArrayDeque<>();

    Passable(Element process) {
        enter(process);
        while (!next.isEmpty()) {
            pass(next.remove());
        }
    }

    List<Element> nodes() {
        return nodes;
    }

    /** A process or sub-process begins at its start events, and with what may happen at any time in it. */
    private void enter(Element scope) {
        Vocabulary.children(scope).stream()
                .filter(child -> child.getLocalName().equals("startEvent")
                        || child.getAttribute("triggeredByEvent").equals("true"))
                .forEach(next::add);
    }

    private void pass(Element node) {
        String id = node.getAttribute("id");
        if (!ids.add(id)) {
            return;
        }
        nodes.add(node);
        if (node.getLocalName().equals("subProcess")) {
            enter(node);
        }
        List<Element> beside = Vocabulary.children((Element) node.getParentNode());
        for (Element other : beside) {
            if (other.getAttribute("attachedToRef").equals(id)) {
                next.add(other);
            } else if (other.getLocalName().equals("sequenceFlow")
                    && other.getAttribute("sourceRef").equals(id)) {
                beside.stream()
                        .filter(target -> target.getAttribute("id").equals(other.getAttribute("targetRef")))
                        .forEach(next::add);
            }
        }
    }
}
