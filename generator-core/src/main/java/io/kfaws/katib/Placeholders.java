package io.kfaws.katib;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.text.Walk;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The places of a template that each trial fills: {@code ${trialParameters.<name>}}, in keys too,
 * since Katib replaces them in the template's text (Katib, {@code consts/const.go}).
 */
final class Placeholders {
  /** How each of them begins. */
  static final String BEGIN = "${trialParameters.";

  private static final Pattern FORM =
      Pattern.compile("\\$\\{trialParameters\\.(.+?)}", Pattern.DOTALL);

  private Placeholders() {}

  /** A place of this name, as it is written. */
  static String of(String name) {
    return BEGIN + name + "}";
  }

  /** The names that a template asks for, each with the first place in it. */
  static SortedMap<String, JsonPointer> in(JsonNode template) {
    SortedMap<String, JsonPointer> names = new TreeMap<>();
    Walk.through(
        template,
        (at, node) -> {
          node.fieldNames().forEachRemaining(key -> add(key, at.appendProperty(key), names));
          if (node.isTextual()) {
            add(node.textValue(), at, names);
          }
        });
    return names;
  }

  private static void add(String text, JsonPointer at, SortedMap<String, JsonPointer> names) {
    Matcher matcher = FORM.matcher(text);
    while (matcher.find()) {
      names.putIfAbsent(matcher.group(1), at);
    }
  }
}
