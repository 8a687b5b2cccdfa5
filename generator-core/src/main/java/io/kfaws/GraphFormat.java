package io.kfaws;

import io.kfaws.iam.Graph;
import io.kfaws.iam.GraphDot;
import io.kfaws.iam.GraphMermaid;
import io.kfaws.iam.GraphText;

/** How the graph of who may access what is written. All are deterministic; lines end with LF. */
public enum GraphFormat {
  /** An indented text, role by role. */
  TEXT,
  /** A Mermaid flowchart, for pages that draw it. */
  MERMAID,
  /** A digraph in Graphviz' language. */
  DOT;

  String draw(Graph graph) {
    return switch (this) {
      case TEXT -> GraphText.of(graph);
      case MERMAID -> GraphMermaid.of(graph);
      case DOT -> GraphDot.of(graph);
    };
  }
}
