package io.kfaws.iam;

/**
 * The graph in Graphviz' language. Deterministic; lines end with LF.
 *
 * <p>Source: Graphviz documentation, "DOT Language" and "Node Shapes".
 */
public final class GraphDot {
  private GraphDot() {}

  /** The digraph. */
  public static String of(Graph graph) {
    Picture picture = Picture.of(graph);
    StringBuilder text = new StringBuilder("digraph identity {\n  rankdir=LR;\n");
    for (Picture.Node node : picture.nodes()) {
      text.append("  ").append(node.id()).append(" [shape=").append(shape(node.kind()));
      text.append(", label=").append(quoted(node.label())).append("];\n");
    }
    for (Picture.Edge edge : picture.edges()) {
      text.append("  ").append(edge.from()).append(" -> ").append(edge.to());
      if (!edge.label().isEmpty()) {
        text.append(" [label=").append(quoted(edge.label())).append(']');
      }
      text.append(";\n");
    }
    return text.append("}\n").toString();
  }

  private static String shape(Picture.Kind kind) {
    return switch (kind) {
      case PODS -> "ellipse";
      case ACCOUNT -> "box";
      case ROLE -> "hexagon";
      case POLICY -> "note";
      case RESOURCE -> "cylinder";
    };
  }

  /** In a label a backslash begins an escape, so it is doubled; control characters are dropped. */
  private static String quoted(String label) {
    String text = label.replace("\\", "\\\\").replace("\"", "\\\"");
    return "\"" + text.replaceAll("\\p{Cntrl}", " ") + "\"";
  }
}
