package io.kfaws.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.lib.tag.Tag;
import com.hubspot.jinjava.tree.TagNode;
import java.util.List;

/**
 * {@code {% for name in path %}}: once for each item of a list, or for each entry of a mapping, in
 * their order. Jinjava's own loop takes a text for a list of one, and a mapping for its values.
 */
final class Loop implements Tag {
  private static final long serialVersionUID = 1L;

  @Override
  public String getName() {
    return "for";
  }

  @Override
  public String interpret(TagNode tag, JinjavaInterpreter interpreter) {
    String[] parts = tag.getHelpers().trim().split(" in ", -1);
    ValuePath path = new ValuePath(parts[1]);
    Rendering here = new Rendering(interpreter, tag.getLineNumber());
    List<JsonNode> items = here.orElse(List.of(), () -> path.items(path.in(here)));
    StringBuilder text = new StringBuilder();
    interpreter.enterScope();
    try {
      for (JsonNode item : items) {
        interpreter.getContext().put(parts[0], item);
        text.append(here.inside(tag));
      }
    } finally {
      interpreter.leaveScope();
    }
    return text.toString();
  }
}
