package io.kfaws.render;

import com.hubspot.jinjava.Jinjava;
import com.hubspot.jinjava.JinjavaConfig;
import com.hubspot.jinjava.LegacyOverrides;
import com.hubspot.jinjava.interpret.AutoCloseableSupplier;
import com.hubspot.jinjava.interpret.Context;
import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.interpret.TemplateError;
import com.hubspot.jinjava.tree.Node;
import io.kfaws.text.Diagnostic;
import io.kfaws.text.KfawsException;
import io.kfaws.text.Location;
import io.kfaws.text.Source;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The template engine: each template is checked and parsed once, and whatever Jinjava reports, be
 * it a warning, is an error. Thread-safe.
 */
public final class Templates {
  private static final JinjavaConfig CONFIG =
      JinjavaConfig.newBuilder()
          .withLocale(Locale.ROOT)
          .withFailOnUnknownTokens(true)
          // A value that holds {{ }} is a value, not a template.
          .withNestedInterpretationEnabled(false)
          // Tags stand alone on their lines, and the lines go with them.
          .withTrimBlocks(true)
          .withKeepTrailingNewline(true)
          .withLegacyOverrides(LegacyOverrides.newBuilder().build())
          .build();

  private final Jinjava jinjava = new Jinjava(CONFIG);
  private final Map<Source, Node> parsed = new ConcurrentHashMap<>();

  /** An engine that knows the two filters. */
  public Templates() {
    jinjava.registerFilter(new YamlFilter());
    jinjava.registerFilter(new EnvFilter());
  }

  /**
   * A template's text with its tokens replaced.
   *
   * @throws KfawsException with the places in the template, if it says what it may not or names a
   *     value that is not there
   */
  String render(Source template, StrictMap values) {
    Context context = new Context(jinjava.getGlobalContext(), values);
    try (var current = current(new JinjavaInterpreter(jinjava, context, CONFIG))) {
      JinjavaInterpreter interpreter = current.value();
      Node node = parsed.computeIfAbsent(template, source -> parse(source, interpreter));
      String text = interpreter.render(node, false);
      refuse(template, interpreter.getErrorsCopy());
      return text;
    }
  }

  /** Filters ask for the thread's interpreter. */
  private static AutoCloseableSupplier.AutoCloseableImpl<JinjavaInterpreter> current(
      JinjavaInterpreter interpreter) {
    return JinjavaInterpreter.closeablePushCurrent(interpreter).get();
  }

  private static Node parse(Source template, JinjavaInterpreter interpreter) {
    KfawsException.throwIfErrors(Dialect.check(template));
    Node node = interpreter.parse(template.text());
    refuse(template, interpreter.getErrorsCopy());
    return node;
  }

  private static void refuse(Source template, List<TemplateError> errors) {
    List<Diagnostic> findings =
        errors.stream().map(error -> diagnose(template, error)).distinct().toList();
    KfawsException.throwIfErrors(findings);
  }

  private static Diagnostic diagnose(Source template, TemplateError error) {
    Throwable cause = error.getException();
    while (cause != null
        && !(cause instanceof MissingValueException || cause instanceof UnfitValueException)) {
      cause = cause.getCause();
    }
    String problem = cause == null ? error.getMessage() : cause.getMessage();
    return Diagnostic.error(
        "template-value",
        new Location(template.name(), Math.max(0, error.getLineno()), 0),
        "",
        String.valueOf(problem).replaceAll("\\s*\\R\\s*", " "),
        "values are paths of the wish, release.… and overlay.…; a part that the wish leaves out"
            + " has none");
  }
}
