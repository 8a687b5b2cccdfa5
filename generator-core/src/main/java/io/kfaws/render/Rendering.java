package io.kfaws.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.interpret.TemplateError;
import com.hubspot.jinjava.tree.Node;
import com.hubspot.jinjava.tree.TagNode;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * A line of a template while it is rendered: names have the values of the bindings and of the loops
 * around it, and what goes wrong is noted with the line.
 *
 * @param interpreter the rendering's state
 * @param line the line in the template, from 1
 */
record Rendering(JinjavaInterpreter interpreter, int line) implements Scope {
  @Override
  public Optional<JsonNode> value(String name) {
    return interpreter.getContext().get(name) instanceof JsonNode value
        ? Optional.of(value)
        : Optional.empty();
  }

  @Override
  public Set<String> names() {
    return interpreter.getContext().keySet().stream()
        .filter(name -> value(name).isPresent())
        .collect(Collectors.toSet());
  }

  /** What the work gives; the other, and a finding, if it asks for a value that cannot be had. */
  <T> T orElse(T other, Supplier<T> work) {
    try {
      return work.get();
    } catch (ValueException e) {
      interpreter.addError(TemplateError.fromException(e, line, 0));
      return other;
    }
  }

  /** What is between a tag and its end. */
  String inside(TagNode tag) {
    StringBuilder text = new StringBuilder();
    for (Node child : tag.getChildren()) {
      text.append(child.render(interpreter).getValue());
    }
    return text.toString();
  }
}
