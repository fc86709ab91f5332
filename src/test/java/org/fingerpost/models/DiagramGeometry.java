package org.fingerpost.models;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;

/**
 * Rules 1 and 10 of {@code src/docs/models/style.md}: a diagram that can be read by following one
 * line. Works on the coordinates in the file, in pixels, y growing downwards.
 */
final class DiagramGeometry {

  private static final double OFF_CENTRE = 10;

  private final String file;
  private final BpmnModelInstance model;
  private final List<Finding> findings = new ArrayList<>();
  private final Map<String, Box> shapes = new LinkedHashMap<>();
  private final Map<String, Box> labels = new LinkedHashMap<>();
  private final Map<String, List<Line>> arrows = new LinkedHashMap<>();

  private DiagramGeometry(Path file, BpmnModelInstance model) {
    this.file = file.toString();
    this.model = model;
  }

  static List<Finding> check(Path file, BpmnModelInstance model) {
    return new DiagramGeometry(file, model).check();
  }

  private List<Finding> check() {
    read();
    if (drawnCompletely()) {
      sizes();
      happyPath();
      arrowsAreStraight();
      neighboursAreAligned();
      nothingOverlaps();
      arrowsAvoidShapes();
      arrowsDoNotCross();
      labelsCanBeRead();
    }
    return findings;
  }

  private void read() {
    for (BpmnShape shape : model.getModelElementsByType(BpmnShape.class)) {
      if (shape.getBpmnElement() != null) {
        shapes.put(shape.getBpmnElement().getId(), Box.of(shape.getBounds()));
        label(shape.getBpmnElement(), shape.getBpmnLabel());
      }
    }
    for (BpmnEdge edge : model.getModelElementsByType(BpmnEdge.class)) {
      if (edge.getBpmnElement() != null) {
        var points = List.copyOf(edge.getWaypoints());
        var lines = new ArrayList<Line>();
        for (int i = 1; i < points.size(); i++) {
          lines.add(Line.of(points.get(i - 1), points.get(i)));
        }
        arrows.put(edge.getBpmnElement().getId(), lines);
        label(edge.getBpmnElement(), edge.getBpmnLabel());
      }
    }
  }

  private void label(BaseElement element, BpmnLabel label) {
    if (label != null && label.getBounds() != null) {
      labels.put(element.getId(), Box.of(label.getBounds()));
    }
  }

  private boolean drawnCompletely() {
    for (FlowNode node : all(FlowNode.class)) {
      if (!shapes.containsKey(node.getId())) {
        add(
            node.getId(),
            1,
            "This is in the process but not in the picture. Open the file in Camunda Modeler and"
                + " draw it.");
      }
      boolean named = node.getName() != null && (node instanceof Event || node instanceof Gateway);
      if (named && !labels.containsKey(node.getId())) {
        add(
            node.getId(),
            1,
            "The name has no place in the picture. Move the label once in Camunda Modeler and"
                + " save.");
      }
    }
    for (SequenceFlow flow : all(SequenceFlow.class)) {
      if (!arrows.containsKey(flow.getId())) {
        add(flow.getId(), 1, "This arrow is in the process but not in the picture.");
      } else if (flow.getName() != null && !labels.containsKey(flow.getId())) {
        add(
            flow.getId(),
            1,
            "The name has no place in the picture. Move the label once in Camunda Modeler and"
                + " save.");
      }
    }
    return findings.isEmpty();
  }

  private void sizes() {
    for (FlowNode node : all(FlowNode.class)) {
      if (node instanceof SubProcess) {
        continue;
      }
      Box box = shapes.get(node.getId());
      int[] usual =
          node instanceof Event
              ? new int[] {36, 36}
              : node instanceof Gateway ? new int[] {50, 50} : new int[] {100, 80};
      if (box.width != usual[0] || box.height != usual[1]) {
        add(
            node.getId(),
            10,
            "Give this symbol its usual size, %d by %d: a bigger one looks more important than it is."
                .formatted(usual[0], usual[1]));
      }
    }
  }

  /** From each start event one straight line leads to an end event. */
  private void happyPath() {
    for (StartEvent start : all(StartEvent.class)) {
      FlowNode at = start;
      int steps = 0;
      while (!(at instanceof EndEvent) && steps++ < 100) {
        FlowNode from = at;
        var next =
            from.getOutgoing().stream()
                .map(SequenceFlow::getTarget)
                .filter(
                    target ->
                        shapes.get(target.getId()).middleY() == shapes.get(start.getId()).middleY())
                .filter(
                    target -> shapes.get(target.getId()).left() > shapes.get(from.getId()).right())
                .findFirst();
        if (next.isEmpty()) {
          add(
              from.getId(),
              1,
              ("The straight line that begins at %s breaks off here. Put the way most referrals go"
                      + " on one horizontal line, left to right, up to an end event.")
                  .formatted(start.getId()));
          break;
        }
        at = next.get();
      }
    }
  }

