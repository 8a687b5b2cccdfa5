package io.kfaws.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.hubspot.jinjava.tree.ExpressionNode;
import com.hubspot.jinjava.tree.Node;
import com.hubspot.jinjava.tree.TagNode;
import com.hubspot.jinjava.tree.TextNode;
import com.hubspot.jinjava.tree.parse.ExpressionToken;
import com.hubspot.jinjava.tree.parse.TextToken;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of a template, as Jinjava parsed it, made once and written as often as there are files.
 * What a name, a loop and a condition mean is said here; Jinjava's own expressions would do far
 * more, and write {@code null} for a name that nothing has.
 */
sealed interface Part {

  /** Writes what it is with the values of a scope; what goes wrong is noted with its line. */
  void write(Scope scope, Rendering rendering);

  /** The parts below a node of a template that keeps to {@link TemplateSyntax}. */
  static List<Part> below(Node node) {
    List<Part> parts = new ArrayList<>();
    for (Node child : node.getChildren()) {
      parts.add(of(child));
    }
    return List.copyOf(parts);
  }

  private static Part of(Node node) {
    if (node instanceof TextNode) {
      return new Text(((TextToken) node.getMaster()).output());
    }
    if (node instanceof ExpressionNode) {
      String[] parts = ((ExpressionToken) node.getMaster()).getExpr().split(" \\| ", -1);
      ValuePath path = new ValuePath(parts[0].trim());
      return new Value(path, Filter.named(parts[1].trim()), node.getLineNumber());
    }
    if (node instanceof TagNode tag) {
      String helpers = tag.getHelpers().trim();
      if (tag.getName().equals("if")) {
        return new Condition(new ValuePath(helpers), below(tag), tag.getLineNumber());
      }
      String[] words = helpers.split(" in ", -1);
      return new Loop(words[0], new ValuePath(words[1]), below(tag), tag.getLineNumber());
    }
    throw new IllegalStateException("a template of kfaws has no " + node.getName());
  }

  /** What stands in the template as it is. */
  record Text(String text) implements Part {
    @Override
    public void write(Scope scope, Rendering rendering) {
      rendering.text().append(text);
    }
  }

  /** {@code {{ path | filter }}}. */
  record Value(ValuePath path, Filter filter, int line) implements Part {
    @Override
    public void write(Scope scope, Rendering rendering) {
      try {
        rendering.text().append(filter.print(path.in(scope)));
      } catch (ValueException e) {
        rendering.note(e, line);
      }
    }
  }

  /**
   * {@code {% if path %}}: what it holds, if there is something at the path. There is nothing else
   * to ask, and no other case: what differs more is another file.
   */
  record Condition(ValuePath path, List<Part> parts, int line) implements Part {
    @Override
    public void write(Scope scope, Rendering rendering) {
      try {
        if (!path.isThere(scope)) {
          return;
        }
      } catch (ValueException e) {
        rendering.note(e, line);
        return;
      }
      rendering.write(parts, scope);
    }
  }

  /**
   * {@code {% for name in path %}}: once for each item of a list, or for each entry of a mapping,
   * in their order.
   */
  record Loop(String name, ValuePath path, List<Part> parts, int line) implements Part {
    @Override
    public void write(Scope scope, Rendering rendering) {
      List<JsonNode> items;
      try {
        items = path.items(path.in(scope));
      } catch (ValueException e) {
        rendering.note(e, line);
        return;
      }
      items.forEach(item -> rendering.write(parts, scope.with(name, item)));
    }
  }
}
