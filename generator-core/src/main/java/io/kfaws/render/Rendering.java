package io.kfaws.render;

import io.kfaws.Diagnostic;
import io.kfaws.Location;
import io.kfaws.Source;
import java.util.ArrayList;
import java.util.List;

/**
 * A template while it is rendered.
 *
 * @param template the template
 * @param text what was written so far
 * @param findings what went wrong so far
 */
record Rendering(Source template, StringBuilder text, List<Diagnostic> findings) {
  Rendering(Source template, StringBuilder text) {
    this(template, text, new ArrayList<>());
  }

  void write(List<Part> parts, Scope scope) {
    for (Part part : parts) {
      part.write(scope, this);
    }
  }

  /** A value that a line of the template asks for cannot be had. */
  void note(ValueException unfit, int line) {
    findings.add(unfit.at(new Location(template.name(), line, 0), ""));
  }
}
