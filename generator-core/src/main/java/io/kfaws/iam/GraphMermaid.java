package io.kfaws.iam;

/**
 * The graph as a Mermaid flowchart, for pages that draw it. Deterministic; lines end with LF.
 *
 * <p>Source: Mermaid documentation, "Flowcharts", "Entity codes to escape characters".
 */
public final class GraphMermaid {
  private GraphMermaid() {}

  /** The flowchart. */
  public static String of(Graph graph) {
    Picture picture = Picture.of(graph);
    StringBuilder text = new StringBuilder("flowchart LR\n");
    for (Picture.Node node : picture.nodes()) {
      text.append("  ").append(node.id()).append(box(node)).append('\n');
    }
    for (Picture.Edge edge : picture.edges()) {
      String label = edge.label().isEmpty() ? "" : "|" + quoted(edge.label()) + "|";
      text.append("  ").append(edge.from()).append(" -->").append(label);
      text.append(' ').append(edge.to()).append('\n');
    }
    return text.toString();
  }

  private static String box(Picture.Node node) {
    String label = quoted(node.label());
    return switch (node.kind()) {
      case PODS -> "([" + label + "])";
      case ACCOUNT -> "[" + label + "]";
      case ROLE -> "{{" + label + "}}";
      case POLICY -> "[/" + label + "/]";
      case RESOURCE -> "[(" + label + ")]";
    };
  }

  /** Codes for what Mermaid or the page it is in would read as its own. */
  private static String quoted(String label) {
    StringBuilder text = new StringBuilder("\"");
    label
        .codePoints()
        .forEach(
            c -> {
              if ("\"#&<>`".indexOf(c) >= 0 || Character.isISOControl(c)) {
                text.append('#').append(c).append(';');
              } else {
                text.appendCodePoint(c);
              }
            });
    return text.append('"').toString();
  }
}
