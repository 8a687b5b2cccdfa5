package io.kfaws.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.hubspot.jinjava.Jinjava;
import com.hubspot.jinjava.JinjavaConfig;
import com.hubspot.jinjava.LegacyOverrides;
import com.hubspot.jinjava.interpret.AutoCloseableSupplier;
import com.hubspot.jinjava.interpret.Context;
import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.interpret.TemplateError;
import com.hubspot.jinjava.tree.Node;
import io.kfaws.Diagnostic;
import io.kfaws.KfawsException;
import io.kfaws.Location;
import io.kfaws.Source;
import io.kfaws.plan.Printer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The template engine: each template is checked and parsed once, and whatever Jinjava reports, be
 * it a warning, is an error. Jinjava reads and walks the templates; what a name, a loop and a
 * condition mean is said here. Thread-safe.
 */
public final class Templates implements Printer {
  private static final JinjavaConfig CONFIG =
      JinjavaConfig.newBuilder()
          .withLocale(Locale.ROOT)
          .withKeepTrailingNewline(true)
          .withLegacyOverrides(LegacyOverrides.newBuilder().build())
          .build();

  private final Jinjava jinjava = new Jinjava(CONFIG);
  private final Map<Source, Node> parsed = new ConcurrentHashMap<>();

  /** An engine that knows the dialect's holes, loops and conditions. */
  public Templates() {
    jinjava.getGlobalContext().setExpressionStrategy(new Placeholder());
    jinjava.getGlobalContext().registerTag(new Loop());
    jinjava.getGlobalContext().registerTag(new Condition());
  }

  @Override
  public String print(Source template, JsonNode values) {
    return render(template, Values.of(values));
  }

  @Override
  public SortedMap<String, Boolean> asks(Source template) {
    return TemplateVariables.by(template);
  }

  /**
   * A template's text with its holes filled.
   *
   * @throws KfawsException with the places in the template, if it says what it may not or names a
   *     value that is not there
   */
  String render(Source template, Values values) {
    Context context = new Context(jinjava.getGlobalContext(), values.named());
    try (var current = current(new JinjavaInterpreter(jinjava, context, CONFIG))) {
      JinjavaInterpreter interpreter = current.value();
      Node node = parsed.computeIfAbsent(template, source -> parse(source, interpreter));
      String text = interpreter.render(node, false);
      refuse(template, interpreter.getErrorsCopy());
      return text;
    }
  }

  /** Jinjava's own parts ask for the thread's interpreter. */
  private static AutoCloseableSupplier.AutoCloseableImpl<JinjavaInterpreter> current(
      JinjavaInterpreter interpreter) {
    return JinjavaInterpreter.closeablePushCurrent(interpreter).get();
  }

  private static Node parse(Source template, JinjavaInterpreter interpreter) {
    Node node = interpreter.parse(TemplateSyntax.read(template));
    refuse(template, interpreter.getErrorsCopy());
    return node;
  }

  private static void refuse(Source template, List<TemplateError> errors) {
    List<Diagnostic> findings =
        errors.stream().map(error -> diagnose(template, error)).distinct().toList();
    KfawsException.throwIfErrors(findings);
  }

  private static Diagnostic diagnose(Source template, TemplateError error) {
    Location place = new Location(template.name(), Math.max(0, error.getLineno()), 0);
    if (error.getException() instanceof ValueException unfit) {
      return unfit.at(place, "");
    }
    String message = error.getMessage().replaceAll("\\s*\\R\\s*", " ");
    return Diagnostic.error("template-syntax", place, "", message, "");
  }
}
