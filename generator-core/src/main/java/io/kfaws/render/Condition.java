package io.kfaws.render;

import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.lib.tag.Tag;
import com.hubspot.jinjava.tree.TagNode;

/**
 * {@code {% if path %}}: what it holds, if there is something at the path. There is nothing else to
 * ask, and no other case: what differs more is another file.
 */
final class Condition implements Tag {
  private static final long serialVersionUID = 1L;

  @Override
  public String getName() {
    return "if";
  }

  @Override
  public String interpret(TagNode tag, JinjavaInterpreter interpreter) {
    ValuePath path = new ValuePath(tag.getHelpers().trim());
    Rendering here = new Rendering(interpreter, tag.getLineNumber());
    return here.orElse(false, () -> path.isThere(here)) ? here.inside(tag) : "";
  }
}
