package io.kfaws.iam;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The graph as boxes and arrows: pods, service accounts, roles, policies, resources. What two roles
 * reach is one box.
 *
 * @param nodes the boxes
 * @param edges the arrows
 */
record Picture(List<Node> nodes, List<Edge> edges) {
  /** What a box stands for. */
  enum Kind {
    PODS,
    ACCOUNT,
    ROLE,
    POLICY,
    RESOURCE
  }

  /** A box; its id is {@code n} and a number. */
  record Node(String id, Kind kind, String label) {}

  /** An arrow between two boxes, perhaps with a label. */
  record Edge(String from, String to, String label) {}

  /** Copies the lists. */
  Picture {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
  }

  static Picture of(Graph graph) {
    Drawing drawing = new Drawing();
    graph.accounts().values().forEach(drawing::account);
    graph.roles().values().forEach(drawing::role);
    return new Picture(List.copyOf(drawing.nodes.values()), List.copyOf(drawing.edges));
  }

  /** Collects boxes and arrows. */
  private static final class Drawing {
    private final Map<List<Object>, Node> nodes = new LinkedHashMap<>();
    private final Set<Edge> edges = new LinkedHashSet<>();

    void account(Account account) {
      String name = account.name().toString();
      Node pods = node(Kind.PODS, Words.pods(account.pods()), name);
      Node node = node(Kind.ACCOUNT, name, "");
      edge(pods, node, "");
      account.roles().forEach(role -> edge(node, node(Kind.ROLE, role, ""), ""));
    }

    void role(Role role) {
      String arn = role.arn().toString();
      Node node = node(Kind.ROLE, arn, "");
      Trusters.of(role).forEach(who -> edge(node(Kind.ACCOUNT, who, ""), node, ""));
      for (PolicyFile file : role.policies()) {
        Node policy = node(Kind.POLICY, file.name(), arn);
        edge(node, policy, "");
        file.policy().statements().forEach(statement -> statement(policy, statement));
      }
      role.managedPolicies().forEach(policy -> edge(node, node(Kind.POLICY, policy, ""), ""));
    }

    private void statement(Node policy, Statement statement) {
      String label =
          (statement.effect() == Effect.DENY ? "deny " : "") + PolicyWords.actions(statement);
      PolicyWords.resources(statement)
          .forEach(resource -> edge(policy, node(Kind.RESOURCE, resource, ""), label));
    }

    /** The box of this label; {@code of} distinguishes boxes that have the same label. */
    private Node node(Kind kind, String label, String of) {
      return nodes.computeIfAbsent(
          List.of(kind, label, of), key -> new Node("n" + (nodes.size() + 1), kind, label));
    }

    private void edge(Node from, Node to, String label) {
      edges.add(new Edge(from.id, to.id, label));
    }
  }
}
