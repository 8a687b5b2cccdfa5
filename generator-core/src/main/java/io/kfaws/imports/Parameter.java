package io.kfaws.imports;

import io.kfaws.Location;
import io.kfaws.text.EnvFile;

/**
 * A value that was found, and the name under which it is: a line of a file of parameters, which
 * kustomize makes a ConfigMap of, or an annotation.
 *
 * @param key its name
 * @param value its value, without white space around it
 * @param at where the value is
 */
record Parameter(String key, String value, Location at) {

  static Parameter of(EnvFile.Entry entry) {
    String value = entry.value();
    int blank = value.isBlank() ? 0 : value.length() - value.stripLeading().length();
    Location at = entry.valueAt();
    return new Parameter(
        entry.key(), value.strip(), new Location(at.source(), at.line(), at.column() + blank));
  }

  boolean isFilled() {
    return !Placeholder.is(value);
  }
}