  private void arrowsAreStraight() {
    for (SequenceFlow flow : all(SequenceFlow.class)) {
      List<Line> lines = arrows.get(flow.getId());
      if (lines.stream().anyMatch(line -> !line.isHorizontal() && !line.isVertical())) {
        add(flow.getId(), 1, "Arrows run left, right, up or down, never at a slant.");
      }
      Box source = shapes.get(flow.getSource().getId());
      Box target = shapes.get(flow.getTarget().getId());
      Line first = lines.get(0);
      Line last = lines.get(lines.size() - 1);
      if (!source.hasOnBorder(first.x1, first.y1) || !target.hasOnBorder(last.x2, last.y2)) {
        add(
            flow.getId(),
            1,
            "This arrow does not begin and end at the border of its shapes. Move one of them and"
                + " put it back.");
      }
      if (flow.getTarget() instanceof Activity
          && last.x2 == target.right()
          && last.isHorizontal()) {
        add(
            flow.getId(),
            1,
            "This arrow enters from the right, against the direction of reading. Lead it in from"
                + " below or above.");
      }
    }
  }

  private void neighboursAreAligned() {
    for (SequenceFlow flow : all(SequenceFlow.class)) {
      FlowNode source = flow.getSource();
      FlowNode target = flow.getTarget();
      boolean branches =
          source instanceof Gateway
              || target instanceof Gateway
              || source instanceof BoundaryEvent
              || source.getOutgoing().size() > 1
              || target.getIncoming().size() > 1;
      if (branches) {
        continue;
      }
      Box from = shapes.get(source.getId());
      Box to = shapes.get(target.getId());
      if (Math.abs(from.middleY() - to.middleY()) > OFF_CENTRE
          && Math.abs(from.middleX() - to.middleX()) > OFF_CENTRE) {
        add(
            flow.getId(),
            1,
            "%s and %s follow each other without a choice: put them on one line."
                .formatted(source.getId(), target.getId()));
      }
    }
  }

  private void nothingOverlaps() {
    var nodes = List.copyOf(all(FlowNode.class));
    for (int i = 0; i < nodes.size(); i++) {
      for (int j = i + 1; j < nodes.size(); j++) {
        FlowNode a = nodes.get(i);
        FlowNode b = nodes.get(j);
        if (!belongTogether(a, b) && shapes.get(a.getId()).overlaps(shapes.get(b.getId()))) {
          add(a.getId(), 1, "This overlaps with %s. Move one of them.".formatted(b.getId()));
        }
      }
    }
  }

  /** An event on the border of a task, or a shape inside its sub-process. */
  private static boolean belongTogether(FlowNode a, FlowNode b) {
    return a instanceof BoundaryEvent event && event.getAttachedTo().equals(b)
        || b instanceof BoundaryEvent other && other.getAttachedTo().equals(a)
        || a.getParentElement().equals(b)
        || b.getParentElement().equals(a);
  }

  private void arrowsAvoidShapes() {
    for (SequenceFlow flow : all(SequenceFlow.class)) {
      for (FlowNode node : all(FlowNode.class)) {
        if (node instanceof SubProcess && flow.getParentElement().equals(node)) {
          continue;
        }
        boolean host =
            flow.getSource() instanceof BoundaryEvent event && event.getAttachedTo().equals(node);
        Box box = shapes.get(node.getId()).shrunk(host ? 20 : 1);
        if (arrows.get(flow.getId()).stream().anyMatch(box::isCrossedBy)) {
          add(
              flow.getId(),
              1,
              "This arrow runs through %s. Lead it around.".formatted(node.getId()));
        }
      }
    }
  }

  private void arrowsDoNotCross() {
    var flows = List.copyOf(all(SequenceFlow.class));
    for (int i = 0; i < flows.size(); i++) {
      for (int j = i + 1; j < flows.size(); j++) {
        SequenceFlow a = flows.get(i);
        SequenceFlow b = flows.get(j);
        boolean fork = a.getSource().equals(b.getSource());
        boolean join = a.getTarget().equals(b.getTarget());
        for (Line one : arrows.get(a.getId())) {
          for (Line other : arrows.get(b.getId())) {
            if (one.crosses(other) || (!fork && !join && one.liesOn(other))) {
              add(
                  a.getId(),
                  1,
                  "This arrow crosses or covers %s. Lead one of them around.".formatted(b.getId()));
            }
          }
        }
      }
    }
  }

