package io.kfaws.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.hubspot.jinjava.Jinjava;
import com.hubspot.jinjava.JinjavaConfig;
import com.hubspot.jinjava.LegacyOverrides;
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
 * it a warning, is an error. Jinjava parses the templates; what a name, a loop and a condition mean
 * is said by {@link Part}. Thread-safe.
 */
public final class Templates implements Printer {
  private static final JinjavaConfig CONFIG =
      JinjavaConfig.newBuilder()
          .withLocale(Locale.ROOT)
          .withKeepTrailingNewline(true)
          .withLegacyOverrides(LegacyOverrides.newBuilder().build())
          .build();

  private final Jinjava jinjava = new Jinjava(CONFIG);
  private final Map<Source, List<Part>> parsed = new ConcurrentHashMap<>();

  @Override
  public String print(Source template, JsonNode values) {
    return render(template, new Values(values));
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
  String render(Source template, Scope values) {
    StringBuilder text = new StringBuilder();
    render(template, values, text);
    return text.toString();
  }

  /** Adds a template's text to another, as {@link #render(Source, Scope)} gives it. */
  void render(Source template, Scope values, StringBuilder text) {
    Rendering rendering = new Rendering(template, text);
    rendering.write(parsed.computeIfAbsent(template, this::parse), values);
    KfawsException.throwIfErrors(rendering.findings().stream().distinct().toList());
  }

  private List<Part> parse(Source template) {
    Context context = new Context(jinjava.getGlobalContext());
    JinjavaInterpreter interpreter = new JinjavaInterpreter(jinjava, context, CONFIG);
    // Jinjava's own parts ask for the thread's interpreter.
    try (var current = JinjavaInterpreter.closeablePushCurrent(interpreter).get()) {
      Node node = current.value().parse(TemplateSyntax.read(template));
      refuse(template, interpreter.getErrorsCopy());
      return Part.below(node);
    }
  }

  private static void refuse(Source template, List<TemplateError> errors) {
    List<Diagnostic> findings =
        errors.stream().map(error -> diagnose(template, error)).distinct().toList();
    KfawsException.throwIfErrors(findings);
  }

  private static Diagnostic diagnose(Source template, TemplateError error) {
    Location place = new Location(template.name(), Math.max(0, error.getLineno()), 0);
    String message = error.getMessage().replaceAll("\\s*\\R\\s*", " ");
    return Diagnostic.error("template-syntax", place, "", message, "");
  }
}
