package io.kfaws.render;

import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.text.EnvFile;

/**
 * {@code | env}: a value in a file of {@code KEY=value} lines as kustomize reads it, where nothing
 * is quoted: the value is the rest of the line.
 */
final class EnvFilter {
  private EnvFilter() {}

  static String print(JsonNode value) {
    String text = Filter.scalar(value);
    EnvFile.flaw(text)
        .ifPresent(
            flaw -> {
              throw new ValueException(
                  flaw, "change the value, or put it into a file where it is quoted");
            });
    return text;
  }
}
