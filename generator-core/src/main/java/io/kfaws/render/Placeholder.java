package io.kfaws.render;

import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.lib.expression.ExpressionStrategy;
import com.hubspot.jinjava.tree.output.RenderedOutputNode;
import com.hubspot.jinjava.tree.parse.ExpressionToken;

/**
 * {@code {{ path | filter }}}. Jinjava's own expressions would do far more, and write {@code null}
 * for a name that nothing has.
 */
final class Placeholder implements ExpressionStrategy {
  private static final long serialVersionUID = 1L;

  @Override
  public RenderedOutputNode interpretOutput(ExpressionToken token, JinjavaInterpreter interpreter) {
    String[] parts = token.getExpr().split(" \\| ", -1);
    ValuePath path = new ValuePath(parts[0].trim());
    Filter filter = Filter.named(parts[1].trim());
    Rendering here = new Rendering(interpreter, token.getLineNumber());
    return new RenderedOutputNode(here.orElse("", () -> filter.print(path.in(here))));
  }
}
