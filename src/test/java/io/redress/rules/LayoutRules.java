package io.redress.rules;

import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;

/** Standard sizes with their centres on a grid of 10 px, flows at right angles, and room to read between the steps. */
final class LayoutRules implements Rule {

    private static final int GRID = 10;
    private static final int GAP = 50;

    @Override
    public void check(Diagram diagram, House house, Findings findings) {
        Set<BaseElement> drawn = Stream.concat(
                        diagram.all(BpmnShape.class).stream().map(BpmnShape::getBpmnElement),
                        diagram.all(BpmnEdge.class).stream().map(BpmnEdge::getBpmnElement))
                .collect(Collectors.toSet());
        Stream.concat(diagram.all(FlowNode.class).stream(), diagram.all(SequenceFlow.class).stream())
                .filter(element -> !drawn.contains(element))
                .forEach(element -> findings.add(element, "is not drawn"));
        diagram.all(BpmnShape.class).stream()
                .filter(shape -> shape.getBpmnElement() instanceof FlowNode)
                .forEach(shape -> shape(shape, findings));
        diagram.all(BpmnEdge.class).forEach(edge -> edge(edge, findings));
    }

    private static void shape(BpmnShape shape, Findings findings) {
        Bounds bounds = shape.getBounds();
        if (shape.getBpmnElement() instanceof SubProcess && shape.isExpanded()) {
            if (Stream.of(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight())
                    .anyMatch(LayoutRules::offGrid)) {
                findings.add(shape.getBpmnElement(), "a frame lies on the grid of %d px", GRID);
            }
            return;
        }
        if (offGrid(bounds.getX() + bounds.getWidth() / 2) || offGrid(bounds.getY() + bounds.getHeight() / 2)) {
            findings.add(shape.getBpmnElement(), "its centre lies on the grid of %d px", GRID);
        }
        int width = width(shape.getBpmnElement());
        int height = width == 100 ? 80 : width;
        // A word that would be broken in two gets the room it needs.
        boolean wider = width == 100 && bounds.getWidth() == 120 && longWord(shape.getBpmnElement());
        if (!wider && bounds.getWidth() != width || bounds.getHeight() != height) {
            findings.add(shape.getBpmnElement(), "is %d by %d px", width, height);
        }
    }

    private static boolean longWord(BaseElement element) {
        return Arrays.stream(Diagram.label(element).split(" ")).anyMatch(word -> word.length() > 14);
    }

    private static int width(BaseElement element) {
        return element instanceof Event ? 36 : element instanceof Gateway ? 50 : 100;
    }

    private static void edge(BpmnEdge edge, Findings findings) {
        Collection<Waypoint> waypoints = edge.getWaypoints();
        Waypoint last = null;
        for (Waypoint next : waypoints) {
            if (last != null && !last.getX().equals(next.getX()) && !last.getY().equals(next.getY())) {
                findings.add(edge.getBpmnElement(), "runs aslant");
            }
            if (last != null && waypoints.size() == 2 && length(last, next) < GAP) {
                findings.add(edge.getBpmnElement(), "leaves less than %d px between two steps", GAP);
            }
            last = next;
        }
    }

    private static double length(Waypoint from, Waypoint to) {
        return Math.hypot(to.getX() - from.getX(), to.getY() - from.getY());
    }

    private static boolean offGrid(double place) {
        return place % GRID != 0;
    }
}