  private void labelsCanBeRead() {
    var ids = List.copyOf(labels.keySet());
    for (int i = 0; i < ids.size(); i++) {
      String id = ids.get(i);
      Box label = labels.get(id);
      for (int j = i + 1; j < ids.size(); j++) {
        if (label.overlaps(labels.get(ids.get(j)))) {
          add(
              id,
              1,
              "The name of this and the name of %s overlap. Move one of them."
                  .formatted(ids.get(j)));
        }
      }
      for (FlowNode node : all(FlowNode.class)) {
        boolean gatewayCorner = node.getId().equals(id) && node instanceof Gateway;
        if (!(node instanceof SubProcess)
            && !gatewayCorner
            && label.overlaps(shapes.get(node.getId()))) {
          add(id, 1, "The name of this lies over %s. Move it.".formatted(node.getId()));
        }
      }
      arrows.forEach(
          (flow, lines) -> {
            if (lines.stream().anyMatch(label::isCrossedBy)) {
              add(id, 1, "The name of this lies over the arrow %s. Move it.".formatted(flow));
            }
          });
    }
  }

  private <T extends org.camunda.bpm.model.xml.instance.ModelElementInstance> Collection<T> all(
      Class<T> type) {
    return model.getModelElementsByType(type);
  }

  private void add(String element, int rule, String advice) {
    findings.add(new Finding(file, element, rule, advice));
  }

  private record Box(double left, double top, double width, double height) {

    static Box of(Bounds bounds) {
      return new Box(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
    }

    double right() {
      return left + width;
    }

    double bottom() {
      return top + height;
    }

    double middleX() {
      return left + width / 2;
    }

    double middleY() {
      return top + height / 2;
    }

    Box shrunk(double by) {
      return new Box(left + by, top + by, width - 2 * by, height - 2 * by);
    }

    boolean overlaps(Box other) {
      return left < other.right()
          && other.left < right()
          && top < other.bottom()
          && other.top < bottom();
    }

    boolean isCrossedBy(Line line) {
      return line.left() < right()
              && left < line.right()
              && line.top() < bottom()
              && top < line.bottom()
          || line.isHorizontal()
              && line.y1 > top
              && line.y1 < bottom()
              && line.left() < right()
              && left < line.right()
          || line.isVertical()
              && line.x1 > left
              && line.x1 < right()
              && line.top() < bottom()
              && top < line.bottom();
    }

    boolean hasOnBorder(double x, double y) {
      boolean withinX = x >= left - 1 && x <= right() + 1;
      boolean withinY = y >= top - 1 && y <= bottom() + 1;
      boolean upright = Math.abs(x - left) <= 1 || Math.abs(x - right()) <= 1;
      boolean flat = Math.abs(y - top) <= 1 || Math.abs(y - bottom()) <= 1;
      return withinX && withinY && (upright || flat);
    }
  }

  private record Line(double x1, double y1, double x2, double y2) {

    static Line of(Waypoint from, Waypoint to) {
      return new Line(from.getX(), from.getY(), to.getX(), to.getY());
    }

    double left() {
      return Math.min(x1, x2);
    }

    double right() {
      return Math.max(x1, x2);
    }

    double top() {
      return Math.min(y1, y2);
    }

    double bottom() {
      return Math.max(y1, y2);
    }

    boolean isHorizontal() {
      return y1 == y2;
    }

    boolean isVertical() {
      return x1 == x2;
    }

    /** A true crossing: each passes through the inside of the other. Meeting in a T is not one. */
    boolean crosses(Line other) {
      if (isHorizontal() && other.isVertical()) {
        return left() < other.x1 && other.x1 < right() && other.top() < y1 && y1 < other.bottom();
      }
      return isVertical() && other.isHorizontal() && other.crosses(this);
    }

    boolean liesOn(Line other) {
      return isHorizontal()
              && other.isHorizontal()
              && y1 == other.y1
              && left() < other.right()
              && other.left() < right()
          || isVertical()
              && other.isVertical()
              && x1 == other.x1
              && top() < other.bottom()
              && other.top() < bottom();
    }
  }
}
