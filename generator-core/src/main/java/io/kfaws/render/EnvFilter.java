package io.kfaws.render;

import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.lib.filter.Filter;
import java.util.regex.Pattern;

/**
 * {@code | env}: a value in a file of {@code KEY=value} lines as kustomize reads it, where nothing
 * is quoted: the value is the rest of the line.
 */
final class EnvFilter implements Filter {
  static final String NAME = "env";

  /** One line, and no white space that a reader or an editor may drop. */
  private static final Pattern LINE = Pattern.compile("|\\S|\\S[^\\p{Cntrl}]*\\S");

  @Override
  public String getName() {
    return NAME;
  }

  @Override
  public Object filter(Object value, JinjavaInterpreter interpreter, String... arguments) {
    UnfitValueException.refuseSections(value);
    String text = String.valueOf(value);
    if (!LINE.matcher(text).matches()) {
      throw new UnfitValueException(
          "a value of an env file cannot hold line breaks or outer spaces");
    }
    return text;
  }
}
